import { sql } from 'drizzle-orm'
import { isWithin, type ReportAsk } from '#report/report-ask.ts'
import {
  conversationKey,
  count,
  type ExportSource,
  flag,
  moment,
  momentColumns,
  named,
  narrowedBy,
  text,
} from './export-table.ts'

const between = ' | '

/** One row a message of somebody else, noise included: what is said of us and, for the share of voice, of others. */
export function mentionRows(ask: ReportAsk): ExportSource {
  const topicsOf = (what: 'name' | 'id', whose: 'ours' | 'market') => sql`(
    select string_agg(k.${sql.raw(what)}::text, ${between} order by k.name, k.id) from mention_topics t join topics k on k.id = t.topic_id
     where t.mention_id = m.id and (k.purpose = 'market') = ${whose === 'market'})`
  const isNoise = sql`c.state = 'noise'`
  return {
    rows: sql`
      from mentions m join conversations c on c.id = m.conversation_id join authors a on a.id = m.author_id left join assessments s on s.mention_id = m.id
     where m.workspace_id = ${ask.workspaceId} and not m.is_own and ${isWithin(sql`m.published_at`, ask.period, ask.zone)} ${narrowedBy(ask, 'm')}`,
    at: sql`m.published_at`,
    atType: 'timestamptz',
    id: sql`m.id`,
    columns: [
      text('message_id', sql`m.id::text`),
      conversationKey,
      ...momentColumns('published', sql`m.published_at`, ask),
      moment('heard_at', sql`m.heard_at`),
      text('network', sql`m.network`),
      text('kind', sql`m.kind`),
      ...named('source', { id: sql`m.source_id`, table: 'sources' }),
      ...named('department', { id: sql`c.department_id`, table: 'departments' }),
      text('topics', topicsOf('name', 'ours')),
      text('topic_ids', topicsOf('id', 'ours')),
      text('market_topics', topicsOf('name', 'market')),
      text('market_topic_ids', topicsOf('id', 'market')),
      text('tone', sql`tone_of(s.said, s.correction)`),
      flag('tone_corrected', sql`s.correction is not null`),
      flag('noise', isNoise),
      count('reach', sql`reach_of(a.followers)`),
      text('language', sql`m.lang`),
      text('author', sql`nullif(a.name, '')`),
      text('handle', sql`nullif(a.handle, '')`),
      text('text', sql`nullif(concat_ws(E'\n', nullif(m.title, ''), nullif(m.text, '')), '')`),
      text('url', sql`m.url`),
      moment('deleted_at', sql`m.deleted_at`),
    ],
  }
}

/** One row a conversation that was opened in this time, with how it went; what was merged into another is in that one. */
export function conversationRows(ask: ReportAsk): ExportSource {
  const topics = sql`(select string_agg(k.name, ${between} order by k.name, k.id) from topics k where k.id = any(c.topic_ids))`
  return {
    rows: sql`
      from conversations c
      left join lateral (
        select p.* from promise_clocks p where p.conversation_id = c.id and p.kind = 'first' and p.stopped_by is distinct from 'anew'
         order by p.asked_at, p.id limit 1) p on true
      left join lateral (
        select count(*)::int as sent, min(e.sent_at) as first_at, (count(*) filter (where j.is_promotional))::int as promotional,
               (count(*) filter (where j.is_unasked))::int as unasked,
               (count(*) filter (where e.effect -> 'tone' ->> 'change' = 'better'))::int as milder,
               (array_agg(e.outcome order by e.sent_at desc))[1] as outcome
          from answer_effects e left join judged_replies j on j.reply_id = e.reply_id where e.conversation_id = c.id) e on true
      left join lateral (
        select s.reason_name, s.decided_at from silences s
         where s.conversation_id = c.id and s.kind = 'silence' and s.ended_by is distinct from 'taken_back' order by s.decided_at desc limit 1) s on true
     where c.workspace_id = ${ask.workspaceId} and c.state <> 'merged' and ${isWithin(sql`c.created_at`, ask.period, ask.zone)} ${narrowedBy(ask, 'c')}`,
    at: sql`c.number`,
    atType: 'int',
    id: sql`c.id`,
    columns: [
      conversationKey,
      ...momentColumns('opened', sql`c.created_at`, ask),
      text('title', sql`nullif(c.title, '')`),
      text('state', sql`c.state`),
      text('network', sql`c.network`),
      ...named('department', { id: sql`c.department_id`, table: 'departments' }),
      text('topics', topics),
      text('tone', sql`c.sentiment`),
      text('intent', sql`c.intent`),
      count('urgency', sql`c.urgency`),
      text('language', sql`c.lang`),
      count('messages', sql`c.message_count`),
      moment('asked_at', sql`p.asked_at`),
      count('minutes_to_first_answer', answeredAfter(sql`p.asked_at`)),
      text('first_answer', sql`coalesce(p.stopped_by, case when p.id is not null then 'open' end)`),
      text('promise', promise),
      count('answers', sql`e.sent`),
      moment('first_answer_sent_at', sql`e.first_at`),
      count('promotional_answers', sql`e.promotional`),
      count('answers_on_own_initiative', sql`e.unasked`),
      count('milder_after_answers', sql`e.milder`),
      text('seen_after_last_answer', sql`e.outcome`),
      text('silence_reason', sql`nullif(s.reason_name, '')`),
      moment('silence_decided_at', sql`s.decided_at`),
      moment('done_at', sql`c.done_at`),
    ],
  }
}

/** One row whoever waited for a first answer. What is noise, was merged or began anew was no wait, as in the figures. */
export function waitRows(ask: ReportAsk): ExportSource {
  return {
    rows: sql`
      from promise_clocks p join conversations c on c.id = p.conversation_id left join authors a on a.id = c.author_id
     where p.workspace_id = ${ask.workspaceId} and p.kind = 'first' and ${isWithin(sql`p.asked_at`, ask.period, ask.zone)}
       and c.state not in ('noise', 'merged') and p.stopped_by is distinct from 'anew' ${narrowedBy(ask, 'c')}`,
    at: sql`p.asked_at`,
    atType: 'timestamptz',
    id: sql`p.id`,
    columns: [
      conversationKey,
      ...momentColumns('asked', sql`p.asked_at`, ask),
      moment('heard_at', heardAt),
      text('network', sql`c.network`),
      ...named('source', { id: sql`(p.asked -> 0 ->> 'sourceId')::uuid`, table: 'sources' }),
      ...named('department', { id: sql`c.department_id`, table: 'departments' }),
      text('topics', askedAbout('name')),
      text('topic_ids', askedAbout('id')),
      count('reach', sql`reach_of(a.followers)`),
      text('outcome', sql`coalesce(p.stopped_by, 'open')`),
      moment('ended_at', sql`p.stopped_at`),
      count('minutes_from_publication', answeredAfter(sql`p.asked_at`)),
      count('minutes_from_hearing', answeredAfter(heardAt)),
      text('promise', promise),
      count('promised_minutes', sql`p.minutes`),
      moment('due_at', sql`p.due_at`),
    ],
  }
}

/** The topics of what they asked first. */
function askedAbout(what: 'name' | 'id') {
  return sql`(
    select string_agg(k.${sql.raw(what)}::text, ${between} order by k.name, k.id)
      from jsonb_array_elements_text(coalesce(p.asked -> 0 -> 'topicIds', '[]')) t join topics k on k.id = t::uuid)`
}

const heardAt = sql`coalesce((p.asked -> 0 ->> 'heardAt')::timestamptz, p.heard_at)`
const promise = sql`case when p.id is null then null when p.due_at is null then 'none' when p.broken_at is not null then 'broken' when p.stopped_at is null then 'runs' else 'kept' end`

/** Whole minutes, of those who were answered. */
function answeredAfter(since: ReturnType<typeof sql>) {
  return sql`case when p.stopped_by in ('answer', 'elsewhere') then floor(extract(epoch from p.stopped_at - ${since}) / 60)::int end`
}
