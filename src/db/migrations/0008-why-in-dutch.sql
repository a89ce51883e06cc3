-- Why something was not heard, or could not be read, is said in the reader's language. Older rows have their English only.
alter table source_gaps add column why_dutch text;
alter table unreadables add column why_dutch text;
