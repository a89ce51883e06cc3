-- The crisis room: one incident, who is in it, what is said about it, and what is still to be done.
create table incidents (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  number int not null,
  title text not null,
  -- What is going on, in one sentence.
  happening text not null default '',
  state text not null default 'open' check (state in ('open', 'closed')),
  is_private boolean not null default true,
  -- The alert it was opened from. No foreign key: alerts may be thrown away, the incident stays.
  alert_id uuid,
  lead_id uuid references members on delete set null,
  comms_id uuid references members on delete set null,
  opened_by uuid references members on delete set null,
  opened_at timestamptz not null,
  -- What was said since then about its topics is part of it.
  began_at timestamptz not null,
  closed_by uuid references members on delete set null,
  closed_at timestamptz,
  update_minutes int,
  next_update_at timestamptz,
  is_update_told boolean not null default false,
  needs_approval boolean not null default false,
  topic_ids uuid[] not null default '{}',
  story_ids uuid[] not null default '{}',
  not_to_say text[] not null default '{}',
  not_to_say_by uuid references members on delete set null,
  voices jsonb not null default '[]',
  mail_to text[] not null default '{}',
  mails_updates boolean not null default false,
  playbook text,
  review jsonb,
  version int not null default 1,
  unique (workspace_id, number),
  check ((state = 'closed') = (closed_at is not null))
);
-- Asked at every answer that is written: which incidents are open here.
create index incidents_open on incidents (workspace_id) where state = 'open';
create index incidents_update_due on incidents (next_update_at) where state = 'open' and not is_update_told;

create table incident_people (
  incident_id uuid not null references incidents on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  member_id uuid not null references members on delete cascade,
  part text not null check (part in ('member', 'observer')),
  added_at timestamptz not null,
  primary key (incident_id, member_id)
);

-- The line: what we say. A version is never changed; the newest that was approved is the line.
create table incident_lines (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  incident_id uuid not null references incidents on delete cascade,
  number int not null,
  text text not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'sent_back', 'replaced')),
  written_by uuid references members on delete set null,
  written_at timestamptz not null,
  settled_by uuid references members on delete set null,
  settled_at timestamptz,
  note text,
  unique (incident_id, number)
);

create table incident_tasks (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  incident_id uuid not null references incidents on delete cascade,
  position int not null,
  title text not null,
  assignee_id uuid references members on delete set null,
  added_by uuid references members on delete set null,
  added_at timestamptz not null,
  done_by uuid references members on delete set null,
  done_at timestamptz,
  -- Taken off the list; the timeline still knows what it was.
  removed_at timestamptz
);
create index incident_tasks_of on incident_tasks (incident_id, position);

-- Where somebody put a conversation: into a lane, or out of it all.
create table incident_conversations (
  incident_id uuid not null references incidents on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  -- Null: in it, and the rule says where.
  lane text check (lane in ('must_answer', 'use_line', 'watch')),
  is_out boolean not null default false,
  placed_by uuid references members on delete set null,
  placed_at timestamptz not null,
  primary key (incident_id, conversation_id)
);
create index incident_conversations_of on incident_conversations (conversation_id);

-- What people write down: decisions, and updates for those who wait for them.
create table incident_entries (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  incident_id uuid not null references incidents on delete cascade,
  kind text not null check (kind in ('decision', 'update')),
  text text not null,
  written_by uuid references members on delete set null,
  written_at timestamptz not null
);
create index incident_entries_of on incident_entries (incident_id, written_at);

create table incident_stars (
  incident_id uuid not null references incidents on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  audit_id bigint not null,
  starred_by uuid references members on delete set null,
  primary key (incident_id, audit_id)
);

-- The status as it was when it was sent, for each who gets it. It is sent once, and tried again.
create table incident_letters (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  incident_id uuid not null references incidents on delete cascade,
  address text not null,
  lang text not null check (lang in ('en', 'nl')),
  subject text not null,
  text text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  due_at timestamptz not null,
  settled_at timestamptz,
  trouble jsonb
);
create index incident_letters_due on incident_letters (due_at) where state = 'waiting';
create index incident_letters_of on incident_letters (incident_id);

-- A playbook that was changed here; without a row the starter of that name holds.
create table playbooks (
  workspace_id uuid not null references workspaces on delete cascade,
  key text not null,
  lang text not null check (lang in ('en', 'nl')),
  name text not null,
  steps text[] not null,
  not_to_say text[] not null default '{}',
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null,
  primary key (workspace_id, key, lang)
);

do $$
declare name text;
begin
  foreach name in array array['incidents', 'incident_people', 'incident_lines', 'incident_tasks', 'incident_conversations', 'incident_entries',
      'incident_stars', 'incident_letters', 'playbooks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

-- The timeline of an incident is what the audit says of it.
create index audit_incident on audit (subject_id, id) where subject_kind = 'incident';

-- Whether a conversation is part of an incident: put there by hand (also what was merged into it), told in one of its stories, or heard about
-- one of its topics since it began and before it was closed. Who takes it out wins.
create function in_incident(i incidents, c conversations) returns boolean language sql stable as $$
  select c.workspace_id = i.workspace_id and c.state <> 'merged' and c.erased_at is null
    and not exists (select from incident_conversations o where o.incident_id = i.id and o.conversation_id = c.id and o.is_out)
    and (c.story_id = any(i.story_ids)
      or (c.topic_ids && i.topic_ids and c.latest_at >= i.began_at and (i.closed_at is null or c.created_at <= i.closed_at))
      or exists (select from incident_conversations o join conversations m on m.id = o.conversation_id
        where o.incident_id = i.id and not o.is_out and coalesce(m.merged_into, m.id) = c.id))
$$;

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due', 'ends_soon', 'ended', 'silence_due', 'sending_stopped', 'sending_resumed', 'approval_asked', 'approval_late', 'approved', 'changes_asked', 'rejected',
  'incident_joined', 'incident_due'));
