-- How a workspace speaks: words, forms of address, the sign-off, and what stops an answer. Null is no style of its own.
alter table workspaces add column house_style jsonb;
-- Who set it last: whoever is stopped by it is told whom to ask.
alter table workspaces add column house_style_by uuid references members on delete set null;
