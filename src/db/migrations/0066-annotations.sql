-- What happened on a day, or from one day to another, in the words of a member: charts and reports number it, so that whoever reads a curve knows why.
create table annotations (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  -- By the calendar of the workspace.
  day date not null,
  -- The last day of it; null where it was one.
  until_day date check (until_day > day),
  words text not null check (char_length(words) between 1 and 200),
  made_by uuid references members on delete set null,
  made_at timestamptz not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz
);
create index annotations_by_day on annotations (workspace_id, day);
alter table annotations enable row level security;
create policy workspace on annotations to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on annotations to wederhoor_app;
