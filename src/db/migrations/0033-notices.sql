-- What a member is to know without looking for it: a bell on the screen. Letters and calls to other programs read the same rows.
create table notices (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  member_id uuid not null references members on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  kind text not null check (kind in ('promise_near', 'promise_broken')),
  -- Ids, names and figures; no text of a post.
  details jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz
);
create index notices_of on notices (workspace_id, member_id, at desc);
create index notices_unread on notices (workspace_id, member_id) where read_at is null;
alter table notices enable row level security;
create policy workspace on notices to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on notices to wederhoor_app;
