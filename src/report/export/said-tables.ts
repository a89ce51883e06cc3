import { sql } from 'drizzle-orm'
import { isWithin, narrowed, type ReportAsk } from '#report/report-ask.ts'
import {
  conversationKey,
  type ExportSource,
  flag,
  moment,
  momentColumns,
  named,
  narrowedBy,
  text,
} from './export-table.ts'

/** One row an answer of ours that left, as it was judged when it was written, and what was seen after it. */
export function answerRows(ask: ReportAsk): ExportSource {
  const tone = (when: 'before' | 'after') => sql`e.effect -> 'tone' -> ${sql.raw(`'${when}'`)} ->> 'class'`
  return {
    rows: sql`
      from answer_effects e join conversations c on c.id = e.conversation_id join replies r on r.id = e.reply_id
      left join judged_replies j on j.reply_id = e.reply_id
     where e.workspace_id = ${ask.workspaceId} and ${isWithin(sql`e.sent_at`, ask.period, ask.zone)} ${narrowed(ask, sql`e`)}`,
    at: sql`e.sent_at`,
    atType: 'timestamptz',
    id: sql`e.reply_id`,
    columns: [
      text('answer_id', sql`e.reply_id::text`),
      conversationKey,
      ...momentColumns('sent', sql`e.sent_at`, ask),
      text('network', sql`e.network`),
      ...named('department', { id: sql`e.department_id`, table: 'departments' }),
      text('strategy', sql`e.strategy`),
      flag('judged', sql`j.reply_id is not null`),
      flag('promotional', sql`j.is_promotional`),
      flag('own_initiative', sql`j.is_unasked`),
      text('seen_after', sql`e.outcome`),
      text('tone_before', tone('before')),
      text('tone_after', tone('after')),
      text('tone_change', sql`e.effect -> 'tone' ->> 'change'`),
      text('text', sql`nullif(r.text, '')`),
    ],
  }
}

/** One row a decision to say nothing; what was taken back is none. What was noted with it may name people and stays here. */
export function silenceRows(ask: ReportAsk): ExportSource {
  return {
    rows: sql`
      from silences s join conversations c on c.id = s.conversation_id
     where s.workspace_id = ${ask.workspaceId} and s.kind = 'silence' and s.ended_by is distinct from 'taken_back'
       and ${isWithin(sql`s.decided_at`, ask.period, ask.zone)} ${narrowedBy(ask, 'c')}`,
    at: sql`s.decided_at`,
    atType: 'timestamptz',
    id: sql`s.id`,
    columns: [
      conversationKey,
      ...momentColumns('decided', sql`s.decided_at`, ask),
      text('network', sql`c.network`),
      ...named('department', { id: sql`c.department_id`, table: 'departments' }),
      text('reason', sql`s.reason_name`),
      text('reason_id', sql`s.reason_id`),
      moment('review_at', sql`s.review_at`),
      moment('ended_at', sql`s.ended_at`),
      text('ended_by', sql`s.ended_by`),
    ],
  }
}
