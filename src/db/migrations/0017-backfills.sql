-- A new search also finds what was said before it: among the messages we have, and on networks that can be searched. One row a search, the
-- last time it looked back; long work that goes on after a restart and can be stopped.

create table backfills (
  topic_id uuid primary key references topics on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  state text not null default 'running' check (state in ('running','done','stopped')),
  -- Names this run: whoever still works at an earlier one writes nothing into it.
  asked_at timestamptz not null,
  -- How far back the networks are asked. Messages we have are all tried.
  since timestamptz not null,
  -- Those we have are tried newest first; what comes after this one is still to be tried. Null: not begun.
  stored_at timestamptz,
  stored_id uuid,
  stored_of int not null default 0,
  stored_tried int not null default 0,
  stored_found int not null default 0,
  stored_back_to timestamptz,
  is_stored_done boolean not null default false,
  next_at timestamptz not null default now(),
  finished_at timestamptz
);
create index backfills_running on backfills (next_at) where state = 'running';
create index backfills_workspace on backfills (workspace_id);

create table backfill_sources (
  topic_id uuid not null references backfills on delete cascade,
  source_id uuid not null references sources on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  state text not null check (state in ('running','done','cannot')),
  cursor jsonb,
  pages int not null default 0,
  found int not null default 0,
  -- The oldest message that the network showed.
  back_to timestamptz,
  -- Why it cannot, why it waits, or what such a search leaves out.
  why jsonb,
  failures_in_row int not null default 0,
  next_at timestamptz not null default now(),
  primary key (topic_id, source_id)
);
create index backfill_sources_running on backfill_sources (next_at) where state = 'running';
create index backfill_sources_source on backfill_sources (source_id);
create index backfill_sources_workspace on backfill_sources (workspace_id);

do $$
declare name text;
begin
  foreach name in array array['backfills','backfill_sources'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
