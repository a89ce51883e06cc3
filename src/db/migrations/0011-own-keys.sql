-- What a person chose for themselves, beside language and theme: it follows them to every machine.

-- Command to keys, only where they differ from what the command comes with.
alter table users add column keys jsonb not null default '{}';
-- WCAG 2.1.4: single letters can be switched off.
alter table users add column are_letters_on boolean not null default true;
alter table users add column density text not null default 'comfortable' check (density in ('comfortable', 'compact'));
alter table users add column opens_next boolean not null default true;
