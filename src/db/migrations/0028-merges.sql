-- Two conversations that are one: the messages of the one move into the other, which its key leads to from then on. What moved is kept, so that
-- it can be taken apart again.
alter table conversations drop constraint conversations_state_check;
alter table conversations add constraint conversations_state_check check (state in ('open', 'waiting', 'done', 'noise', 'merged'));
alter table conversations add column merged_into uuid references conversations on delete cascade;
alter table conversations add constraint conversations_merged check ((state = 'merged') = (merged_into is not null));
create index conversations_merged_into on conversations (merged_into) where merged_into is not null;

create table merges (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  from_id uuid not null references conversations on delete cascade,
  into_id uuid not null references conversations on delete cascade,
  -- What was its own: answers follow the messages they answer.
  mention_ids uuid[] not null,
  note_ids uuid[] not null,
  -- How the one stood before it was merged.
  before jsonb not null,
  merged_by uuid references members on delete set null,
  merged_at timestamptz not null,
  undone_at timestamptz
);
create index merges_into on merges (into_id) where undone_at is null;
create index merges_from on merges (from_id) where undone_at is null;

alter table merges enable row level security;
create policy workspace on merges to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on merges to wederhoor_app;
