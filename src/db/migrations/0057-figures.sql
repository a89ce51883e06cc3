-- Figures for reports: how much was said and how, and how long who waited, by the hour and by the day where the workspace lives. They can be counted anew from the
-- rows at any time (`wederhoor rebuild-figures`), and hold no words and no people.

-- What changed, in the transaction of the change: this hour has to be counted anew. Only ever added to, so that nobody who hears something waits for
-- somebody else; '-infinity' is all of them. `src/report/settle-figures.ts` takes them away.
create table figure_marks (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  hour timestamptz not null
);

-- A topic of zeros is all that is said of us, each message once. `weight` and `pull` (positive less negative) split a message of several topics among
-- them, in parts of 27720, so that sums are whole numbers and come out the same in any order.
create table figure_hours (
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamp not null,
  topic_id uuid not null,
  network text not null,
  source_id uuid not null,
  department_id uuid not null,
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
  primary key (workspace_id, at, topic_id, network, source_id, department_id)
);
create table figure_days (like figure_hours including defaults, primary key (workspace_id, at, topic_id, network, source_id, department_id));
alter table figure_days alter column at type date;
alter table figure_days add foreign key (workspace_id) references workspaces on delete cascade;

-- Who waited for a first answer: `at` is the hour in which they asked, the minutes are those of `wait_step`, -1 where nobody answered.
create table figure_waits (
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamp not null,
  network text not null,
  source_id uuid not null,
  department_id uuid not null,
  band smallint not null,
  outcome text not null check (outcome in ('answer', 'elsewhere', 'silence', 'open')),
  promise text not null check (promise in ('kept', 'broken', 'runs', 'none')),
  published_minutes int not null,
  heard_minutes int not null,
  waits int not null,
  primary key (workspace_id, at, network, source_id, department_id, band, outcome, promise, published_minutes, heard_minutes)
);
create index promise_clocks_asked on promise_clocks (workspace_id, asked_at) where kind = 'first';

do $$
declare name text;
begin
  foreach name in array array['figure_marks', 'figure_hours', 'figure_days', 'figure_waits'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

-- Followers to one figure (4,120 is 4,000): what moves by a few every day is not counted anew every day.
create function reach_of(followers int) returns int language sql immutable parallel safe as $$
  select case when followers is null then null when followers < 10 then greatest(followers, 0) else round(followers, -floor(log(followers::numeric))::int)::int end
$$;
-- 0 unknown, 1 under a thousand, 2 under ten thousand, 3 more.
create function band_of(followers int) returns smallint language sql immutable parallel safe as $$
  select (case when followers is null then 0 when reach_of(followers) < 1000 then 1 when reach_of(followers) < 10000 then 2 else 3 end)::smallint
$$;
-- Minutes as they are kept: to the minute for an hour, then in ever longer steps; src/domain/measures/wait-step.ts is the same.
create function wait_step(minutes int) returns int language sql immutable parallel safe as $$
  select case when minutes < 0 then 0 when minutes < 60 then minutes when minutes < 240 then minutes / 5 * 5 when minutes < 1440 then minutes / 15 * 15
    when minutes < 10080 then minutes / 120 * 120 when minutes < 43200 then minutes / 1440 * 1440 else 43200 end
$$;
-- The tone as people see it: corrections laid over what triage said; src/domain/correction.ts is the same.
create function tone_of(said jsonb, correction jsonb) returns text language sql immutable parallel safe as $$
  select case
    when said is null then 'unsure'
    when correction is null then said -> 'sentiment' ->> 'class'
    when correction ? 'sentiment' then correction ->> 'sentiment'
    when coalesce(correction -> 'notSo' ? 'sentiment', false) then 'unsure'
    when said -> 'sentiment' ->> 'class' in ('positive', 'negative')
     and exists (select from jsonb_array_elements(coalesce(correction -> 'notBecause', '[]')) s where s ->> 'label' = 'sentiment')
     and (select coalesce(sum((r ->> 'weight')::float8), 0) * case said -> 'sentiment' ->> 'class' when 'positive' then 1 else -1 end
            from jsonb_array_elements(coalesce(said -> 'reasons', '[]')) r
           where r ->> 'label' = 'sentiment' and not exists (
             select from jsonb_array_elements(correction -> 'notBecause') s
              where s ->> 'label' = 'sentiment' and s ->> 'code' = r ->> 'code' and s ->> 'value' is not distinct from r ->> 'value')) <= 0
      then 'unsure'
    else said -> 'sentiment' ->> 'class' end
$$;

create function mark_figures(hours figure_marks[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into figure_marks (workspace_id, hour)
  select distinct h.workspace_id, date_trunc('hour', h.hour, 'UTC') from unnest(hours) h join workspaces w on w.id = h.workspace_id
   where h.hour is not null order by 1, 2
$$;

-- One function a table; which rows there are is in `now` and `was`, and a statement that changes nothing of what is counted marks nothing.
create function mentions_were_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, n.workspace_id, n.published_at)::figure_marks from now n));
  return null;
end $$;
create function mentions_were_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, o.workspace_id, o.published_at)::figure_marks from was o));
  return null;
end $$;
create function mentions_were_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(
    select row(null, o.workspace_id, t.at)::figure_marks
      from now n join was o on o.id = n.id, lateral (values (o.published_at), (n.published_at)) t(at)
     where (o.published_at, o.network, o.source_id, o.author_id, o.conversation_id, o.is_own)
       is distinct from (n.published_at, n.network, n.source_id, n.author_id, n.conversation_id, n.is_own)));
  return null;
end $$;
create trigger figures_follow_added after insert on mentions referencing new table as now for each statement execute function mentions_were_added();
create trigger figures_follow_removed after delete on mentions referencing old table as was for each statement execute function mentions_were_removed();
create trigger figures_follow_changed after update on mentions referencing old table as was new table as now
  for each statement execute function mentions_were_changed();

create function topics_were_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, m.workspace_id, m.published_at)::figure_marks from now n join mentions m on m.id = n.mention_id));
  return null;
end $$;
create function topics_were_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, m.workspace_id, m.published_at)::figure_marks from was o join mentions m on m.id = o.mention_id));
  return null;
end $$;
create trigger figures_follow_added after insert on mention_topics referencing new table as now for each statement execute function topics_were_added();
create trigger figures_follow_removed after delete on mention_topics referencing old table as was for each statement execute function topics_were_removed();

create function assessments_were_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, m.workspace_id, m.published_at)::figure_marks from now n join mentions m on m.id = n.mention_id));
  return null;
end $$;
create function assessments_were_removed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(select row(null, m.workspace_id, m.published_at)::figure_marks from was o join mentions m on m.id = o.mention_id));
  return null;
end $$;
create function assessments_were_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(
    select row(null, m.workspace_id, m.published_at)::figure_marks
      from now n join was o on o.mention_id = n.mention_id join mentions m on m.id = n.mention_id
     where tone_of(o.said, o.correction) is distinct from tone_of(n.said, n.correction)));
  return null;
end $$;
create trigger figures_follow_added after insert on assessments referencing new table as now for each statement execute function assessments_were_added();
create trigger figures_follow_removed after delete on assessments referencing old table as was for each statement execute function assessments_were_removed();
create trigger figures_follow_changed after update on assessments referencing old table as was new table as now
  for each statement execute function assessments_were_changed();

create function conversation_was_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(
    select row(null, new.workspace_id, m.published_at)::figure_marks from mentions m where m.conversation_id = new.id
    union all select row(null, new.workspace_id, p.asked_at)::figure_marks from promise_clocks p where p.conversation_id = new.id));
  return null;
end $$;
create trigger figures_follow_moved after update on conversations for each row
  when (old.department_id is distinct from new.department_id or old.author_id is distinct from new.author_id
     or (old.state is distinct from new.state and (old.state in ('noise', 'merged') or new.state in ('noise', 'merged'))))
  execute function conversation_was_moved();

create function author_has_more() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array(
    select row(null, new.workspace_id, m.published_at)::figure_marks from mentions m where m.author_id = new.id
    union all select row(null, new.workspace_id, p.asked_at)::figure_marks from conversations c join promise_clocks p on p.conversation_id = c.id
     where c.author_id = new.id and c.workspace_id = new.workspace_id and band_of(old.followers) <> band_of(new.followers)));
  return null;
end $$;
create trigger figures_follow_followers after update on authors for each row
  when (reach_of(old.followers) is distinct from reach_of(new.followers)) execute function author_has_more();

create function clock_was_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform mark_figures(array[row(null, old.workspace_id, old.asked_at)::figure_marks]); end if;
  if tg_op <> 'DELETE' then perform mark_figures(array[row(null, new.workspace_id, new.asked_at)::figure_marks]); end if;
  return null;
end $$;
create trigger figures_follow_clock after insert or delete on promise_clocks for each row execute function clock_was_changed();
create trigger figures_follow_clock_changed after update on promise_clocks for each row
  when ((old.kind, old.conversation_id, old.asked_at, old.asked, old.due_at, old.heard_at, old.broken_at, old.stopped_at, old.stopped_by)
    is distinct from (new.kind, new.conversation_id, new.asked_at, new.asked, new.due_at, new.heard_at, new.broken_at, new.stopped_at, new.stopped_by))
  execute function clock_was_changed();

create function topic_purpose_was_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array[row(null, new.workspace_id, '-infinity')::figure_marks]);
  return null;
end $$;
create trigger figures_follow_purpose after update on topics for each row
  when ((old.purpose = 'market') <> (new.purpose = 'market')) execute function topic_purpose_was_changed();

create function workspace_lives_elsewhere() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_figures(array[row(null, new.id, '-infinity')::figure_marks]);
  return null;
end $$;
create trigger figures_follow_zone after update on workspaces for each row
  when ((old.opening_hours ->> 'timeZone') is distinct from (new.opening_hours ->> 'timeZone')) execute function workspace_lives_elsewhere();

insert into figure_marks (workspace_id, hour) select id, '-infinity' from workspaces;
