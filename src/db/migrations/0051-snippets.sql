-- Wordings to begin an answer with, in versions: an answer keeps which one it was written with. And what we know to be so, with where it is from.
create table snippets (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  tags text[] not null default '{}',
  wordings jsonb not null,
  -- The number of the version that holds.
  version int not null default 1,
  state text not null check (state in ('draft', 'live', 'retired')),
  owner_id uuid references members on delete set null,
  expires_at timestamptz,
  -- That it ends in a week, and that it ended, was told; null while it was not.
  told_soon_at timestamptz,
  told_ended_at timestamptz,
  -- Its words by their stems; the name and the tags weigh A.
  search tsvector not null,
  created_at timestamptz not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);
create unique index snippets_name on snippets (workspace_id, lower(name));
create index snippets_ending on snippets (expires_at) where told_ended_at is null and state = 'live';

create table snippet_versions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  snippet_id uuid not null references snippets on delete cascade,
  number int not null,
  name text not null,
  tags text[] not null,
  wordings jsonb not null,
  -- The older version that was put back by this one.
  from_number int,
  by uuid references members on delete set null,
  at timestamptz not null,
  unique (snippet_id, number)
);

-- Which wording an answer was begun with. The words are ours; what was filled in is not kept here.
create table snippet_uses (
  reply_id uuid not null references replies on delete cascade,
  version_id uuid not null references snippet_versions on delete cascade,
  snippet_id uuid not null references snippets on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  wording text not null,
  at timestamptz not null,
  primary key (reply_id, snippet_id)
);
create index snippet_uses_snippet on snippet_uses (snippet_id, at desc);
create index snippet_uses_version on snippet_uses (version_id);

create table snippet_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- Used in each of so many answers in a row, a wording gives way to the next.
  in_a_row_max int not null check (in_a_row_max between 1 and 20),
  writers text not null check (writers in ('member', 'lead', 'admin')),
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);

create table knowledge_items (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  statements jsonb not null,
  source text not null,
  confirmed_by text not null default '',
  since timestamptz,
  valid_until timestamptz,
  owner_id uuid references members on delete set null,
  tags text[] not null default '{}',
  topic_ids uuid[] not null default '{}',
  revision int not null default 1,
  told_soon_at timestamptz,
  told_ended_at timestamptz,
  search tsvector not null,
  created_at timestamptz not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);
create index knowledge_items_workspace on knowledge_items (workspace_id);
create index knowledge_items_ending on knowledge_items (valid_until) where told_ended_at is null;

do $$
declare name text;
begin
  foreach name in array array['snippets', 'snippet_versions', 'snippet_uses', 'snippet_settings', 'knowledge_items'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in (
  'promise_near', 'promise_broken', 'promise_flagged', 'promises_stand', 'mentioned', 'asked', 'informed', 'handed_over', 'queued', 'reopened',
  'reply_failed', 'hook_stopped', 'pledge_due', 'ends_soon', 'ended'));
