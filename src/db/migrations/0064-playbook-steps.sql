-- A step of a playbook says who does it and within how many minutes; a task that came of it keeps both. Titles stay where they stood.
alter table playbooks add column plan jsonb not null default '[]';
alter table incident_tasks add column who text not null default '';
alter table incident_tasks add column due_at timestamptz;
