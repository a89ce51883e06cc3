-- What people said of a label instead of triage, one row each and never overwritten: who, when, and what the machine had said. What stands
-- now is kept with the assessment (`assessments.correction`), where lists and reports look for it.

create table corrections (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  mention_id uuid not null references mentions on delete cascade,
  kind text not null check (kind in ('is', 'not', 'not_because')),
  label text not null check (label in ('language', 'sentiment', 'intent', 'urgency', 'anger', 'sarcasm', 'spam')),
  value text check ((kind = 'is') = (value is not null)),
  reason jsonb check ((kind = 'not_because') = (reason is not null)),
  -- What triage had said of this label, and which rules and weights it was.
  said text not null,
  said_by text not null,
  by uuid references members on delete set null,
  at timestamptz not null,
  taken_back_by uuid references members on delete set null,
  taken_back_at timestamptz
);
create index corrections_mention on corrections (mention_id, at, id);
create index corrections_page on corrections (workspace_id, id);
alter table corrections enable row level security;
create policy workspace on corrections to wederhoor_app using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on corrections to wederhoor_app;

-- Those that were made before are the first of the history.
insert into corrections (id, workspace_id, mention_id, kind, label, value, said, said_by, by, at)
select gen_random_uuid(), a.workspace_id, a.mention_id, 'is', case when c.key = 'lang' then 'language' else c.key end, c.value,
    coalesce(case c.key when 'lang' then a.said ->> 'lang' when 'sentiment' then a.said #>> '{sentiment,class}'
      when 'intent' then a.said #>> '{intent,top}' else a.said ->> c.key end, ''),
    coalesce(a.said ->> 'by', ''), a.corrected_by, coalesce(a.corrected_at, a.at)
  from assessments a cross join lateral jsonb_each_text(a.correction) c
 where a.correction is not null and jsonb_typeof(a.correction) = 'object' and c.key in ('lang', 'sentiment', 'intent', 'urgency') and c.value is not null;
