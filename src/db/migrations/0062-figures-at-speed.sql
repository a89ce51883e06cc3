-- A report of a year over ten million messages has to be there at once: what it asks for is summed beforehand, by the day and by the month, for everything and for
-- each network and department. What we answered and where we said nothing become figures too, and waiting is counted by topic.

-- The topics of what was asked, as they were then.
alter table figure_waits add column topic_ids uuid[] not null default '{}';
alter table figure_waits drop constraint figure_waits_pkey;
alter table figure_waits add primary key (workspace_id, at, network, source_id, department_id, band, outcome, promise, published_minutes, heard_minutes, topic_ids);

-- figure_days without its sources. A network of '*' and a department of f's are all of them, so that a report reads few rows however it is narrowed.
create table figure_day_sums (
  workspace_id uuid not null references workspaces on delete cascade,
  network text not null,
  department_id uuid not null,
  at date not null,
  topic_id uuid not null,
  negative int not null,
  neutral int not null,
  mixed int not null,
  positive int not null,
  unsure int not null,
  noise int not null,
  reach bigint not null,
  reach_known int not null,
  weight bigint not null,
  pull bigint not null,
  primary key (workspace_id, network, department_id, at, topic_id)
);

-- figure_waits cut one way: all, what was heard, by hour of the week, department, source, network, followers, topic. `minutes` are steps and how many were answered in
-- them, as `12:3 15:1`. Months are sums of days, there once they are over; a month that something changed in is taken away from figure_wait_months and answered
-- from its days until it is summed again.
create table figure_wait_sums (
  workspace_id uuid not null references workspaces on delete cascade,
  span text not null check (span in ('day', 'month')),
  network text not null,
  department_id uuid not null,
  at date not null,
  cut text not null,
  value text not null,
  waits int not null,
  answered int not null,
  elsewhere int not null,
  silent int not null,
  kept int not null,
  broken int not null,
  minutes text not null,
  primary key (workspace_id, span, network, department_id, at, cut, value)
);
create table figure_wait_months (
  workspace_id uuid not null references workspaces on delete cascade,
  month date not null,
  primary key (workspace_id, month)
);

-- Answers that left on a day, what was judged of them, and of how many the tone afterwards can be compared. A strategy of '' is none.
create table figure_answers (
  workspace_id uuid not null references workspaces on delete cascade,
  at date not null,
  network text not null,
  department_id uuid not null,
  strategy text not null,
  sent int not null,
  better int not null,
  compared int not null,
  judged int not null,
  promotional int not null,
  unasked int not null,
  primary key (workspace_id, at, network, department_id, strategy)
);
-- Where we deliberately said nothing, by the day of the decision.
create table figure_silences (
  workspace_id uuid not null references workspaces on delete cascade,
  at date not null,
  network text not null,
  department_id uuid not null,
  reason_id text not null,
  reason_name text not null,
  silences int not null,
  primary key (workspace_id, at, network, department_id, reason_id, reason_name)
);

do $$
declare name text;
begin
  foreach name in array array['figure_day_sums', 'figure_wait_sums', 'figure_wait_months', 'figure_answers', 'figure_silences'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

create function effect_was_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform mark_figures(array[row(null, old.workspace_id, old.sent_at)::figure_marks]); end if;
  if tg_op <> 'DELETE' then perform mark_figures(array[row(null, new.workspace_id, new.sent_at)::figure_marks]); end if;
  return null;
end $$;
create trigger figures_follow_effect after insert or delete on answer_effects for each row execute function effect_was_changed();
create trigger figures_follow_effect_changed after update on answer_effects for each row
  when ((old.network, old.department_id, old.strategy, old.sent_at, old.effect -> 'tone' ->> 'change')
    is distinct from (new.network, new.department_id, new.strategy, new.sent_at, new.effect -> 'tone' ->> 'change'))
  execute function effect_was_changed();

create function judgement_was_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, e.workspace_id, e.sent_at)::figure_marks from answer_effects e where e.reply_id = coalesce(new.reply_id, old.reply_id)));
  return null;
end $$;
create trigger figures_follow_judgement after insert or delete on judged_replies for each row execute function judgement_was_changed();
create trigger figures_follow_judgement_changed after update on judged_replies for each row
  when ((old.is_promotional, old.is_unasked) is distinct from (new.is_promotional, new.is_unasked)) execute function judgement_was_changed();

create function silence_was_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform mark_figures(array[row(null, old.workspace_id, old.decided_at)::figure_marks]); end if;
  if tg_op <> 'DELETE' then perform mark_figures(array[row(null, new.workspace_id, new.decided_at)::figure_marks]); end if;
  return null;
end $$;
create trigger figures_follow_silence after insert or delete on silences for each row execute function silence_was_changed();
create trigger figures_follow_silence_changed after update on silences for each row
  when ((old.kind, old.conversation_id, old.reason_id, old.reason_name, old.decided_at, old.ended_by is distinct from 'taken_back')
    is distinct from (new.kind, new.conversation_id, new.reason_id, new.reason_name, new.decided_at, new.ended_by is distinct from 'taken_back'))
  execute function silence_was_changed();

create or replace function conversation_was_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(
    select row(null, new.workspace_id, m.published_at)::figure_marks from mentions m where m.conversation_id = new.id
    union all select row(null, new.workspace_id, p.asked_at)::figure_marks from promise_clocks p where p.conversation_id = new.id
    union all select row(null, new.workspace_id, s.decided_at)::figure_marks from silences s where s.conversation_id = new.id));
  return null;
end $$;

insert into figure_marks (workspace_id, hour) select id, '-infinity' from workspaces;
