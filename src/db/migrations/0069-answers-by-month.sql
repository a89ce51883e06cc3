-- What we answered and where we said nothing is summed by the month as well.
alter table figure_answers add column span text not null default 'day' check (span in ('day', 'month'));
alter table figure_answers alter column span drop default;
alter table figure_answers drop constraint figure_answers_pkey;
alter table figure_answers add primary key (workspace_id, span, at, network, department_id, strategy);

alter table figure_silences add column span text not null default 'day' check (span in ('day', 'month'));
alter table figure_silences alter column span drop default;
alter table figure_silences drop constraint figure_silences_pkey;
alter table figure_silences add primary key (workspace_id, span, at, network, department_id, reason_id, reason_name);

delete from figure_months;
