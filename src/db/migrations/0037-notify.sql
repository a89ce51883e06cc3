-- More that one is told, how loudly, and on which ways it leaves the house. Sending reads these rows: it stands in no way of the inbox.
alter table notices alter column conversation_id drop not null;
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped'));
alter table notices
  add column level text not null default 'nudge' check (level in ('page', 'nudge', 'badge', 'digest')),
  -- The same for all who were told of one thing.
  add column happening_id uuid,
  add column planned_at timestamptz;
update notices set planned_at = at, happening_id = id;
alter table notices alter column happening_id set not null;
create index notices_unplanned on notices (at) where planned_at is null;
create index notices_happening on notices (happening_id, id);

-- How one wants to be told. Who has no row has what is usual.
create table notice_settings (
  member_id uuid primary key references members on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  levels jsonb not null default '{}',
  -- Times of the clock in the person's own time zone; null is no quiet hours.
  quiet_from text,
  quiet_to text,
  time_zone text not null default 'UTC',
  is_page_heard boolean not null default true,
  mail_from text not null default 'page' check (mail_from in ('never', 'page', 'nudge')),
  shows_text boolean not null default false,
  has_digest boolean not null default true
);

-- A conversation of which somebody wants to hear nothing; without an end it is for good.
create table mutes (
  member_id uuid not null references members on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  until timestamptz,
  at timestamptz not null,
  primary key (member_id, conversation_id)
);

-- A browser that may be pushed to. Its address is a key by itself, so it is sealed; the hash finds it again.
create table push_devices (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  member_id uuid not null references members on delete cascade,
  name text not null,
  subscription text not null,
  endpoint_hash text not null,
  trouble jsonb,
  at timestamptz not null,
  sent_at timestamptz,
  unique (member_id, endpoint_hash)
);

-- Keys that this Wederhoor made for itself, such as the one that signs pushes.
create table own_keys (name text primary key, public_key text not null, private_key text not null, at timestamptz not null);

create table mail_servers (
  workspace_id uuid primary key references workspaces on delete cascade,
  host text not null,
  port integer not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null default '',
  password text,
  sender text not null,
  trouble jsonb,
  sent_at timestamptz
);

create table digest_times (
  workspace_id uuid primary key references workspaces on delete cascade,
  hour text not null default '16:30',
  time_zone text not null
);

create table hooks (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  kind text not null check (kind in ('slack', 'teams', 'mattermost')),
  url text not null,
  host text not null,
  kinds text[] not null,
  department_id uuid references departments on delete cascade,
  lang text not null default 'en',
  failures integer not null default 0,
  trouble jsonb,
  stopped_at timestamptz,
  sent_at timestamptz,
  at timestamptz not null
);

-- One thing on its way to one place: a device, a mailbox, a webhook. Who claims it sends it; a claim that ran out is taken up again.
create table deliveries (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  channel text not null check (channel in ('push', 'mail', 'digest', 'hook')),
  member_id uuid references members on delete cascade,
  target_id uuid not null,
  -- What goes together: the conversation, what came in quiet hours, the day of a digest.
  bundle text not null,
  notice_ids uuid[] not null default '{}',
  level text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  claim uuid,
  trouble jsonb,
  at timestamptz not null,
  settled_at timestamptz
);
create unique index deliveries_bundle on deliveries (channel, target_id, bundle) where state = 'waiting' and attempts = 0;
create unique index deliveries_digest on deliveries (target_id, bundle) where channel = 'digest';
create index deliveries_due on deliveries (due_at) where state in ('waiting', 'sending');
create index deliveries_settled on deliveries (settled_at) where settled_at is not null;
create index deliveries_last on deliveries (channel, target_id, bundle, at);

alter table notice_settings enable row level security;
create policy workspace on notice_settings to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on notice_settings to wederhoor_app;
alter table mutes enable row level security;
create policy workspace on mutes to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on mutes to wederhoor_app;
alter table push_devices enable row level security;
create policy workspace on push_devices to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on push_devices to wederhoor_app;
alter table mail_servers enable row level security;
create policy workspace on mail_servers to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on mail_servers to wederhoor_app;
alter table digest_times enable row level security;
create policy workspace on digest_times to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on digest_times to wederhoor_app;
alter table hooks enable row level security;
create policy workspace on hooks to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on hooks to wederhoor_app;
alter table deliveries enable row level security;
create policy workspace on deliveries to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on deliveries to wederhoor_app;
