-- Where a conversation stood, and since when: what the customer's wait was made of. One row a stay; the last has no end.
create table stays (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  department_id uuid references departments on delete set null,
  from_at timestamptz not null,
  until_at timestamptz,
  -- Who placed it there; null when the program did.
  by uuid references members on delete set null
);
create index stays_conversation on stays (conversation_id, from_at);
create index stays_department on stays (department_id) where department_id is not null;

-- Who is asked for advice, or kept informed, beside the one who answers.
create table parties (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  member_id uuid references members on delete cascade,
  department_id uuid references departments on delete cascade,
  asked_id uuid not null generated always as (coalesce(member_id, department_id)) stored,
  kind text not null check (kind in ('consulted', 'informed')),
  reason text not null default '',
  asked_by uuid references members on delete set null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  check (num_nonnulls(member_id, department_id) = 1)
);
create unique index parties_once on parties (conversation_id, asked_id);
create index parties_member on parties (member_id) where kind = 'consulted' and answered_at is null;
create index parties_department on parties (department_id) where kind = 'consulted' and answered_at is null;

-- Who decides about what two departments keep handing each other.
alter table workspaces add column coordinator_id uuid references members on delete set null;

-- What stands at a department already has stood there since it was opened, as far as anybody knows.
insert into stays (id, workspace_id, conversation_id, department_id, from_at)
  select gen_random_uuid(), workspace_id, id, department_id, created_at from conversations where department_id is not null;

do $$
declare name text;
begin
  foreach name in array array['stays', 'parties'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
