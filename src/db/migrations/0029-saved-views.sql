-- A view with its filters under a name of its own: for one member, or for everybody here.
create table saved_views (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  member_id uuid not null references members on delete cascade,
  name text not null,
  is_shared boolean not null default false,
  ask jsonb not null,
  created_at timestamptz not null default now()
);
create index saved_views_workspace on saved_views (workspace_id, created_at);
alter table saved_views enable row level security;
create policy workspace on saved_views to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on saved_views to wederhoor_app;
