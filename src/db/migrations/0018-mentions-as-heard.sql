-- A message that is matched again must read as it did when it was heard: with the tags and names its network gave beside the text.
alter table mentions
  add column tags text[] not null default '{}',
  add column addressed text[] not null default '{}',
  -- It came by looking back, after the search that asked for it was made.
  add column is_found_later boolean not null default false;
