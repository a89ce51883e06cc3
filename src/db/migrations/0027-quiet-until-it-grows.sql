-- What a conversation waits for: a moment, an answer (whatever they write next), or growth, with how far it had spread when it was laid away.
alter table conversations
  add column waits_for text check (waits_for in ('time', 'answer', 'growth')),
  add column spread_then int;
create index conversations_growth on conversations (workspace_id) where state = 'waiting' and waits_for = 'growth';
