-- What waits for a moment of its own is counted at every look, with what somebody has to approve first: the index knew only the rest, and so every answer was read.
drop index replies_scheduled;
create index replies_scheduled on replies (workspace_id, scheduled_for)
  where scheduled_for is not null and state in ('awaits_approval', 'ready', 'held', 'waiting');
