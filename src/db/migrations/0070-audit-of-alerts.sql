-- The timeline of a room says what its alert did.
create index audit_alert on audit (subject_id, id) where subject_kind = 'alert';
