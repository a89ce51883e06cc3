-- What was learned from the corrections of a workspace, one row for every time it was tried: what it was learned from, how it did before and
-- after on what it had not seen, and what became of it. Weights are kept of what went live, so that one can go back to them.

create table delta_versions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  lang text not null,
  nth integer not null,
  -- Names the weights; empty where nothing was better.
  version text not null,
  -- The weights of the language that this one is added to. Under others it means nothing.
  model text not null,
  state text not null check (state in ('live', 'replaced', 'refused', 'rolled_back')),
  corrections integer not null,
  agreed integer not null,
  figures jsonb not null,
  words jsonb not null,
  weights bytea,
  made_at timestamptz not null,
  rolled_back_by uuid references members on delete set null,
  rolled_back_at timestamptz,
  unique (workspace_id, lang, nth)
);
create unique index delta_versions_live on delta_versions (workspace_id, lang) where state = 'live';
create index delta_versions_page on delta_versions (workspace_id, id);
alter table delta_versions enable row level security;
create policy workspace on delta_versions to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on delta_versions to wederhoor_app;
