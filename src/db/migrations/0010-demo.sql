-- A demo company: a story that shows what the program does. Nothing of it leaves the machine; its id says what it is, and the
-- wall around the networks asks the id (src/domain/demo.ts), so the row and the id may never say different things.
alter table workspaces add column is_demo boolean not null default false;
alter table workspaces add constraint workspaces_demo check (is_demo = (substr(id::text, 15, 1) = '8'));
