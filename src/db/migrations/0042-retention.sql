-- What nobody needs any more is erased after a fixed time, and is not kept by default. A workspace that is here already keeps everything until somebody
-- decides otherwise: an update never erases by surprise. Null is "until somebody removes it".
alter table workspaces
  add column unanswered_days int check (unanswered_days between 30 and 1826),
  add column answered_days int check (answered_days between 30 and 1826),
  -- What was answered never goes before what was not: so the intake knows by the age of a message alone what must not come back.
  add constraint workspaces_retention check (answered_days is null or unanswered_days is not null and answered_days >= unanswered_days);

-- Of it only figures are left: moments, labels, topics, and how long it took.
alter table conversations add column erased_at timestamptz;
create index conversations_kept on conversations (workspace_id, latest_at, id) where erased_at is null;

-- Not to be erased, whatever its age: a complaint that is still argued about, a claim.
create table holds (
  conversation_id uuid primary key references conversations on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  reason text not null,
  until_at timestamptz,
  held_by uuid not null references members,
  held_at timestamptz not null
);
create index holds_workspace on holds (workspace_id);

-- What was erased on a day, for whoever asks whether it really happens.
create table erasings (
  workspace_id uuid not null references workspaces on delete cascade,
  on_day date not null,
  conversations int not null default 0,
  messages int not null default 0,
  authors int not null default 0,
  looked_at timestamptz not null,
  primary key (workspace_id, on_day)
);

do $$
declare name text;
begin
  foreach name in array array['holds', 'erasings'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy workspace on %I to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', name);
    execute format('grant select, insert, update, delete on %I to wederhoor_app', name);
  end loop;
end $$;

-- The last that was said, answered, noted or decided in a conversation. What the program did by itself is none of these.
create function last_happened_at(c conversations) returns timestamptz language sql stable as $$
  select greatest(
    c.latest_at,
    (select max(n.at) from notes n where n.conversation_id = c.id),
    (select max(greatest(r.created_at, r.settled_at)) from replies r where r.conversation_id = c.id),
    (select max(a.at) from audit a where a.workspace_id = c.workspace_id and a.conversation_id = c.id and a.actor not like 'system:%'))
$$;

-- When a conversation goes if nothing more happens in it; null never. Work that somebody has is never erased, nor is what waits to be sent or settled,
-- nor where we still owe what was pledged.
create function erases_at(c conversations, unanswered_days int, answered_days int) returns timestamptz language sql stable as $$
  select case
    when c.erased_at is not null or c.state = 'merged' then null
    when c.state in ('open', 'waiting') and c.owner_id is not null then null
    when exists (select from replies r where r.conversation_id = c.id
      and r.state in ('ready', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted')) then null
    when exists (select from pledges p where p.conversation_id = c.id and p.outcome is null) then null
    else last_happened_at(c) + make_interval(hours => 24 * case
      when c.answered_at is not null or exists (select from replies r where r.conversation_id = c.id and r.state = 'sent') then answered_days
      else unanswered_days end)
  end
$$;

create function is_held(c conversations, now timestamptz) returns boolean language sql stable as $$
  select exists (select from holds h where h.conversation_id = c.id and (h.until_at is null or h.until_at > now))
$$;

-- What is erased after its time: of the audit stays who did what and when, and what is no words.
create function blank_audit(conversation_ids uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('wederhoor.erasing', 'on', true);
  update audit set details = coalesce((
      select jsonb_object_agg(key, value) from jsonb_each(details)
       where key not in ('title', 'reason', 'text', 'name', 'words', 'why')
         and (jsonb_typeof(value) in ('number', 'boolean', 'null') or value #>> '{}' ~ '^[a-z_]{1,32}$'
           or value #>> '{}' ~ '^[0-9a-f-]{36}$' or value #>> '{}' ~ '^WH-[0-9]+$' or value #>> '{}' ~ '^[0-9T:. Z+-]{10,40}$')), '{}')
   where workspace_id = current_workspace() and conversation_id = any(conversation_ids) and details <> '{}';
  perform set_config('wederhoor.erasing', 'off', true);
end $$;
revoke all on function blank_audit(uuid[]) from public;
grant execute on function blank_audit(uuid[]) to wederhoor_app;
