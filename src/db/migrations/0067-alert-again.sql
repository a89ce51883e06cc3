-- What was over and flares up again within hours is the same event: one alert, told once more. When it was over and when it came back stands with it.
alter table alerts add column again jsonb not null default '[]';

do $$
declare
  known text;
begin
  select pg_get_constraintdef(oid) into known
    from pg_constraint where conname = 'notices_kind_check' and conrelid = 'notices'::regclass;
  alter table notices drop constraint notices_kind_check;
  execute 'alter table notices add constraint notices_kind_check ' || replace(known, 'ARRAY[', 'ARRAY[''alert_again''::text, ');
end $$;
