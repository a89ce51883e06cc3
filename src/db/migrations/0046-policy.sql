-- How to answer, as a decision tree that people write. A version is never changed: what was decided by it can be explained for ever.
create table policy_versions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  number int not null,
  policy jsonb not null,
  -- Made-up conversations with the advice each must get; all of them did when this was published.
  examples jsonb not null,
  note text not null default '',
  -- The older version that was put back by this one.
  from_number int,
  published_by uuid references members on delete set null,
  published_at timestamptz not null,
  unique (workspace_id, number)
);

-- What is being written, as text, so that half a thought is kept too.
create table policy_drafts (
  workspace_id uuid primary key references workspaces on delete cascade,
  text text not null,
  examples jsonb not null,
  revision int not null default 1,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null
);

-- What a person said when the policy asked. Taken back, it stays as a line of what was.
create table policy_answers (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  question_id text not null,
  -- As it was asked, since a later version may ask it in other words.
  question text not null,
  answer text not null check (answer in ('yes', 'no', 'unknown')),
  version int not null,
  answered_by uuid references members on delete set null,
  answered_at timestamptz not null,
  taken_back_by uuid references members on delete set null,
  taken_back_at timestamptz
);
create unique index policy_answers_standing on policy_answers (conversation_id, question_id) where taken_back_at is null;
create index policy_answers_conversation on policy_answers (conversation_id, answered_at);

-- What the policy advised at the moment somebody acted, by which version. Ids and the words of the policy; none of people.
create table policy_decisions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  occasion text not null check (occasion in ('replied', 'finished')),
  version int not null,
  advice jsonb not null,
  by uuid references members on delete set null,
  at timestamptz not null
);
create index policy_decisions_conversation on policy_decisions (conversation_id, at);

do $$
declare name text;
begin
  foreach name in array array['policy_versions', 'policy_drafts', 'policy_answers', 'policy_decisions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
