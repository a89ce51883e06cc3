import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Intent, Sentiment } from '#domain/assessment.ts'
import { type ConversationState, conversationKey } from '#domain/conversation.ts'
import { type Lane, type LaneWhy, laneOf } from '#domain/incident.ts'
import type { RiskLevel } from '#domain/risk.ts'
import type { RiskPart } from '#domain/risk-part.ts'
import type { AuthorRow } from '#inbox/read-page.ts'
import type { Context } from '#team/context.ts'
import { idsInScope } from './in-scope.ts'
import { type IncidentRow, incidentFor } from './incident-access.ts'

/** More nobody oversees; the inbox has them all. */
export const laneShownMax = 500
const excerptMax = 240

export type LaneLine = {
  id: string
  key: string
  title: string
  state: ConversationState
  network: string
  lang: string
  latestAt: Date
  dueAt: Date | null
  sentiment: Sentiment
  author: AuthorRow | null
  owner: { id: string; name: string } | null
  text: string
  isAnswered: boolean
  lane: Lane
  why: LaneWhy
}
export type Lanes = { lines: LaneLine[]; isMore: boolean }

/** Its conversations, each in its lane; those that still wait for us first, and within that the newest. */
export async function readLanes(ctx: Context, idOrKey: string): Promise<Lanes> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => lanesOf(tx, await incidentFor(tx, ctx, idOrKey)))
}

type Row = Omit<LaneLine, 'key' | 'latestAt' | 'dueAt' | 'lane' | 'why'> & {
  number: number
  latestAt: string
  dueAt: string | null
  byHand: Lane | null
  intent: Intent
  riskLevel: RiskLevel
  riskParts: RiskPart[]
}

export async function lanesOf(tx: Tx, row: IncidentRow): Promise<Lanes> {
  const { rows } = await tx.execute<Row>(sql`
    select c.id, c.number, c.title, c.state, c.network, c.lang, c.latest_at as "latestAt", c.due_at as "dueAt", c.sentiment, c.intent,
        c.risk_level as "riskLevel", c.risk_parts as "riskParts", o.lane as "byHand",
        left(coalesce(m.text, ''), ${excerptMax}) as text,
        (c.answered_at is not null or exists (select from replies r where r.conversation_id = c.id and r.state in ('sent', 'assisted'))) as "isAnswered",
        case when w.id is null then null else jsonb_build_object('id', w.id, 'name', w.name) end as owner,
        case when a.id is null then null else jsonb_build_object('id', a.id, 'network', a.network, 'handle', a.handle,
          'name', a.name, 'url', a.url, 'avatarUrl', a.avatar_url, 'bio', null, 'followers', a.followers) end as author
      from conversations c
        left join incident_conversations o on o.incident_id = ${row.id} and o.conversation_id = c.id
        left join mentions m on m.id = c.latest_mention_id left join authors a on a.id = c.author_id
        left join members w on w.id = c.owner_id
     where c.id in ${idsInScope(row)}
     order by c.state in ('open', 'waiting') desc, c.latest_at desc, c.id limit ${laneShownMax + 1}`)
  const lines = rows.slice(0, laneShownMax).map(({ number, byHand, intent, riskLevel, riskParts, ...line }) => ({
    ...{ ...line, key: conversationKey(number), latestAt: new Date(line.latestAt) },
    dueAt: line.dueAt === null ? null : new Date(line.dueAt),
    ...laneOf({ byHand, intent, riskLevel, riskParts, sentiment: line.sentiment }),
  }))
  return { lines, isMore: rows.length > laneShownMax }
}
