-- What was said of each topic and on each network is summed by the month too, as waiting is: of a year a report read tens of thousands of days of them.
alter table figure_day_sums rename to figure_tone_sums;
alter table figure_tone_sums add column span text not null default 'day' check (span in ('day', 'month'));
alter table figure_tone_sums alter column span drop default;
alter table figure_tone_sums drop constraint figure_day_sums_pkey;
alter table figure_tone_sums add primary key (workspace_id, span, network, department_id, at, topic_id);

-- A month stands here when both are summed: all of them are summed once more.
alter table figure_wait_months rename to figure_months;
delete from figure_months;
