-- "Known to us as": one person speaks on several networks. Members say so by hand; nothing is ever linked by itself, and every link can be taken apart.
create table people (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  created_at timestamptz not null
);
-- The linked identities of a person are those that name it; who has no person is one by themselves.
alter table authors add column person_id uuid references people on delete set null;
alter table authors add column linked_by uuid references members on delete set null;
alter table authors add column linked_at timestamptz;
create index authors_person on authors (person_id) where person_id is not null;

-- A suggestion that a member called wrong does not come back.
create table not_same_authors (
  workspace_id uuid not null references workspaces on delete cascade,
  one_id uuid not null references authors on delete cascade,
  other_id uuid not null references authors on delete cascade,
  said_by uuid references members on delete set null,
  said_at timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index not_same_authors_other on not_same_authors (other_id);

do $$ declare name text; begin
  foreach name in array array['people', 'not_same_authors'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

-- What two identities are compared by. The handle without its server: marieke@example.social and marieke.example.net are both "marieke"; three
-- letters say nothing. A whole name has two words: a first name alone is nobody.
create function handle_key(handle text) returns text language sql immutable parallel safe strict as $$
  select case when length(key) >= 4 then key end
    from (select split_part(split_part(lower(ltrim(handle, '@')), '@', 1), '.', 1) as key) k
$$;
create function whole_name_key(name text) returns text language sql immutable parallel safe strict as $$
  select case when key like '% %' and length(key) >= 6 then key end from (select plain(btrim(name)) as key) k
$$;
-- An address as it is compared: without scheme, "www.", "@" before and slash behind.
create function plain_address(address text) returns text language sql immutable parallel safe strict as $$
  select regexp_replace(regexp_replace(lower(address), '^(https?://)?(www\.)?@?', ''), '[/.,;:!?)]+$', '')
$$;
create function addresses_in(words text) returns text[] language sql immutable parallel safe strict as $$
  select array(select distinct plain_address(found[1])
    from regexp_matches(left(words, 2000), '((?:https?://)?@?[[:alnum:]_-]+(?:[.@][[:alnum:]_-]+)+(?:/[^\s<>"]*)?)', 'gi') found limit 20)
$$;
-- A handle is an address only when it names its place.
create function addresses_of(handle text, url text) returns text[] language sql immutable parallel safe as $$
  select array_remove(array[plain_address(url), case when plain_address(handle) ~ '[.@]' then plain_address(handle) end], null)
$$;
alter table authors
  add column handle_key text generated always as (handle_key(handle)) stored,
  add column name_key text generated always as (whole_name_key(name)) stored,
  add column own_addresses text[] generated always as (addresses_of(handle, url)) stored,
  add column bio_addresses text[] generated always as (coalesce(addresses_in(bio), '{}')) stored;
create index authors_handle_key on authors (workspace_id, handle_key) where handle_key is not null;
create index authors_name_key on authors (workspace_id, name_key) where name_key is not null;
create index authors_own_addresses on authors using gin (own_addresses);
create index authors_bio_addresses on authors using gin (bio_addresses) where bio_addresses <> '{}';

-- Who may be the same person as one of these, on another network, and why. Behind row-level security an overlap reaches no index.
create function alike_authors(asked uuid[], most int) returns table (author_id uuid, reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (select * from authors a where a.workspace_id = current_workspace() and a.id = any(asked)),
  found as (
    select o.id, 'link' as reason from mine m cross join lateral (select * from authors o where o.own_addresses && m.bio_addresses
      and o.workspace_id = m.workspace_id and o.network <> m.network limit most) o where m.bio_addresses <> '{}'
    union all
    select o.id, 'link' from mine m cross join lateral (select * from authors o where o.bio_addresses && m.own_addresses
      and o.bio_addresses <> '{}' and o.workspace_id = m.workspace_id and o.network <> m.network limit most) o
    union all
    select o.id, 'handle' from mine m cross join lateral (select * from authors o where o.workspace_id = m.workspace_id
      and o.handle_key = m.handle_key and o.network <> m.network limit most) o
    union all
    select o.id, 'name' from mine m cross join lateral (select * from authors o where o.workspace_id = m.workspace_id
      and o.name_key = m.name_key and o.network <> m.network limit most) o)
  select distinct f.id, f.reason from found f where f.id <> all(asked)
$$;
revoke all on function alike_authors(uuid[], int) from public;
grant execute on function alike_authors(uuid[], int) to wederhoor_app;
