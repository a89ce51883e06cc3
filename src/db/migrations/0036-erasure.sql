-- Whoever asks to be forgotten is: their words, their names and what was written about them go. What stays is a fingerprint under a key outside
-- this database, so that old posts which a network tells again are not taken in anew.
create table erased_authors (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  fingerprint text not null,
  -- Also what they say from now on is not kept.
  keeps_out boolean not null default false,
  erased_by uuid references members on delete set null,
  erased_at timestamptz not null,
  unique (workspace_id, fingerprint)
);
alter table erased_authors enable row level security;
create policy workspace on erased_authors to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on erased_authors to wederhoor_app;

-- A text without these names, wherever they stand as words of their own. Of a text in JSON too: a name that needs escaping there is given twice.
create function without_names(words text, names text[]) returns text language plpgsql immutable parallel safe as $$
declare
  one text;
begin
  foreach one in array names loop
    words := regexp_replace(words, '(?<![[:alnum:]_])' || regexp_replace(one, '([^[:alnum:]_ ])', '\\\1', 'g') || '(?![[:alnum:]_])', '…', 'gi');
  end loop;
  return words;
end $$;

-- The audit stays append-only for everybody, also for its owner, but for this: the names of who was erased go from its details. What was done,
-- when and by whom is never changed.
create or replace function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if current_setting('wederhoor.erasing', true) = 'on'
     and (old.id, old.workspace_id, old.at, old.actor, old.action, old.subject_kind, old.subject_id, old.conversation_id)
         is not distinct from (new.id, new.workspace_id, new.at, new.actor, new.action, new.subject_kind, new.subject_id, new.conversation_id)
  then return new; end if;
  raise exception 'the audit is append-only';
end $$;

create function erase_from_audit(conversation_ids uuid[], names text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('wederhoor.erasing', 'on', true);
  update audit set details = without_names(details::text, names)::jsonb
   where workspace_id = current_workspace() and conversation_id = any(conversation_ids) and details <> '{}'
     and without_names(details::text, names) <> details::text;
  perform set_config('wederhoor.erasing', 'off', true);
end $$;
revoke all on function erase_from_audit(uuid[], text[]) from public;
grant execute on function erase_from_audit(uuid[], text[]) to wederhoor_app;
