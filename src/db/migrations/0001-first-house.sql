-- The first tables: the team, what we listen to, what was heard and what triage said of it, conversations, and our answers.
-- Every table of a workspace carries its id and is walled off by row-level security from its first day.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent() is only "stable"; an index needs a function that always answers the same. The dictionary is named, so it does.
create function plain(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

create function current_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('wederhoor.workspace', true), '')::uuid $$;

create function search_configuration(lang text) returns regconfig language sql immutable parallel safe
  as $$ select (case lang when 'nl' then 'pg_catalog.dutch' when 'en' then 'pg_catalog.english' else 'pg_catalog.simple' end)::regconfig $$;

---------------------------------------------------------------- people (of the house, not of one workspace)
create table users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  lang text not null default 'en',
  theme text not null default 'system',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table sessions (
  id text primary key,
  user_id text not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  workspace_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id);
create table sign_ins (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references users on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_ins_user on sign_ins (user_id);
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

---------------------------------------------------------------- team
create table workspaces (
  id uuid primary key,
  name text not null,
  -- How people call the organisation: neutral words for triage, and the first topic.
  brands text[] not null default '{}',
  undo_seconds int not null default 10 check (undo_seconds between 0 and 30),
  promise_minutes jsonb not null default '{"0":null,"1":480,"2":120,"3":30}',
  last_conversation_number int not null default 0,
  welcomed_at timestamptz,
  created_at timestamptz not null default now()
);
create table members (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  user_id text not null references users on delete cascade,
  name text not null,
  role text not null check (role in ('observer','member','lead','admin','owner')),
  left_at timestamptz,
  created_at timestamptz not null default now(),
  unique (workspace_id, user_id)
);
create table departments (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, name)
);
create table department_members (
  workspace_id uuid not null references workspaces on delete cascade,
  department_id uuid not null references departments on delete cascade,
  member_id uuid not null references members on delete cascade,
  primary key (department_id, member_id)
);
create table invitations (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  email text not null,
  role text not null check (role in ('observer','member','lead','admin','owner')),
  department_ids uuid[] not null default '{}',
  -- SHA-256 of the token in the link: the token itself is shown once and kept nowhere.
  token_hash text not null unique,
  invited_by uuid not null references members,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now()
);
create table audit (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  conversation_id uuid,
  details jsonb not null default '{}'
);
create index audit_conversation on audit (workspace_id, conversation_id, id) where conversation_id is not null;
create index audit_workspace on audit (workspace_id, id);
create function audit_is_append_only() returns trigger language plpgsql as $$
  begin raise exception 'the audit is append-only'; end $$;
create trigger audit_append_only before update on audit for each row execute function audit_is_append_only();

create table events (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamptz not null default now(),
  kind text not null,
  conversation_id uuid,
  subject_id text not null,
  by uuid
);
create index events_workspace on events (workspace_id, id);
create index events_at on events (at);

---------------------------------------------------------------- listen
create table sources (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  connector text not null,
  name text not null,
  settings jsonb not null default '{}',
  account_id uuid,
  -- What an account hears of itself (notifications) is a source too, made and removed with the account.
  listens_to text not null default 'settings' check (listens_to in ('settings','account')),
  state text not null default 'on' check (state in ('on','paused')),
  cursor jsonb,
  next_at timestamptz not null default now(),
  last_heard_at timestamptz,
  last_success_at timestamptz,
  delay_ms int,
  heard_count bigint not null default 0,
  kept_count bigint not null default 0,
  failure jsonb,
  failures_in_row int not null default 0,
  created_at timestamptz not null default now()
);
create index sources_workspace on sources (workspace_id);
create table source_gaps (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  source_id uuid not null references sources on delete cascade,
  from_at timestamptz not null,
  to_at timestamptz not null,
  why text not null,
  filled_at timestamptz,
  created_at timestamptz not null default now()
);
create index source_gaps_source on source_gaps (source_id, from_at desc);
create table unreadables (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  source_id uuid not null references sources on delete cascade,
  why text not null,
  sample text not null,
  at timestamptz not null default now()
);
create index unreadables_source on unreadables (source_id, at desc);

---------------------------------------------------------------- match
create table topics (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  query text not null,
  state text not null default 'on' check (state in ('on','paused')),
  department_id uuid references departments on delete set null,
  purpose text not null,
  legal_basis text not null,
  owner_id uuid references members on delete set null,
  review_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, name)
);
create table authors (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  network text not null,
  native_id text not null,
  handle text not null,
  name text not null,
  url text,
  avatar_url text,
  bio text,
  followers int,
  first_seen_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, network, native_id)
);
create index authors_name on authors using gin (plain(name || ' ' || handle) gin_trgm_ops);

---------------------------------------------------------------- inbox: the unit of work
create table conversations (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  number int not null,
  network text not null,
  thread_id text not null,
  title text not null,
  is_title_given boolean not null default false,
  state text not null default 'open' check (state in ('open','waiting','done')),
  owner_id uuid references members on delete set null,
  department_id uuid references departments on delete set null,
  -- The member who has it open for answering keeps it through a condition on this number: every change counts it up.
  version int not null default 1,
  due_at timestamptz,
  promised_minutes int,
  wait_until timestamptz,
  answered_at timestamptz,
  done_at timestamptz,
  author_id uuid references authors on delete set null,
  -- Of the newest message that is not ours, so that a list row needs no second question.
  latest_mention_id uuid,
  latest_at timestamptz not null,
  -- When we heard it: what "unread" is measured against, since the clock of the network is not ours.
  latest_heard_at timestamptz not null default now(),
  message_count int not null default 0,
  urgency smallint not null default 0,
  sentiment text not null default 'unsure',
  intent text not null default 'unsure',
  lang text not null default 'und',
  topic_ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  unique (workspace_id, number),
  unique (workspace_id, network, thread_id)
);
create index conversations_open on conversations (workspace_id, (coalesce(due_at, 'infinity'::timestamptz)), latest_at desc, id) where state = 'open';
create index conversations_owner on conversations (workspace_id, owner_id, (coalesce(due_at, 'infinity'::timestamptz)), latest_at desc, id) where state = 'open';
create index conversations_department on conversations (workspace_id, department_id, (coalesce(due_at, 'infinity'::timestamptz)), latest_at desc, id) where state = 'open';
create index conversations_latest on conversations (workspace_id, state, latest_at desc, id);
create index conversations_waiting on conversations (wait_until) where state = 'waiting';
create index conversations_title on conversations using gin (plain(title) gin_trgm_ops);

create table mentions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  network text not null,
  native_id text not null,
  source_id uuid references sources on delete set null,
  author_id uuid not null references authors on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  kind text not null,
  url text,
  parent_id text,
  root_id text,
  ref jsonb,
  title text,
  text text not null,
  is_cut boolean not null default false,
  -- Written by one of our own accounts: shown in the thread, never work.
  is_own boolean not null default false,
  lang text not null default 'und',
  published_at timestamptz not null,
  heard_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  links text[] not null default '{}',
  media jsonb not null default '[]',
  likes int,
  reposts int,
  replies int,
  rating real,
  search tsvector generated always as (
    case when deleted_at is null then
      setweight(to_tsvector(search_configuration(lang), plain(coalesce(title, ''))), 'A') ||
      to_tsvector(search_configuration(lang), plain(text)) || to_tsvector('pg_catalog.simple', plain(text))
    end) stored,
  unique (workspace_id, network, native_id)
);
create index mentions_conversation on mentions (conversation_id, published_at, id);
create index mentions_search on mentions using gin (search);
create index mentions_author on mentions (author_id, published_at desc);
create index mentions_published on mentions (workspace_id, published_at desc);

create table mention_topics (
  workspace_id uuid not null references workspaces on delete cascade,
  mention_id uuid not null references mentions on delete cascade,
  topic_id uuid not null references topics on delete cascade,
  -- [[start, end], …] in UTF-16 units of the text at the time it matched.
  spans jsonb not null default '[]',
  primary key (mention_id, topic_id)
);
create index mention_topics_topic on mention_topics (topic_id, mention_id);
create table mention_versions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  mention_id uuid not null references mentions on delete cascade,
  text text not null,
  seen_until timestamptz not null default now()
);
create index mention_versions_mention on mention_versions (mention_id);

---------------------------------------------------------------- triage
create table assessments (
  mention_id uuid primary key references mentions on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  said jsonb not null,
  correction jsonb,
  corrected_by uuid references members on delete set null,
  corrected_at timestamptz,
  at timestamptz not null default now()
);

---------------------------------------------------------------- inbox: by and between people
create table notes (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  member_id uuid not null references members,
  text text not null,
  at timestamptz not null default now()
);
create index notes_conversation on notes (conversation_id, at);
create table conversation_reads (
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  member_id uuid not null references members on delete cascade,
  read_at timestamptz not null,
  primary key (conversation_id, member_id)
);

---------------------------------------------------------------- reply
create table accounts (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  network text not null,
  native_id text not null,
  handle text not null,
  name text not null,
  avatar_url text,
  url text,
  limits jsonb,
  -- Sealed with AES-256-GCM; the workspace and the account are part of the seal.
  credentials text not null,
  state text not null default 'connected' check (state in ('connected','reconnect','removed')),
  problem jsonb,
  -- Counted up by a stop: nothing approved under an older number may leave.
  stop_epoch int not null default 0,
  connected_by uuid references members on delete set null,
  created_at timestamptz not null default now(),
  unique (workspace_id, network, native_id)
);
create table drafts (
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  member_id uuid not null references members on delete cascade,
  kind text not null check (kind in ('reply','note')),
  text text not null,
  updated_at timestamptz not null default now(),
  primary key (conversation_id, member_id, kind)
);
create table replies (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  mention_id uuid not null references mentions,
  -- No account: an assisted answer, posted by hand by a person.
  account_id uuid references accounts,
  text text not null,
  lang text,
  written_by uuid not null references members,
  state text not null check (state in ('ready','sending','unknown','waiting','sent','refused','undone','needs_person','assisted','removed')),
  -- What the conversation becomes when it leaves, and what it was, so that undo restores it.
  then_do text not null default 'done' check (then_do in ('done','stay','wait')),
  before jsonb not null default '{}',
  -- SHA-256 over account, target and text: what was approved is what is sent, or nothing is.
  intent_hash text not null,
  stop_epoch int not null default 0,
  -- The next moment at which the outbox must look at it. Null only in the states where a person or nobody moves.
  due_at timestamptz,
  lease_until timestamptz,
  leased_by text,
  attempts int not null default 0,
  first_attempt_at timestamptz,
  last_attempt_at timestamptz,
  native_id text,
  url text,
  ref jsonb,
  problem jsonb,
  heard_back_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null default now()
);
create index replies_due on replies (due_at) where due_at is not null;
create index replies_conversation on replies (conversation_id, created_at);
create index replies_native on replies (workspace_id, native_id) where native_id is not null;
create index replies_unsettled on replies (workspace_id, state) where state in ('ready','sending','unknown','waiting','needs_person','assisted');

---------------------------------------------------------------- walls
do $$
declare name text;
begin
  foreach name in array array['members','departments','department_members','invitations','audit','events','sources','source_gaps',
    'unreadables','topics','authors','conversations','mentions','mention_topics','mention_versions','assessments','notes',
    'conversation_reads','accounts','drafts','replies'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
alter table workspaces enable row level security;
create policy workspace on workspaces to wederhoor_app using (id = (select current_workspace()));
grant select, update on workspaces to wederhoor_app;
grant select on users to wederhoor_app;
revoke update, delete on audit from wederhoor_app;
grant usage on all sequences in schema public to wederhoor_app;

-- Full-text and trigram operators are not leakproof, so row-level security would keep the planner from their indexes.
-- This function is owned by the owner of the tables and walls by itself: the workspace is part of its own question.
create function search_conversations(words text, most int) returns table (conversation_id uuid, rank real)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select websearch_to_tsquery('pg_catalog.dutch', plain(words)) || websearch_to_tsquery('pg_catalog.english', plain(words))
        || websearch_to_tsquery('pg_catalog.simple', plain(words)) as query, plain(words) as plain_words
  ), hits as (
    select m.conversation_id, ts_rank(m.search, asked.query) as rank
      from mentions m, asked where m.workspace_id = current_workspace() and m.search @@ asked.query
    union all
    select c.id, 1.0::real from conversations c, asked
      where c.workspace_id = current_workspace() and length(asked.plain_words) >= 3 and plain(c.title) like '%' || asked.plain_words || '%'
    union all
    select m.conversation_id, 0.9::real from authors a join mentions m on m.author_id = a.id, asked
      where a.workspace_id = current_workspace() and length(asked.plain_words) >= 3
        and plain(a.name || ' ' || a.handle) like '%' || asked.plain_words || '%'
  )
  select hits.conversation_id, max(hits.rank)::real from hits group by 1 order by 2 desc, 1 desc limit most
$$;
revoke all on function search_conversations(text, int) from public;
grant execute on function search_conversations(text, int) to wederhoor_app;
