-- Some answers need a second pair of eyes before they leave. Until then they wait, and the outbox does not see them.
alter table replies drop constraint replies_state_check;
alter table replies add constraint replies_state_check check (state in (
  'awaits_approval', 'ready', 'held', 'sending', 'unknown', 'waiting', 'sent', 'refused', 'undone', 'needs_person', 'assisted', 'removed'));

-- Who needs approval for what. A version is never changed: each asking keeps by which it was asked.
create table approval_versions (
  workspace_id uuid not null references workspaces on delete cascade,
  number int not null,
  settings jsonb not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null,
  primary key (workspace_id, number)
);

-- One asking for approval of one wording of one answer. What ended stays as a line of what was.
create table approvals (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  reply_id uuid not null references replies on delete cascade,
  why jsonb not null,
  approvers jsonb not null,
  version int not null,
  -- What is asked about: account, target and words under one hash. The words themselves are for whoever compares two wordings.
  intent_hash text not null,
  text text not null,
  asked_by uuid references members on delete set null,
  asked_at timestamptz not null,
  -- Why it is asked once more: what the approval before this one lacks.
  lack text check (lack in ('never', 'text', 'message', 'approver', 'own', 'taken_back')),
  -- Of a pile: so long after the undo time it leaves. What the conversation waits for afterwards.
  delay_ms int not null default 0,
  wait_until timestamptz,
  late_at timestamptz,
  is_late boolean not null default false,
  outcome text check (outcome in ('approved', 'changes', 'rejected', 'withdrawn', 'voided')),
  settled_by uuid references members on delete set null,
  settled_at timestamptz,
  note text,
  check ((outcome is null) = (settled_at is null))
);
-- One that waits or holds at a time: of two who ask, or approve, one is told that the other was first.
create unique index approvals_standing on approvals (reply_id) where outcome is null or outcome = 'approved';
create index approvals_reply on approvals (reply_id, asked_at);
create index approvals_waiting on approvals (workspace_id, conversation_id) where outcome is null;
create index approvals_late on approvals (late_at) where outcome is null and not is_late;

do $$
declare name text;
begin
  foreach name in array array['approval_versions', 'approvals'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due', 'ends_soon', 'ended', 'silence_due', 'sending_stopped', 'sending_resumed', 'approval_asked', 'approval_late', 'approved', 'changes_asked', 'rejected'));

-- What waits for approval is not erased either.
create or replace function erases_at(c conversations, unanswered_days int, answered_days int) returns timestamptz language sql stable as $$
  select case
    when c.erased_at is not null or c.state = 'merged' then null
    when c.state in ('open', 'waiting') and c.owner_id is not null then null
    when exists (select from replies r where r.conversation_id = c.id
      and r.state in ('awaits_approval', 'ready', 'held', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted')) then null
    when exists (select from pledges p where p.conversation_id = c.id and p.outcome is null) then null
    else last_happened_at(c) + make_interval(hours => 24 * case
      when c.answered_at is not null or exists (select from replies r where r.conversation_id = c.id and r.state = 'sent') then answered_days
      else unanswered_days end)
  end
$$;
