import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { NextSign, WaitingMessage } from '#domain/measures/effect/waiting-message.ts'
import type { Tone } from '#domain/measures/reputation-score.ts'
import { answeredByHandFromMs } from '#domain/promise-clock.ts'
import { isWithin, narrowed, type ReportAsk } from './report-ask.ts'

type Row = {
  author: string
  network: string
  tone: Tone
  anger: number
  score: number
  followers: number | null
  urgency: number
  intent: string
  earlier: number
  isKnown: boolean
  minute: number
  answeredAfter: number | null
  strategy: string | null
  nextAfter: number | null
  nextTone: Tone | null
  isThanks: boolean | null
  deletedAfter: number | null
  seenFor: number
}

/**
 * The messages of a time, the newest first, each until its writer does the next thing: for how long it waited, whether we answered it before that, and what they did. An
 * answer is ours to this person in this conversation, from here or on the network itself; a receipt that a machine sends at once is none.
 */
export async function readWaiting(tx: Tx, ask: ReportAsk & { now: Date; most: number }): Promise<WaitingMessage[]> {
  const { workspaceId, period, zone, now, most } = ask
  const minutes = (until: ReturnType<typeof sql>) => sql`(extract(epoch from ${until} - m.published_at) / 60)::float8`
  const { rows } = await tx.execute<Row>(sql`
    with m as materialized (
      select m.id, m.author_id, m.conversation_id, m.network, m.native_id, m.published_at, c.author_id as whose,
             case when m.native_id like 'erased:%' then null else m.deleted_at end as deleted_at, s.said, tone_of(s.said, s.correction) as tone
        from mentions m join conversations c on c.id = m.conversation_id join assessments s on s.mention_id = m.id
       where m.workspace_id = ${workspaceId} and ${isWithin(sql`m.published_at`, period, zone)} and not m.is_own
         and c.state not in ('noise', 'merged') and tone_of(s.said, s.correction) <> 'unsure'
         ${narrowed({ network: ask.network }, sql`m`)} ${narrowed({ departmentId: ask.departmentId }, sql`c`)}
       order by m.published_at desc, m.id desc limit ${most}
    )
    select m.author_id as author, m.network, m.tone, (m.said ->> 'anger')::float8 as anger, (m.said -> 'sentiment' ->> 'score')::float8 as score,
           reach_of(a.followers) as followers, (m.said ->> 'urgency')::int as urgency, m.said -> 'intent' ->> 'top' as intent,
           e.earlier, e."isKnown",
           (extract(isodow from m.published_at at time zone ${zone})::int - 1) * 1440 + extract(hour from m.published_at at time zone ${zone})::int * 60
             + extract(minute from m.published_at at time zone ${zone})::int as minute,
           ${minutes(sql`r.at`)} as "answeredAfter", r.strategy, ${minutes(sql`n.at`)} as "nextAfter", n.tone as "nextTone", n."isThanks",
           ${minutes(sql`m.deleted_at`)} as "deletedAfter", ${minutes(sql`${now.toISOString()}::timestamptz`)} as "seenFor"
      from m join authors a on a.id = m.author_id
      left join lateral (
        select n.published_at as at, tone_of(s.said, s.correction) as tone,
               jsonb_path_exists(s.said, '$.reasons[*].value ? (@ like_regex "\\.praise\\.thanks$")') as "isThanks"
          from mentions n left join assessments s on s.mention_id = n.id
         where n.conversation_id = m.conversation_id and n.author_id = m.author_id and not n.is_own
           and (n.published_at, n.id) > (m.published_at, m.id) order by n.published_at, n.id limit 1) n on true
      left join lateral (
        select at, max(strategy) as strategy from (
          select f.sent_at as at, f.strategy from answer_effects f
           where f.conversation_id = m.conversation_id and f.author_id = m.author_id and f.sent_at > m.published_at
          union all
          select o.published_at, null from mentions o
           where o.conversation_id = m.conversation_id and o.is_own and (o.parent_id = m.native_id or m.whose = m.author_id)
             and o.published_at >= m.published_at + make_interval(secs => ${answeredByHandFromMs / 1_000})) given
         where n.at is null or at < n.at group by at order by at limit 1) r on true
      cross join lateral (
        select (count(*) filter (where not b.is_own))::int as earlier, count(*) filter (where b.is_own) > 0 as "isKnown" from (
          select is_own from mentions b where b.conversation_id = m.conversation_id and b.published_at < m.published_at
           order by b.published_at desc limit 20) b) e
     order by m.published_at desc, m.id desc`)
  return rows.map(waitingOf)
}

function waitingOf(row: Row): WaitingMessage {
  const next = nextOf(row)
  const { answeredAfter } = row
  const isAnswered = answeredAfter !== null && (next === null || answeredAfter < next.after)
  return {
    author: row.author,
    stratum: `${row.network} ${row.tone} ${row.isKnown}`,
    traits: [
      ...[row.anger, row.score, Math.log1p(row.followers ?? usualFollowers), row.urgency],
      ...[Number(row.intent === 'question'), Number(row.intent === 'complaint'), Math.log1p(row.earlier)],
    ],
    publishedMinute: row.minute,
    answeredAfter: isAnswered ? answeredAfter : null,
    cell: isAnswered && row.strategy ? `${row.strategy} ${row.network}` : null,
    ...{ nextAfter: next?.after ?? null, next: next?.sign ?? null, isThanks: row.isThanks === true },
    seenFor: row.seenFor,
  }
}

/** Of whom no figure is known: as many as an ordinary account has. */
const usualFollowers = 200
const rank = { negative: -1, mixed: 0, neutral: 0, positive: 1 } as const

function nextOf({ tone, nextAfter, nextTone, deletedAfter }: Row): { after: number; sign: NextSign } | null {
  if (deletedAfter !== null && deletedAfter > 0 && (nextAfter === null || deletedAfter < nextAfter))
    return { after: deletedAfter, sign: 'deleted' }
  if (nextAfter === null) return null
  if (nextTone === null || nextTone === 'unsure' || tone === 'unsure') return { after: nextAfter, sign: 'unclear' }
  const step = rank[nextTone] - rank[tone]
  return { after: nextAfter, sign: step > 0 ? 'milder' : step < 0 ? 'harsher' : 'same' }
}
