-- A screen that heard no answer asks again with the same key: what was asked happens once, and the second time gets the first answer.

create table asked_once (
  workspace_id uuid not null references workspaces on delete cascade,
  member_id uuid not null references members on delete cascade,
  key text not null,
  asked text not null,
  answer json,
  at timestamptz not null,
  primary key (member_id, key)
);
create index asked_once_at on asked_once (at);
alter table asked_once enable row level security;
create policy workspace on asked_once to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on asked_once to wederhoor_app;
