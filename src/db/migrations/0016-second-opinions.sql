-- A language model elsewhere that is asked for a second opinion, where a workspace wants that. Off until somebody turns it on.

create table advisers (
  workspace_id uuid primary key references workspaces on delete cascade,
  is_on boolean not null default false,
  address text not null,
  model text not null,
  -- Sealed; null: the server asks for none.
  key text,
  -- Per million tokens, in the money in which the provider sends its bill.
  price_in numeric(12, 4) not null default 0,
  price_out numeric(12, 4) not null default 0,
  most_per_month numeric(12, 2) not null,
  -- Only what is heard from then on is asked about.
  on_since timestamptz not null,
  -- Why it stands still, in both languages; null when all is well.
  problem jsonb,
  closed_until timestamptz,
  changed_at timestamptz not null default now()
);
alter table advisers enable row level security;
create policy workspace on advisers to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on advisers to wederhoor_app;

-- Every question that was asked, with what it cost: the record, and what the cap is counted from.
create table opinions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  -- What was asked about may be erased; what it cost is not.
  mention_id uuid references mentions on delete set null,
  -- Of which assessment: an edited message is another question.
  assessed_at timestamptz not null,
  state text not null check (state in ('asked', 'answered', 'unreadable', 'failed')),
  -- As the server named itself, and which question of ours it was.
  model text not null,
  question text not null,
  said jsonb,
  tokens_in integer not null,
  tokens_out integer not null,
  is_estimated boolean not null default true,
  cost numeric(14, 6) not null,
  asked_at timestamptz not null
);
create unique index opinions_once on opinions (mention_id, assessed_at);
create index opinions_month on opinions (workspace_id, asked_at);
alter table opinions enable row level security;
create policy workspace on opinions to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on opinions to wederhoor_app;

-- The few that nobody is sure about.
create index assessments_unsure on assessments (workspace_id, at)
  where correction is null and (said -> 'sentiment' ->> 'class' = 'unsure' or said -> 'intent' ->> 'top' = 'unsure');
