import { sql } from 'drizzle-orm'
import { day, hour, minute, second } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import type { Assessment } from '#domain/assessment.ts'
import { type Correction, corrected } from '#domain/correction.ts'
import {
  type AuthorMark,
  alikeSteps,
  promiseGrowsIn,
  type RiskInput,
  type RiskMessage,
  riskLevelOf,
  stepOf,
  weighRisk,
} from '#domain/risk.ts'
import { raisedTo } from '#domain/routing.ts'
import { growthHours } from '#domain/story.ts'
import { authorsOfPerson, markOfPerson } from '#mentions/person-sql.ts'
import { findVulnerable, speaksOfPress } from '#triage/find-vulnerable.ts'

/** Of what is not settled so many messages are weighed, the gravest first: a crisis must not vanish behind its replies. */
const messagesMax = 20
const textMax = 2_000
const complaintDays = 90
/** A growth that is over weighs no more: it is looked at again after so long. */
const growthAgainMs = hour

type Weighed = { id: string; level: number; wasLevel: number }

/** Brings the urgency of these conversations up to what is known now. Counts no version up: nothing was decided or said by it. */
export async function weighConversations(
  tx: Tx,
  { workspaceId, ids, now }: { workspaceId: string; ids: readonly string[]; now: Date },
): Promise<Weighed[]> {
  if (ids.length === 0) return []
  // In one order, so that two intakes never wait for each other; and before the reading, so that nobody weighs what another just changed.
  await tx.execute(sql`
    select from conversations where workspace_id = ${workspaceId} and id = any(${`{${ids.join(',')}}`}::uuid[])
     order by id for update`)
  const rows = await readInputs(tx, { workspaceId, ids, now })
  const weighed = rows.map((row) => {
    const input = inputOf(row, now)
    const { sum, parts } = weighRisk(input)
    return { id: row.id, wasLevel: row.level, risk: sum, level: riskLevelOf(sum), parts, weighAt: weighAt(input, now) }
  })
  await tx.execute(sql`
    update conversations c set risk = w.risk, risk_level = w.level, risk_parts = w.parts, weigh_at = w."weighAt"
      from jsonb_to_recordset(${JSON.stringify(weighed)}::jsonb)
           as w(id uuid, risk real, level smallint, parts jsonb, "weighAt" timestamptz)
     where c.id = w.id and (c.risk, c.risk_level, c.risk_parts, c.weigh_at)
           is distinct from (w.risk, w.level, w.parts, w."weighAt")`)
  return weighed
}

type Message = {
  text: string
  said: Assessment | null
  correction: Correction | null
  likes: number | null
  reposts: number | null
  replies: number | null
  publishedAt: string
  followers: number | null
}
type Row = {
  id: string
  level: number
  urgencyFrom: number
  dueAt: string | null
  raised: number
  mark: AuthorMark | null
  followers: number | null
  messages: Message[]
  lastHour: number
  alike: number
  complaintsBefore: number
}

async function readInputs(
  tx: Tx,
  { workspaceId, ids, now }: { workspaceId: string; ids: readonly string[]; now: Date },
): Promise<Row[]> {
  const ago = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`
  const { rows } = await tx.execute<Row>(sql`
    with asked as materialized (select c.* from conversations c
        where c.workspace_id = ${workspaceId} and c.id = any(${`{${ids.join(',')}}`}::uuid[])),
    grown as (select s.story_id, count(*)::int as count from story_conversations s
        where s.story_id in (select story_id from asked) and s.taken_out_at is null
          and s.joined_at > ${ago(growthHours * hour)} group by 1)
    select c.id, c.risk_level as level, c.urgency_from as "urgencyFrom", c.due_at as "dueAt", c.raised, ${markOfPerson()} as mark, a.followers,
      greatest(coalesce((select count from grown g where g.story_id = c.story_id), 0) - 1, 0) as alike,
      (select count(*)::int from mentions m where m.conversation_id = c.id and not m.is_own
        and m.published_at > ${ago(hour)}) as "lastHour",
      (select count(*)::int from (select from conversations e where e.author_id = any(${authorsOfPerson()}) and e.id <> c.id
        and e.intent in ('complaint', 'legal_threat', 'crisis') and e.latest_at > ${ago(complaintDays * day)} limit 9) e) as "complaintsBefore",
      coalesce((select jsonb_agg(x) from (
        select left(coalesce(m.title || ' ', '') || m.text, ${textMax}) as text, s.said, s.correction, m.likes, m.reposts, m.replies,
            m.published_at as "publishedAt", w.followers
          from mentions m left join assessments s on s.mention_id = m.id left join authors w on w.id = m.author_id
         where m.conversation_id = c.id and not m.is_own and m.deleted_at is null and m.heard_at >= c.open_since
         order by (coalesce(s.correction ->> 'intent', s.said -> 'intent' ->> 'top') = 'crisis') desc nulls last,
           coalesce(s.correction ->> 'urgency', s.said ->> 'urgency')::int desc nulls last, m.published_at desc, m.id desc
         limit ${messagesMax}) x), '[]') as messages
    from asked c left join authors a on a.id = c.author_id`)
  return rows
}

function inputOf(row: Row, now: Date): RiskInput {
  const spreads = row.messages.map((message) => spreadOf(message, now))
  return {
    messages: row.messages.flatMap((message) => messageOf(message, row.urgencyFrom)),
    author: {
      followers: Math.max(0, row.followers ?? 0, ...row.messages.map((message) => message.followers ?? 0)),
      mark: row.mark,
      complaintsBefore: row.complaintsBefore,
    },
    spread: Math.max(0, ...spreads.map(({ spread }) => spread)),
    spreadAnHour: Math.max(0, ...spreads.map(({ anHour }) => anHour)),
    alike: row.alike,
    repliesAnHour: Math.max(0, row.lastHour - 1),
    promiseLeft: row.dueAt === null ? null : (Date.parse(row.dueAt) - now.getTime()) / minute,
    raised: row.raised,
  }
}

/** A rule may say that a conversation is at least so urgent; what a member says of a message stands above it. */
function messageOf({ text, said, correction }: Message, urgencyFrom: number): RiskMessage[] {
  if (!said) return []
  const { intent, sentiment, anger, lang, reasons, ...judged } = corrected(said, correction)
  const urgency = correction?.urgency ?? raisedTo(judged.urgency, urgencyFrom)
  // A member who says that it is no crisis speaks of the words too that made it one.
  const grounds = correction?.intent || correction?.urgency !== undefined ? [] : reasons
  const vulnerable = findVulnerable(text, { lang, reasons: grounds })
  const isPress = speaksOfPress(reasons)
  return [{ intent: intent.top, sentiment: sentiment.class, urgency, anger, vulnerable, isPress }]
}

/** In its first minutes nobody knows how fast something spreads. */
const youngHours = 0.5

function spreadOf({ likes, reposts, replies, publishedAt }: Message, now: Date): { spread: number; anHour: number } {
  const spread = (reposts ?? 0) + (replies ?? 0) + (likes ?? 0) / 10
  const hours = Math.max((now.getTime() - Date.parse(publishedAt)) / hour, youngHours)
  return { spread, anHour: spread / hours }
}

function weighAt({ promiseLeft, alike, repliesAnHour }: RiskInput, now: Date): Date | null {
  const growsIn = promiseLeft === null ? null : promiseGrowsIn(promiseLeft)
  const moments = [
    ...(growsIn === null ? [] : [growsIn * minute + second]),
    ...(repliesAnHour > 0 || stepOf(alikeSteps, alike) > 0 ? [growthAgainMs] : []),
  ]
  return moments.length > 0 ? new Date(now.getTime() + Math.min(...moments)) : null
}
