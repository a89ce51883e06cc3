-- Reports that somebody put together: of what, which parts, in whose words. Their figures are counted when they are read. When one leaves by e-mail, the letters
-- that left, and the links that show one to whoever has them.
create table saved_reports (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  lead text not null,
  -- Of which days, against which, of which network, department and tone; the parts in their order. Shapes: src/db/tables/saved-reports.ts.
  asked jsonb not null,
  parts jsonb not null,
  version int not null default 1,
  made_by uuid references members on delete set null,
  changed_by uuid references members on delete set null,
  changed_at timestamptz not null,
  -- When it leaves by itself and for whom; both or neither.
  letters jsonb,
  letters_at timestamptz,
  check ((letters is null) = (letters_at is null))
);
create index saved_reports_of on saved_reports (workspace_id);
create index saved_reports_due on saved_reports (letters_at) where letters_at is not null;

create table report_shares (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  report_id uuid not null references saved_reports on delete cascade,
  from_day date not null,
  to_day date not null,
  is_of_letter boolean not null,
  made_by uuid references members on delete set null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  seen_count int not null default 0,
  seen_at timestamptz
);
create index report_shares_of on report_shares (report_id, made_at desc);

create table report_letters (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  report_id uuid not null references saved_reports on delete cascade,
  share_id uuid not null references report_shares on delete cascade,
  address text not null,
  lang text not null check (lang in ('en', 'nl')),
  has_pdf boolean not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  made_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  -- Why it did not leave, or left without its PDF.
  trouble jsonb
);
create index report_letters_due on report_letters (due_at) where state = 'waiting';
create index report_letters_of on report_letters (report_id, made_at desc);

do $$
declare name text;
begin
  foreach name in array array['saved_reports', 'report_shares', 'report_letters'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;
