-- A name is found although it is misspelt: words that are alike by their trigrams (pg_trgm, similarity of words at least 0.6).
create or replace function search_conversations(words text, most int) returns table (conversation_id uuid, rank real)
  language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select websearch_to_tsquery('pg_catalog.dutch', plain(words)) || websearch_to_tsquery('pg_catalog.english', plain(words))
        || websearch_to_tsquery('pg_catalog.simple', plain(words)) as query, plain(words) as plain_words
  ), hits as (
    select m.conversation_id, ts_rank(m.search, asked.query) as rank
      from mentions m, asked where m.workspace_id = current_workspace() and m.search @@ asked.query
    union all
    select c.id, 1.0::real from conversations c, asked
      where c.workspace_id = current_workspace() and length(asked.plain_words) >= 3 and plain(c.title) like '%' || asked.plain_words || '%'
    union all
    select m.conversation_id, 0.9::real from authors a join mentions m on m.author_id = a.id, asked
      where a.workspace_id = current_workspace() and length(asked.plain_words) >= 3
        and (plain(a.name || ' ' || a.handle) like '%' || asked.plain_words || '%'
          or asked.plain_words <% plain(a.name || ' ' || a.handle))
  )
  select hits.conversation_id, max(hits.rank)::real from hits group by 1 order by 2 desc, 1 desc limit most
$$;
