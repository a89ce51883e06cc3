-- An answer that was to leave and did not (they wrote again, sending is stopped, its approval is void) tells its writer: another kind of notice, beside all that are there.
do $$
declare
  known text;
begin
  select pg_get_constraintdef(oid) into known
    from pg_constraint where conname = 'notices_kind_check' and conrelid = 'notices'::regclass;
  alter table notices drop constraint notices_kind_check;
  execute 'alter table notices add constraint notices_kind_check ' || replace(known, 'ARRAY[', 'ARRAY[''held_back''::text, ');
end $$;
