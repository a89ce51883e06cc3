-- What began as a private answer is a private draft when it is taken back: it must not go on in public because nobody remembered.
alter table drafts add column visibility text not null default 'public' check (visibility in ('public', 'direct'));
