-- Deliberately no answer is a decision: why, by whom, and when it is looked at again. Reasons are the workspace's; null is the set one begins with.
alter table workspaces add column silence_reasons jsonb;

create table silences (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  -- Answered by another way, or not at all.
  kind text not null check (kind in ('elsewhere', 'silence')),
  -- The reason as it was called then: it may be renamed or retired.
  reason_id text,
  reason_name text not null default '',
  -- In the words of whoever decided; may name people, and goes when they are forgotten.
  note text not null default '',
  owner_id uuid references members on delete set null,
  decided_by uuid references members on delete set null,
  decided_at timestamptz not null,
  review_at timestamptz,
  -- How far it had spread when it was decided.
  spread_then int not null default 0,
  -- What the policy advised at that moment.
  policy_decision_id uuid references policy_decisions on delete set null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('review', 'growth', 'author', 'hand', 'merged', 'taken_back')),
  check ((kind = 'silence') = (reason_id is not null)),
  check ((ended_at is null) = (ended_by is null))
);
create unique index silences_standing on silences (conversation_id) where ended_at is null;
create index silences_of on silences (conversation_id, decided_at desc);
create index silences_review on silences (review_at) where ended_at is null and review_at is not null;
create index silences_watched on silences (decided_at) where ended_at is null and kind = 'silence';
create index silences_report on silences (workspace_id, decided_at);
create index silences_reason on silences (workspace_id, reason_id, conversation_id);
alter table silences enable row level security;
create policy workspace on silences to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on silences to wederhoor_app;

alter table promise_clocks drop constraint promise_clocks_stopped_by_check;
alter table promise_clocks add constraint promise_clocks_stopped_by_check check (stopped_by in ('answer', 'elsewhere', 'anew', 'silence'));

-- Whatever opens a conversation ends what was decided about it, by itself: nobody can forget it. Who knows why has said so before. Opened by a
-- hand, whoever waited waits on: the clocks go on where they were stopped.
create function silence_follows_state() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare last silences%rowtype;
begin
  if new.state = 'done' then
    update silences set ended_at = null, ended_by = null
     where id = (select s.id from silences s where s.conversation_id = new.id order by s.decided_at desc, s.id desc limit 1)
       and old.state = 'merged' and ended_by = 'merged';
    return null;
  end if;
  update silences set ended_at = now(), ended_by = case when new.state = 'merged' then 'merged' else 'hand' end
   where conversation_id = new.id and ended_at is null;
  if new.state not in ('open', 'waiting') then return null; end if;
  select * into last from silences s where s.conversation_id = new.id order by s.decided_at desc, s.id desc limit 1;
  if last.ended_by = 'taken_back' or (last.ended_by = 'hand' and last.kind = 'silence') then
    update promise_clocks p set stopped_at = null, stopped_by = null, is_running = true
     where p.conversation_id = new.id and p.stopped_by in ('silence', 'elsewhere') and p.stopped_at = last.decided_at
       and not exists (select from promise_clocks o where o.conversation_id = new.id and o.kind = p.kind and o.stopped_at is null);
    update conversations c set due_at = p.due_at, promised_minutes = p.minutes
      from (select due_at, minutes from promise_clocks where conversation_id = new.id and stopped_at is null and due_at is not null
             order by due_at limit 1) p
     where c.id = new.id;
  end if;
  return null;
end $$;
create trigger silence_follows_state after update of state on conversations
  for each row when (old.state is distinct from new.state) execute function silence_follows_state();

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due', 'ends_soon', 'ended', 'silence_due'));
