-- What may promote, and how often: one row a workspace, where it is not as it came.
create table promotion_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  settings jsonb not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);

-- What holds in one community, as people here wrote it down. An empty place is the network itself.
create table community_rules (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  network text not null,
  place text not null,
  name text not null,
  rules jsonb not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null,
  unique (workspace_id, network, place)
);

-- What each answer was taken for when it was written, so that shares can be counted. The sketch is hashes, and no words.
create table judged_replies (
  reply_id uuid primary key references replies on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  department_id uuid references departments on delete set null,
  network text not null,
  place text not null,
  place_name text not null,
  is_promotional boolean not null,
  is_unasked boolean not null,
  has_link boolean not null,
  sketch int[] not null default '{}',
  at timestamptz not null
);
create index judged_replies_place on judged_replies (workspace_id, network, place, at);
create index judged_replies_kept on judged_replies (workspace_id, at) where is_promotional or is_unasked;

-- Sent although the gate stopped it: which rules, and why. Null is that nothing stopped it.
alter table replies add column override jsonb;

do $$
declare name text;
begin
  foreach name in array array['promotion_settings', 'community_rules', 'judged_replies'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
