-- What one author says in posts of their own, shortly after each other and about the same, can be one conversation. Null: each post is one.
alter table workspaces add column join_minutes integer check (join_minutes between 1 and 1440);
