-- Named lists of a workspace that searches ask for as set:name, so that twenty searches need not repeat the same names.

create table query_sets (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  entries text[] not null,
  -- Counts the changes: a search is read again when it is another than the one it was read with.
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create unique index query_sets_name on query_sets (workspace_id, lower(name));
alter table query_sets enable row level security;
create policy workspace on query_sets to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on query_sets to wederhoor_app;
