-- How urgent a conversation is, as a sum with its parts (src/domain/risk.ts): kept, because the list is ordered by it.
alter table conversations add column risk real not null default 0;
alter table conversations add column risk_level smallint not null default 0;
alter table conversations add column risk_parts jsonb not null default '[]';
-- When the sum changes although nothing is said: a promise that comes near, a growth that is over.
alter table conversations add column weigh_at timestamptz;
-- What was said before it was last done is settled, and counts no more.
alter table conversations add column open_since timestamptz not null default to_timestamp(0);

-- A person whom we answer with care, or a journalist: said by a member, never guessed.
alter table authors add column mark text check (mark in ('vip', 'press'));

-- The levels from the highest, and in each the promise, as one number: a page begins in the index where the last one ended. Declared
-- immutable, which seconds since 1970 are whatever the time zone.
create function urgent_order(level smallint, due timestamptz) returns bigint language sql immutable parallel safe
  set search_path = public, pg_temp as $$
  select (3 - level)::bigint * 100000000000000000 + case when due is null then 99999999999999999 else (extract(epoch from due) * 1000000)::bigint end
$$;
alter table conversations add column urgent_sort bigint generated always as (urgent_order(risk_level, due_at)) stored;
create index conversations_urgent on conversations (workspace_id, urgent_sort, latest_at desc, id) where state = 'open';
create index conversations_owner_urgent on conversations (workspace_id, owner_id, urgent_sort, latest_at desc, id) where state = 'open';
create index conversations_weigh on conversations (weigh_at) where state = 'open' and weigh_at is not null;

-- What is open already is weighed as soon as the clocks run.
update conversations set weigh_at = now() where state = 'open';
