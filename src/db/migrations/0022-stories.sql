-- By what a message is found again while it is new (src/triage/alike/): hashes, never words. Both tables hold three days; a copy of what is
-- kept already is not kept again, so that an army of ten thousand is one row.
create table prints (
  mention_id uuid primary key references mentions on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  heard_at timestamptz not null,
  signature bytea not null
);
create index prints_heard on prints (workspace_id, heard_at);
create index prints_conversation on prints (conversation_id);
create table print_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  key bigint not null,
  heard_at timestamptz not null,
  -- Without a foreign key: it would need an index of its own, and a key whose print is gone finds nothing.
  mention_id uuid not null
);
create index print_keys_lookup on print_keys (workspace_id, key, heard_at desc) include (mention_id);
create index print_keys_heard on print_keys using brin (heard_at);

-- Conversations about one event: copies of one text, the same told in other words, or put together by hand.
create table stories (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_count int not null default 0,
  -- It came back from the noise when it had so many; only when it has many more does it come back again.
  storm_count int not null default 0,
  created_at timestamptz not null default now()
);
create table story_conversations (
  workspace_id uuid not null references workspaces on delete cascade,
  story_id uuid not null references stories on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  how text not null check (how in ('copy', 'told', 'hand')),
  -- The terms it shares with another, and with which; of a copy how like it is.
  why jsonb not null default '{}',
  joined_at timestamptz not null,
  -- Taken out by a member: it stays out of this story however like it is.
  taken_out_at timestamptz,
  primary key (conversation_id, story_id)
);
create index story_conversations_story on story_conversations (story_id, joined_at desc) where taken_out_at is null;
alter table conversations add column story_id uuid references stories on delete set null;
create index conversations_story on conversations (story_id, latest_at desc) where story_id is not null;

do $$
declare name text;
begin
  foreach name in array array['prints', 'print_keys', 'stories', 'story_conversations'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
