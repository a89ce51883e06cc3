-- What colleagues write down about a person, beside the notes of conversations. Personal data: it goes when they ask to be forgotten.
create table person_notes (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  author_id uuid not null references authors on delete cascade,
  member_id uuid not null references members,
  text text not null,
  at timestamptz not null,
  changed_at timestamptz
);
create index person_notes_of on person_notes (author_id, at desc);
alter table person_notes enable row level security;
create policy workspace on person_notes to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on person_notes to wederhoor_app;
