-- Nothing goes out, of the whole workspace (no account) or as one account. A number counts the stops of a workspace: what was approved under an older
-- one never leaves by itself, not even after the end.
create table stops (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  account_id uuid references accounts on delete cascade,
  number int not null,
  reason text not null,
  -- Nobody: from the command line.
  stopped_by uuid references members on delete set null,
  stopped_at timestamptz not null,
  ended_by uuid references members on delete set null,
  ended_at timestamptz,
  -- What was done with what waited.
  then_do text check (then_do in ('send', 'drafts', 'look')),
  unique (workspace_id, number),
  check ((ended_at is null) = (then_do is null))
);
create unique index stops_on on stops (workspace_id, (coalesce(account_id, workspace_id))) where ended_at is null;
-- The outbox asks at every look for the newest number of an account and of the workspace.
create index stops_newest on stops (workspace_id, account_id, number desc);
alter table stops enable row level security;
create policy workspace on stops to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on stops to wederhoor_app;

alter table replies drop constraint replies_state_check;
alter table replies add constraint replies_state_check check (state in
  ('ready', 'held', 'sending', 'unknown', 'waiting', 'sent', 'refused', 'undone', 'needs_person', 'assisted', 'removed'));
-- The newest stop when it was approved.
alter table replies add column stop_number int not null default 0;
-- Since when a stop keeps it: how old it is when sending goes on.
alter table replies add column held_at timestamptz;
-- The moment that its writer chose; null leaves as soon as it may.
alter table replies add column scheduled_for timestamptz;
-- Who reads it there. A private answer is never sent in public: the approved hash knows.
alter table replies add column visibility text not null default 'public' check (visibility in ('public', 'direct'));
create index replies_scheduled on replies (workspace_id, scheduled_for) where scheduled_for is not null and state in ('ready', 'held', 'waiting');
create index replies_stopped on replies (workspace_id, account_id) where state in ('ready', 'held', 'waiting');

drop index replies_held;
create index replies_held on replies (conversation_id) where state in ('ready', 'held', 'waiting');
drop index replies_unsettled;
create index replies_unsettled on replies (workspace_id, state) where state in ('ready', 'held', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted');

-- As before; what a stop holds is not erased either.
create or replace function erases_at(c conversations, unanswered_days int, answered_days int) returns timestamptz language sql stable as $$
  select case
    when c.erased_at is not null or c.state = 'merged' then null
    when c.state in ('open', 'waiting') and c.owner_id is not null then null
    when exists (select from replies r where r.conversation_id = c.id
      and r.state in ('ready', 'held', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted')) then null
    when exists (select from pledges p where p.conversation_id = c.id and p.outcome is null) then null
    else last_happened_at(c) + make_interval(hours => 24 * case
      when c.answered_at is not null or exists (select from replies r where r.conversation_id = c.id and r.state = 'sent') then answered_days
      else unanswered_days end)
  end
$$;

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due', 'ends_soon', 'ended', 'silence_due', 'sending_stopped', 'sending_resumed'));
