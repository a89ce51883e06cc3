-- A network that tells nobody of deletions is asked once a day whether what we keep still stands (deletion follows the network).
alter table mentions
  -- When to ask next; null: its network tells by itself, or it is old and done.
  add column recheck_at timestamptz;
create index mentions_recheck on mentions (network, recheck_at) where recheck_at is not null;

-- What is here already is spread over the first day.
update mentions set recheck_at = now() + random() * interval '20 hours'
 where deleted_at is null and not is_own and heard_at > now() - interval '30 days';
