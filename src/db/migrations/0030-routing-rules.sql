-- Where a conversation is placed is decided by rules that people write, in an order. What they did is kept with the conversation, with why.
create table routing_rules (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  is_on boolean not null default true,
  -- Rules are asked in this order. Two may share a number for a moment; then the older one comes first.
  position int not null,
  conditions jsonb not null,
  -- A rule whose department is removed places nowhere, and the settings say so.
  department_id uuid references departments on delete set null,
  member_id uuid references members on delete set null,
  actions jsonb not null,
  -- Counts every change of what it asks or does, so that an old line in a history can be told from what the rule says today.
  version int not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index routing_rules_workspace on routing_rules (workspace_id, position, created_at);

-- Trying the rules on what was heard, and placing what is open anew: a little at a time, so that a restart goes on.
create table routing_runs (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  kind text not null check (kind in ('trial', 'apply', 'undo')),
  state text not null default 'running' check (state in ('running', 'done', 'stopped')),
  -- The rules as they stood when it was asked: what is changed meanwhile counts the next time.
  rules jsonb not null,
  -- The rule that is tried, where one is.
  rule_name text,
  -- What is taken back, where that is what it does.
  undoes uuid references routing_runs on delete cascade,
  since timestamptz not null,
  -- Conversations up to this number are done; they are taken in the order in which they were opened.
  after_number int not null default 0,
  of_count int not null default 0,
  tried_count int not null default 0,
  moved_count int not null default 0,
  -- Placed by a person, and so left alone.
  by_hand_count int not null default 0,
  -- How many stand in each department now and would stand there, by its id; those in none by the empty text.
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  examples jsonb not null default '[]',
  asked_by uuid references members on delete set null,
  asked_at timestamptz not null,
  next_at timestamptz not null,
  finished_at timestamptz
);
create index routing_runs_running on routing_runs (next_at) where state = 'running';
create index routing_runs_workspace on routing_runs (workspace_id, asked_at desc);

-- Each time rules placed a conversation: which fired, why, and what was so before.
create table routings (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  -- The message that was asked about; none when all of them were, by a run.
  mention_id uuid references mentions on delete set null,
  run_id uuid references routing_runs on delete set null,
  at timestamptz not null,
  firings jsonb not null,
  from_department_id uuid references departments on delete set null,
  from_owner_id uuid references members on delete set null,
  from_urgency smallint not null default 0,
  department_id uuid references departments on delete set null,
  owner_id uuid references members on delete set null,
  urgency smallint not null default 0,
  taken_back_at timestamptz
);
create index routings_conversation on routings (conversation_id, at, id);
create index routings_run on routings (run_id, conversation_id) where run_id is not null;

-- A person took it up, answered it or handed it over: no rule moves it from then on.
alter table conversations add column is_placed_by_hand boolean not null default false;
-- Rules say that it is at least so urgent.
alter table conversations add column urgency_from smallint not null default 0;
-- Until today only people placed conversations.
update conversations set is_placed_by_hand = true where owner_id is not null or department_id is not null;

do $$
declare name text;
begin
  foreach name in array array['routing_rules', 'routing_runs', 'routings'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
