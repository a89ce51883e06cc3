-- When somebody is there: promises are counted in that time only. Null is always open.
alter table workspaces add column opening_hours jsonb;
