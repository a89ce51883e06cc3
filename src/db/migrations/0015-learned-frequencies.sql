-- How often words stand in messages, as the matching engine counted: one row for the house, so that a restart does not begin with
-- guesses. It names words of all workspaces, so no workspace may read it.

create table learned_frequencies (
  one boolean primary key default true check (one),
  posts integer not null,
  words json not null,
  kept_at timestamptz not null
);
