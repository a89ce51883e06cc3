-- A network's "not before" holds for every reply of an account and in every process, so it is kept with the account.
alter table accounts
  -- Retry-After, kept to the second: no call before this moment.
  add column closed_until timestamptz,
  -- The account's token bucket, as the moment at which it is full again.
  add column pace_full_at timestamptz;
