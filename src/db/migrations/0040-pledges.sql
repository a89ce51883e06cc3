-- What somebody of us said we would do for a customer, and until when: a task with a clock. Its words may name people: it goes when they are forgotten.
create table pledges (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  text text not null,
  due_at timestamptz not null,
  made_by uuid references members on delete set null,
  made_at timestamptz not null,
  outcome text check (outcome in ('kept', 'dropped')),
  settled_by uuid references members on delete set null,
  settled_at timestamptz,
  -- That it is due was told; null while it is not due.
  told_at timestamptz,
  check ((outcome is null) = (settled_at is null))
);
create index pledges_of on pledges (conversation_id, due_at);
create index pledges_due on pledges (due_at) where outcome is null and told_at is null;
alter table pledges enable row level security;
create policy workspace on pledges to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on pledges to wederhoor_app;
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due'));
