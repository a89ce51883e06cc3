-- The inbox stays quick at a hundred thousand conversations (npm run bench -- inbox).

-- The counts beside the views come from the index alone, without a look at the rows.
create index conversations_counts on conversations (workspace_id, state, owner_id, department_id) where state in ('open', 'waiting');

-- Those that wait, in the order in which the page shows them.
create index conversations_waiting_page on conversations
  (workspace_id, (coalesce(wait_until, 'infinity'::timestamptz)), latest_at desc, id) where state = 'waiting';

-- A word that stands in nearly every message, as the name of the house does, was ranked in all of them; no page is sorted by
-- rank. Now each way of finding takes its newest and stops. The question is written out with its words, because only then
-- does the planner know whether they are common (walk from the newest until there are enough) or rare (the inverted index).
drop function search_conversations(text, int);
create function search_conversations(words text, most int) returns table (conversation_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  plain_words text := plain(words);
  asked tsquery := websearch_to_tsquery('pg_catalog.dutch', plain_words) || websearch_to_tsquery('pg_catalog.english', plain_words)
    || websearch_to_tsquery('pg_catalog.simple', plain_words);
  pattern text := '%' || replace(replace(replace(plain_words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  by_text text := format(
    'select m.conversation_id from mentions m where m.workspace_id = %L and m.search @@ %L::tsquery order by m.published_at desc limit %s',
    current_workspace(), asked, most);
  by_title text := format(
    'select c.id from conversations c where c.workspace_id = %L and plain(c.title) like %L order by c.number desc limit %s',
    current_workspace(), pattern, most);
  by_author text := format(
    'select m.conversation_id from (select a.id from authors a where a.workspace_id = %L and (plain(a.name || '' '' || a.handle) like %L
       or %L <%% plain(a.name || '' '' || a.handle)) limit %s) found join mentions m on m.author_id = found.id limit %s',
    current_workspace(), pattern, plain_words, most, most);
begin
  if length(plain_words) < 3 then
    return query execute by_text;
  else
    return query execute format('(%s) union (%s) union (%s)', by_text, by_title, by_author);
  end if;
end $$;
revoke all on function search_conversations(text, int) from public;
grant execute on function search_conversations(text, int) to wederhoor_app;
