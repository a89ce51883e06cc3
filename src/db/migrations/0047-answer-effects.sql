-- What was seen after an answer of ours: one row an answer, looked at again when something is heard, and settled when its window is over. Figures and ids; no words of people.
create table answer_effects (
  reply_id uuid primary key references replies on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  -- Whom we answered; null once they are forgotten.
  author_id uuid references authors on delete set null,
  network text not null,
  -- Who had it when the answer left, and what the policy advised then: what moves later changes nothing about it.
  department_id uuid references departments on delete set null,
  strategy text,
  sent_at timestamptz not null,
  until_at timestamptz not null,
  -- When to look again; null when settled.
  look_at timestamptz,
  first_look_at timestamptz,
  looked_at timestamptz,
  outcome text not null default 'waiting' check (outcome in
    ('waiting', 'thanked', 'complained', 'replied', 'elsewhere', 'deleted', 'edited', 'quiet')),
  effect jsonb,
  settled_at timestamptz,
  check ((look_at is null) = (settled_at is not null))
);
create index answer_effects_due on answer_effects (look_at) where look_at is not null;
create index answer_effects_conversation on answer_effects (conversation_id);
create index answer_effects_author on answer_effects (author_id) where author_id is not null;
create index answer_effects_sent on answer_effects (workspace_id, sent_at);

-- For how many days after an answer what happens is counted as after it.
alter table workspaces add column effect_days integer not null default 14 check (effect_days between 1 and 90);

-- What was answered before this was kept is looked at once, from what is still there.
insert into answer_effects (reply_id, workspace_id, conversation_id, author_id, network, department_id, strategy, sent_at, until_at, look_at)
select r.id, r.workspace_id, r.conversation_id, m.author_id, m.network,
       (select s.department_id from stays s where s.conversation_id = r.conversation_id and s.from_at <= r.settled_at
          and (s.until_at is null or s.until_at > r.settled_at) order by s.from_at desc limit 1),
       (select d.advice -> 'leaf' ->> 'strategy' from policy_decisions d where d.conversation_id = r.conversation_id
          and d.occasion = 'replied' and d.at <= r.settled_at order by d.at desc limit 1),
       r.settled_at, r.settled_at + interval '14 days', now()
  from replies r join mentions m on m.id = r.mention_id join conversations c on c.id = r.conversation_id
 where r.state = 'sent' and r.settled_at is not null and c.erased_at is null;

alter table answer_effects enable row level security;
create policy workspace on answer_effects to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on answer_effects to wederhoor_app;
