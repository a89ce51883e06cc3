-- A search costs what it finds (npm run bench -- inbox).

-- The earlier conversations of an author, beside every open conversation.
create index conversations_author on conversations (author_id, latest_at desc) where author_id is not null;

-- What a page is sorted by, as columns: behind row-level security the planner may not use an index on coalesce(), which is not
-- known as leakproof, to begin a page where the last one ended.
alter table conversations add column due_sort timestamptz generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored;
alter table conversations add column wait_sort timestamptz generated always as (coalesce(wait_until, 'infinity'::timestamptz)) stored;
drop index conversations_open;
drop index conversations_owner;
drop index conversations_department;
drop index conversations_waiting_page;
create index conversations_open on conversations (workspace_id, due_sort, latest_at desc, id) where state = 'open';
create index conversations_owner on conversations (workspace_id, owner_id, due_sort, latest_at desc, id) where state = 'open';
create index conversations_department on conversations (workspace_id, department_id, due_sort, latest_at desc, id) where state = 'open';
create index conversations_waiting_page on conversations (workspace_id, wait_sort, latest_at desc, id) where state = 'waiting';

-- A quiet topic is found by itself, not by walking past everything that was ever done; what else the page is narrowed by is asked
-- of what it has. As a function for the same reason: `@>` is not leakproof. Written out with its values, so that the planner knows how
-- quiet the topic is.
create index conversations_topics on conversations using gin (topic_ids);
create function topic_conversations(topic uuid, in_state text, sentiments text[], langs text[], most int)
  returns table (conversation_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set random_page_cost = 0.1 set seq_page_cost = 0.1 as $$
begin
  return query execute format(
    'select c.id from conversations c where c.workspace_id = %L and c.topic_ids @> array[%L::uuid] and c.state = %L
       and (%L::text[] is null or c.sentiment = any(%L::text[])) and (%L::text[] is null or c.lang = any(%L::text[])) limit %s',
    current_workspace(), topic, in_state, sentiments, sentiments, langs, langs, most);
end $$;
revoke all on function topic_conversations(uuid, text, text[], text[], int) from public;
grant execute on function topic_conversations(uuid, text, text[], text[], int) to wederhoor_app;

-- Titles and names without case and accents are kept as such: made anew for each row that is looked at, they were most of a search.
alter table conversations add column plain_title text generated always as (plain(title)) stored;
alter table authors add column plain_name text generated always as (plain(name || ' ' || handle)) stored;
drop index conversations_title;
drop index authors_name;
create index conversations_title on conversations using gin (plain_title gin_trgm_ops);
create index authors_name on authors using gin (plain_name gin_trgm_ops);

-- The words as the three configurations read them. What two of them read alike is asked once: said twice it costs twice, and
-- the planner counts it twice. A language that takes one of the words for a stop word is left out: "want will" is not any "will".
create function search_query(words text) returns tsquery language plpgsql stable set search_path = public, pg_temp set client_min_messages = warning as $$
declare
  plain_words text := plain(words);
  as_said tsquery := websearch_to_tsquery('pg_catalog.simple', plain_words);
  in_dutch tsquery := websearch_to_tsquery('pg_catalog.dutch', plain_words);
  in_english tsquery := websearch_to_tsquery('pg_catalog.english', plain_words);
  asked tsquery := as_said;
begin
  if in_dutch <> as_said and numnode(in_dutch) = numnode(as_said) then asked := asked || in_dutch; end if;
  if in_english <> as_said and in_english <> in_dutch and numnode(in_english) = numnode(as_said) then asked := asked || in_english; end if;
  return asked;
end $$;

-- What a title or a name must be like: the words anywhere in it. Nothing is like fewer than three letters.
create function search_pattern(words text) returns text language sql stable set search_path = public, pg_temp as $$
  select case when length(plain(words)) >= 3
    then '%' || replace(replace(replace(plain(words), '\', '\\'), '%', '\%'), '_', '\_') || '%' end
$$;

-- Whether more than `most` messages say the words, as the planner guesses from its statistics: a guess costs nothing, and both ways of
-- finding are right whatever it says. Volatile, because nothing else may explain.
create function search_is_common(words text, most int) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  plan json;
begin
  execute format('explain (format json) select from mentions m where m.workspace_id = %L and m.search @@ %L::tsquery',
    current_workspace(), search_query(words)) into plan;
  return (plan->0->'Plan'->>'Plan Rows')::float8 > most;
end $$;
revoke all on function search_is_common(text, int) from public;
grant execute on function search_is_common(text, int) to wederhoor_app;

-- The newest that say the words; where those are not `most` already, also the titles and the authors that are called so. The pages of
-- these tables are in memory or on a disk without a moving arm, and a row that is walked past costs as much as one that is fetched:
-- with the costs of the whole database the planner walks forty thousand messages to save three thousand reads.
create or replace function search_conversations(words text, most int) returns table (conversation_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set random_page_cost = 0.02 set seq_page_cost = 0.02 as $$
declare
  pattern text := search_pattern(words);
  found_count int;
begin
  return query execute format(
    'select m.conversation_id from mentions m where m.workspace_id = %L and m.search @@ %L::tsquery order by m.published_at desc limit %s',
    current_workspace(), search_query(words), most);
  get diagnostics found_count = row_count;
  if found_count >= most or pattern is null then return; end if;
  return query execute format(
    'select c.id from conversations c where c.workspace_id = %L and c.plain_title like %L order by c.number desc limit %s',
    current_workspace(), pattern, most);
  return query execute format(
    'select m.conversation_id from (select a.id from authors a where a.workspace_id = %L and (a.plain_name like %L or %L <%% a.plain_name)
       limit %s) found join mentions m on m.author_id = found.id limit %s',
    current_workspace(), pattern, plain(words), most, most);
end $$;
