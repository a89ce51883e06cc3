-- Alerts: what is unusual and bad, one row an event, with figures only; where it is unusual; the peaks that somebody expects; and what a workspace wants to be told.
create table alert_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  is_on boolean not null default true,
  sensitivity text not null default 'usual' check (sensitivity in ('calm', 'usual', 'watchful')),
  -- Everything up to here was looked at. Whoever moves it on looks: one process at a time.
  looked_at timestamptz,
  -- Sources of which was told that they do not answer.
  deaf_source_ids uuid[] not null default '{}'
);

create table alerts (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  state text not null default 'open' check (state in ('open', 'over', 'false_alarm')),
  began_at timestamptz not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  ended_at timestamptz,
  severity smallint not null check (severity between 1 and 10),
  worst_severity smallint not null check (worst_severity between 1 and 10),
  -- Figures, no people: what was seen at its worst and at the last look, how the severity came about, how it went and may go on.
  seen jsonb not null,
  seen_now jsonb,
  severity_parts jsonb not null default '[]',
  course jsonb not null default '[]',
  forecast jsonb not null default '[]',
  -- It went quiet, but a source did not answer.
  is_deaf boolean not null default false,
  is_grave_told boolean not null default false,
  seen_by uuid references members on delete set null,
  seen_at timestamptz,
  refused_by uuid references members on delete set null,
  refused_as text check (refused_as in ('expected', 'not_about_us', 'not_bad', 'one_group', 'other')),
  note text not null default '',
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'false_alarm') = (refused_as is not null))
);
create index alerts_open on alerts (workspace_id) where state = 'open';
create index alerts_time on alerts (workspace_id, raised_at desc);

create table alert_scopes (
  alert_id uuid not null references alerts on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  kind text not null check (kind in ('whole', 'topic', 'source', 'story')),
  -- The workspace, a search, a source or a story. No foreign key: what was unusual stays so when its search is gone.
  subject_id uuid not null,
  began_at timestamptz not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  ended_at timestamptz,
  spike jsonb not null,
  worst jsonb not null,
  primary key (alert_id, kind, subject_id)
);
create index alert_scopes_told on alert_scopes (workspace_id, kind, subject_id, ended_at);

create table expected_peaks (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- None: whatever is said of us.
  topic_ids uuid[] not null default '{}',
  times real,
  by uuid references members on delete set null,
  created_at timestamptz not null,
  check (ends_at > starts_at)
);
create index expected_peaks_time on expected_peaks (workspace_id, ends_at);

-- Negative, or somebody should look at once; corrections win.
create function is_grave(said jsonb, correction jsonb) returns boolean language sql immutable parallel safe as $$
  select said is not null and (
    tone_of(said, correction) = 'negative'
    or (coalesce(correction ->> 'intent', said #>> '{intent,top}') in ('crisis', 'legal_threat') and not coalesce(correction -> 'notSo' ? 'intent', false))
    or coalesce(correction ->> 'urgency', said ->> 'urgency') = '3')
$$;

do $$
declare name text;
begin
  foreach name in array array['alert_settings', 'alerts', 'alert_scopes', 'expected_peaks'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due', 'ends_soon', 'ended', 'silence_due', 'sending_stopped', 'sending_resumed', 'approval_asked', 'approval_late', 'approved', 'changes_asked', 'rejected',
  'incident_joined', 'incident_due', 'alert_raised', 'alert_grave', 'listening_deaf'));
