-- Answers that were written as one, to many who say the same. Each is an answer of its own; this says which belong together.
alter table replies add column pile_id uuid;
create index replies_pile on replies (pile_id) where pile_id is not null;
create index replies_held on replies (conversation_id) where state = 'ready' and pile_id is not null;
