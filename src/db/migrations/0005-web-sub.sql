-- A hub that promised to tell of a source's news (WebSub), so that it need be asked less often.
create table hub_subscriptions (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  source_id uuid not null unique references sources on delete cascade,
  hub text not null,
  topic text not null,
  -- Sealed; the hub signs with it what it sends.
  secret text not null,
  state text not null default 'asked' check (state in ('asked','on','refused')),
  lease_until timestamptz,
  asked_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index hub_subscriptions_workspace on hub_subscriptions (workspace_id);
alter table hub_subscriptions enable row level security;
create policy workspace on hub_subscriptions to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on hub_subscriptions to wederhoor_app;
