-- A step of a playbook says who does it and within how many minutes, and a task that came of it keeps both; rumours ask what was edited anew.
alter table playbooks add column plan jsonb not null default '[]';
alter table incident_tasks add column who text not null default '';
alter table incident_tasks add column due_at timestamptz;
-- Which messages were edited since a moment.
create index mention_versions_seen on mention_versions (workspace_id, seen_until);
