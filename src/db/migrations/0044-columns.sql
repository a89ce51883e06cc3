-- The inbox as columns: whether somebody wants it so, and which views stand side by side in each workspace. Ids and names of views only, no words of people.
alter table users add column layout text not null default 'list' check (layout in ('list', 'columns'));
-- Workspace to its columns, from left to right; a workspace that is not named has those one starts with.
alter table users add column columns jsonb not null default '{}';
