-- What is told about us and whether it is so: each with the wordings it is known by, the answer that may be given, and where it was told.
create table rumours (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  title text not null,
  truth text not null check (truth in ('unknown', 'untrue', 'partly', 'true')),
  state text not null default 'watched' check (state in ('watched', 'closed')),
  -- [{ text, lang }]
  wordings jsonb not null,
  -- { all: [[word]], none: [word] }: what a message has to say to tell it, and what rules it out.
  marks jsonb not null,
  -- [{ text, url }]: what we know it from.
  sources jsonb not null default '[]',
  -- None: whatever is heard.
  topic_ids uuid[] not null default '{}',
  owner_id uuid references members on delete set null,
  revision int not null default 1,
  -- Whatever was heard between these was asked for it.
  look_from timestamptz not null,
  looked_to timestamptz not null,
  -- Of several that were heard in one moment, the last one.
  looked_id uuid,
  created_at timestamptz not null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);
create index rumours_watched on rumours (workspace_id) where state = 'watched';

create table rumour_answers (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  rumour_id uuid not null references rumours on delete cascade,
  number int not null,
  -- [{ lang, text }]
  statements jsonb not null,
  by uuid references members on delete set null,
  at timestamptz not null,
  approved_by uuid references members on delete set null,
  approved_at timestamptz,
  unique (rumour_id, number)
);

create table rumour_mentions (
  rumour_id uuid not null references rumours on delete cascade,
  mention_id uuid not null references mentions on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  -- What it says of it. Which of its words say so is read from it when it is shown: words of people are kept once.
  says text not null check (says in ('tells', 'asks', 'denies')),
  -- `maybe` waits for a person; `confirmed` and `refused` are theirs.
  verdict text not null check (verdict in ('found', 'maybe', 'confirmed', 'refused')),
  decided_by uuid references members on delete set null,
  decided_at timestamptz,
  published_at timestamptz not null,
  heard_at timestamptz not null,
  primary key (rumour_id, mention_id)
);
create index rumour_mentions_mention on rumour_mentions (mention_id);
create index rumour_mentions_time on rumour_mentions (rumour_id, published_at desc);

-- What was heard since.
create index mentions_heard on mentions (workspace_id, heard_at, id);

do $$
declare name text;
begin
  foreach name in array array['rumours', 'rumour_answers', 'rumour_mentions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
