-- What a colleague and a source cost, as a workspace says it: reports divide it by what was answered and heard. No row: nothing is said of cost.
create table cost_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- As it is written behind a figure, and never converted.
  currency text not null,
  hour_cost numeric(12, 2),
  -- By the id of a source, of a month; a source that is gone costs nothing more.
  source_costs jsonb not null default '{}',
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);
alter table cost_settings enable row level security;
create policy workspace on cost_settings to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on cost_settings to wederhoor_app;
