-- Promises by what a message is: rules in an order, above the minutes by urgency (src/domain/promise-rule.ts).
alter table workspaces add column promise_rules jsonb not null default '[]';
-- Counted up when what is promised changes: clocks that were counted before are counted anew (src/inbox/recount-promises.ts).
alter table workspaces add column promise_version int not null default 1;
-- A promise in danger made it more urgent, so many times.
alter table conversations add column raised smallint not null default 0;

-- Somebody waits for us: one row from the first word that nobody answered until it is answered, with or without a promise.
create table promise_clocks (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  kind text not null check (kind in ('first', 'next', 'resolution')),
  -- What was said, as it was when we heard it: neither a hand-over nor an edit can move a deadline.
  asked jsonb not null,
  asked_at timestamptz not null,
  -- The rule by which it runs, with its name, which outlives the rule. Null: by urgency.
  rule_id uuid,
  rule_name text,
  minutes int,
  counts_from timestamptz not null,
  heard_at timestamptz not null,
  -- Null: nothing is promised.
  due_at timestamptz,
  -- When there is something to do next: a warning, or the end of the time.
  act_at timestamptz,
  broken_at timestamptz,
  stopped_at timestamptz,
  stopped_by text check (stopped_by in ('answer', 'elsewhere', 'anew')),
  -- It stands still while the conversation is done or noise.
  is_running boolean not null,
  version int not null
);
create unique index promise_clocks_one on promise_clocks (conversation_id, kind) where stopped_at is null;
create index promise_clocks_of on promise_clocks (conversation_id, asked_at);
create index promise_clocks_act on promise_clocks (act_at) where is_running and act_at is not null;
create index promise_clocks_version on promise_clocks (workspace_id, version) where is_running;
alter table promise_clocks enable row level security;
create policy workspace on promise_clocks to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on promise_clocks to wederhoor_app;

-- What was done because a deadline came near or passed. The key is what makes it happen once, whoever else tries.
create table promise_firings (
  clock_id uuid not null references promise_clocks on delete cascade,
  action_id uuid not null,
  due_at timestamptz not null,
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamptz not null,
  primary key (clock_id, action_id, due_at)
);
alter table promise_firings enable row level security;
create policy workspace on promise_firings to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on promise_firings to wederhoor_app;

-- Whatever changes the state of a conversation stops its clocks and lets them go on, by itself: nobody can forget it. What was done
-- too late runs on until that is on record.
create function clocks_follow_state() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update promise_clocks
     set is_running = new.state in ('open', 'waiting')
       or coalesce(new.state = 'done' and broken_at is null and due_at <= new.done_at, false)
   where conversation_id = new.id and stopped_at is null;
  return null;
end $$;
create trigger clocks_follow_state after update of state on conversations
  for each row when (old.state is distinct from new.state) execute function clocks_follow_state();

-- Promises that run already go on as they were made.
insert into promise_clocks (id, workspace_id, conversation_id, kind, asked, asked_at, minutes, counts_from, heard_at, due_at, act_at, is_running, version)
select gen_random_uuid(), c.workspace_id, c.id, case when c.answered_at is null then 'first' else 'next' end,
    jsonb_build_array(jsonb_build_object('at', m.published_at, 'heardAt', m.heard_at, 'urgency', c.urgency,
      'departmentIds', case when c.department_id is null then '[]'::jsonb else jsonb_build_array(c.department_id) end,
      'sourceId', m.source_id, 'network', c.network, 'topicIds', to_jsonb(c.topic_ids))),
    m.published_at, c.promised_minutes, m.published_at, m.heard_at, c.due_at, c.due_at, c.state in ('open', 'waiting'), 1
  from conversations c join lateral (select * from mentions m where m.conversation_id = c.id and not m.is_own and m.heard_at >= c.open_since
    order by m.published_at, m.id limit 1) m on true
 where c.due_at is not null and c.state <> 'done';

-- When a part of the work last went round: when it stands still, somebody must know.
create table beats (
  name text primary key,
  at timestamptz not null
);
