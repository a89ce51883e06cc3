-- A department may give its work out in turn, to whoever is there and has room for it.
alter table departments add column distribution text not null default 'free' check (distribution in ('free', 'in_turn'));
-- So many open conversations somebody has at most before the department gives them another; null is without end.
alter table department_members add column capacity int check (capacity > 0);
-- Nothing is given to who is away.
alter table members add column is_away boolean not null default false;

-- Who was given something last, by a number that counts up: of those who have equally much the longest waiting is next.
create table department_turns (
  workspace_id uuid not null references workspaces on delete cascade,
  department_id uuid not null references departments on delete cascade,
  member_id uuid not null references members on delete cascade,
  turn bigint not null,
  primary key (department_id, member_id)
);
alter table department_turns enable row level security;
create policy workspace on department_turns to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on department_turns to wederhoor_app;
