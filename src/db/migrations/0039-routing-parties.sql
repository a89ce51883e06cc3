-- A rule may ask a department for advice, or keep one informed, beside whoever has it. Its name is kept, since it is no colleague who asked.
alter table parties add column rule_name text;
alter table routing_runs add column brought_count int not null default 0;
