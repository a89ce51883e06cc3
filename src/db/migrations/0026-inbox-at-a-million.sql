-- What keeps a page under 50 ms at a million messages (npm run bench -- inbox --conversations=700000).

-- Rare labels together ("mixed, in Korean, on Hacker News"): found by themselves, not by walking past all that is open.
create index conversations_labels on conversations (workspace_id, state, sentiment, lang, network);

-- Up to how many hits are looked up rather than walked past. Looking up costs by how many there are, walking by how rare they are; both cost
-- the same at about the root of how many messages there are.
create function search_most() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select greatest(1000, least(8000, 5 * sqrt(greatest(reltuples, 0))))::int from pg_class where oid = 'mentions'::regclass
$$;
revoke all on function search_most() from public;
grant execute on function search_most() to wederhoor_app;

-- Whether a topic has more than `most` of these, as the planner guesses; as search_is_common.
create function topic_is_common(topic uuid, in_state text, sentiments text[], langs text[], most int) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  plan json;
begin
  execute format(
    'explain (format json) select from conversations c where c.workspace_id = %L and c.topic_ids @> array[%L::uuid] and c.state = %L
       and (%L::text[] is null or c.sentiment = any(%L::text[])) and (%L::text[] is null or c.lang = any(%L::text[]))',
    current_workspace(), topic, in_state, sentiments, sentiments, langs, langs) into plan;
  return (plan->0->'Plan'->>'Plan Rows')::float8 > most;
end $$;
revoke all on function topic_is_common(uuid, text, text[], text[], int) from public;
grant execute on function topic_is_common(uuid, text, text[], text[], int) to wederhoor_app;

-- A title that nobody gave is made of the words of a message, which are found as such.
create index conversations_title_given on conversations using gin (plain_title gin_trgm_ops) where is_title_given;

-- As before, but titles that nobody gave, and names that are only nearly so, are looked for where nothing else was found: otherwise everybody
-- who is called a little like it stands among what was meant, and finding them takes longer than all the rest.
create or replace function search_conversations(words text, most int) returns table (conversation_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set random_page_cost = 0.02 set seq_page_cost = 0.02 as $$
declare
  pattern text := search_pattern(words);
  found_count int;
  found_sum int;
begin
  return query execute format(
    'select m.conversation_id from mentions m where m.workspace_id = %L and m.search @@ %L::tsquery order by m.published_at desc limit %s',
    current_workspace(), search_query(words), most);
  get diagnostics found_sum = row_count;
  if found_sum >= most or pattern is null then return; end if;
  return query execute format(
    'select c.id from conversations c where c.workspace_id = %L and c.is_title_given and c.plain_title like %L order by c.number desc limit %s',
    current_workspace(), pattern, most);
  get diagnostics found_count = row_count;
  found_sum := found_sum + found_count;
  return query execute format(
    'select m.conversation_id from (select a.id from authors a where a.workspace_id = %L and a.plain_name like %L limit %s) found
       join mentions m on m.author_id = found.id limit %s',
    current_workspace(), pattern, most, most);
  get diagnostics found_count = row_count;
  if found_sum + found_count > 0 then return; end if;
  return query execute format(
    'select c.id from conversations c where c.workspace_id = %L and c.plain_title like %L order by c.number desc limit %s',
    current_workspace(), pattern, most);
  return query execute format(
    'select m.conversation_id from (select a.id from authors a where a.workspace_id = %L and %L <%% a.plain_name limit %s) found
       join mentions m on m.author_id = found.id limit %s',
    current_workspace(), plain(words), most, most);
end $$;
