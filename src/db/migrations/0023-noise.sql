-- Noise stands apart from the work: in sight, with its reason, without a promise. A state of its own, so that no view of work needs a word more.
alter table conversations drop constraint conversations_state_check;
alter table conversations add constraint conversations_state_check check (state in ('open', 'waiting', 'done', 'noise'));
-- Why it was taken for noise, also after it came back; null where it never was.
alter table conversations add column noise jsonb;
-- A member said that it is none: nothing that was learned says otherwise again.
alter table conversations add column is_never_noise boolean not null default false;
create index conversations_noise on conversations (workspace_id, latest_at desc, id) where state = 'noise';
drop index conversations_counts;
create index conversations_counts on conversations (workspace_id, state, owner_id, department_id) where state in ('open', 'waiting', 'noise');

-- What members said of noise, each of which can be taken back. Patterns are worked out from these when a message is judged.
create table noise_lessons (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  -- Words that were given by hand have no conversation.
  conversation_id uuid references conversations on delete cascade,
  topic_id uuid references topics on delete cascade,
  author_id uuid references authors on delete cascade,
  is_noise boolean not null,
  signature bytea,
  -- All telling words of the message, and those of them that ordinary messages of the topic hardly have.
  said_words text[] not null default '{}',
  words text[] not null default '{}',
  said_by uuid references members on delete set null,
  said_at timestamptz not null,
  revoked_at timestamptz
);
create unique index noise_lessons_conversation on noise_lessons (conversation_id) where revoked_at is null;
create index noise_lessons_workspace on noise_lessons (workspace_id, said_at desc) where revoked_at is null;
alter table noise_lessons enable row level security;
create policy workspace on noise_lessons to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on noise_lessons to wederhoor_app;
