-- Words of this house that no dictionary knows: names of products, of places, of what it does. Somebody added each, and any of them can go.
create table own_words (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  word text not null,
  -- As it is looked up: in small letters.
  folded text not null,
  added_by uuid references members on delete set null,
  added_at timestamptz not null,
  unique (workspace_id, folded)
);
alter table own_words enable row level security;
create policy workspace on own_words to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on own_words to wederhoor_app;
