-- Colleagues see who looks at a conversation and who is answering it, so that no customer gets two answers.

-- Not logged: it is true for half a minute, and after a crash nobody looks at anything.
create unlogged table presences (
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  member_id uuid not null references members on delete cascade,
  is_typing boolean not null default false,
  until timestamptz not null,
  primary key (conversation_id, member_id)
);
create index presences_workspace on presences (workspace_id, until);
alter table presences enable row level security;
create policy workspace on presences to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on presences to wederhoor_app;

-- The three practice messages are offered once to a person, after the welcome or an invitation, and never again.
alter table users add column practice text not null default 'not_offered' check (practice in ('not_offered', 'offered', 'done'));
