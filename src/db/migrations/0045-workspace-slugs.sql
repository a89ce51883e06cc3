-- Every address of a page names its workspace, so that two windows in two workspaces never mix. A workspace gets a short, readable
-- name for that, and keeps what it was called before: an old address leads on for good, and never to somebody else.
alter table workspaces add column slug text unique default gen_random_uuid()::text;

create table workspace_slugs (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
  workspace_id uuid not null references workspaces on delete cascade,
  at timestamptz not null default now()
);
create index workspace_slugs_of on workspace_slugs (workspace_id);
alter table workspace_slugs enable row level security;
create policy workspace on workspace_slugs to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on workspace_slugs to wederhoor_app;

do $$
declare
  one record;
  base text;
  candidate text;
  nth int;
begin
  for one in select id, name from workspaces order by created_at, id loop
    base := trim(both '-' from regexp_replace(regexp_replace(lower(normalize(one.name, nfkd)), '[\u0300-\u036f]', '', 'g'), '[^a-z0-9]+', '-', 'g'));
    base := coalesce(nullif(trim(both '-' from left(base, 30)), ''), 'team');
    candidate := base;
    nth := 1;
    while exists (select from workspace_slugs where slug = candidate) loop
      nth := nth + 1;
      candidate := base || '-' || nth;
    end loop;
    insert into workspace_slugs (slug, workspace_id) values (candidate, one.id);
    update workspaces set slug = candidate where id = one.id;
  end loop;
end $$;

alter table workspaces alter column slug set not null;
