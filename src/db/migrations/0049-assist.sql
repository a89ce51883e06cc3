-- A language model elsewhere that helps whoever writes, where a workspace wants that. Off until somebody turns it on; nothing it says is sent by itself.

create table assist_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  is_on boolean not null default false,
  address text not null,
  model text not null,
  -- Sealed; null: the server asks for none.
  key text,
  tasks text[] not null,
  -- Who may ask; both empty: everybody who may answer.
  department_ids uuid[] not null default '{}',
  member_ids uuid[] not null default '{}',
  -- Per million tokens, in the money in which the provider sends its bill.
  price_in numeric(12, 4) not null default 0,
  price_out numeric(12, 4) not null default 0,
  -- Of a calendar month; null: not counted. While it is on, one of the two is.
  money_most numeric(12, 2),
  tokens_most bigint,
  changed_at timestamptz not null default now(),
  check (not is_on or money_most is not null or tokens_most is not null)
);
alter table assist_settings enable row level security;
create policy workspace on assist_settings to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on assist_settings to wederhoor_app;

-- What each month has cost, with what is being asked: one row, so that the cap is a condition of one statement.
create table assist_months (
  workspace_id uuid not null references workspaces on delete cascade,
  month text not null,
  cost numeric(16, 6) not null,
  tokens bigint not null,
  primary key (workspace_id, month)
);
alter table assist_months enable row level security;
create policy workspace on assist_months to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on assist_months to wederhoor_app;

-- Every question that was asked: the record. It holds no words, neither what left nor what came back.
create table assist_uses (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  -- What it was about may be erased; what it cost is not.
  conversation_id uuid references conversations on delete set null,
  member_id uuid references members on delete set null,
  task text not null,
  state text not null check (state in ('asked', 'answered', 'stopped', 'broken', 'failed')),
  -- As the server named itself, and which wording of ours it was asked by.
  model text not null,
  prompt text not null,
  -- Proves what left to whoever still has it, and tells nothing to anybody else: a keyed hash.
  left_hash text,
  findings text[] not null default '{}',
  month text not null,
  tokens_in integer not null,
  tokens_out integer not null,
  is_estimated boolean not null default true,
  cost numeric(16, 6) not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  -- Taken into the draft by its writer, and the answer in which that ended.
  accepted_at timestamptz,
  reply_id uuid references replies on delete set null
);
create index assist_uses_of on assist_uses (conversation_id, member_id);
create index assist_uses_newest on assist_uses (workspace_id, asked_at desc);
create index assist_uses_reply on assist_uses (reply_id) where reply_id is not null;
alter table assist_uses enable row level security;
create policy workspace on assist_uses to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on assist_uses to wederhoor_app;

-- Whether a member sees what leaves each time, or only before the first question in a conversation.
create table assist_choices (
  member_id uuid primary key references members on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  shows text not null check (shows in ('each', 'first'))
);
alter table assist_choices enable row level security;
create policy workspace on assist_choices to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on assist_choices to wederhoor_app;
