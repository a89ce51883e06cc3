import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import {
  type AlertScopeKind,
  type AlertSeen,
  alertLimits,
  type CourseBin,
  type ForecastHour,
  type Severity,
} from '#domain/alert.ts'
import type { Sentiment } from '#domain/assessment.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { Context } from '#team/context.ts'
import { readHolds } from './name-of-alert.ts'
import { findAlert, type ListedAlert, type Named } from './read-alerts.ts'
import type { ScopeRow } from './read-facts.ts'
import { heardIn, isInScope } from './read-series.ts'
import { mainOf } from './record-steps.ts'

export type AlertMessage = {
  mentionId: string
  conversationId: string
  key: string
  network: string
  author: string
  followers: number | null
  lang: string
  text: string
  sentiment: Sentiment
  publishedAt: Date
}
export type ReadAlert = ListedAlert & {
  severityNow: Severity
  seenNow: AlertSeen | null
  course: CourseBin[]
  forecast: ForecastHour[]
  holds: (Named & { kind: AlertScopeKind; people: number })[]
  messages: AlertMessage[]
  topics: Named[]
}

/** One alert, with how it came about and what was said in it as it stands today: what was erased meanwhile is not there. */
export async function readAlert(ctx: Context, id: string): Promise<ReadAlert> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const { alert, row, scopes } = await findAlert(tx, ctx, id)
    const main = mainOf(scopes)
    const until = row.endedAt ?? ctx.app.clock.now()
    const asked = main && { workspaceId: ctx.workspaceId, scope: main, from: row.beganAt, until }
    const holds = asked ? await namedHolds(tx, asked) : []
    return {
      ...alert,
      severityNow: { level: row.severity, parts: row.severityParts },
      ...{ seenNow: row.seenNow, course: row.course, forecast: row.forecast, holds },
      messages: asked ? await messagesIn(tx, asked) : [],
      topics: holds.filter(({ kind }) => kind === 'topic').map(({ id: topicId, name }) => ({ id: topicId, name })),
    }
  })
}

type Asked = { workspaceId: string; scope: ScopeRow; from: Date; until: Date }

async function namedHolds(tx: Tx, asked: Asked): Promise<ReadAlert['holds']> {
  const { topics, sources, stories } = await readHolds(tx, asked)
  const { rows } = await tx.execute<Named>(sql`
    select id, name from topics where id = any(${uuidArray(topics.map(({ id }) => id))})
    union all select id, name from sources where id = any(${uuidArray(sources.map(({ id }) => id))})
    union all (select distinct on (story_id) story_id as id, title as name from conversations
      where story_id = any(${uuidArray(stories.map(({ id }) => id))}) and erased_at is null order by story_id, created_at, id)`)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const of = (kind: AlertScopeKind, held: { id: string; people: number }[]) =>
    held.flatMap(({ id, people }) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ kind, id, name, people }]
    })
  return [...of('topic', topics), ...of('source', sources), ...of('story', stories)]
}

/** One message a person: of what they wrote, what was repeated most. Those of most reach first. */
async function messagesIn(tx: Tx, { workspaceId, scope, from, until }: Asked): Promise<AlertMessage[]> {
  const { rows } = await tx.execute<
    Omit<AlertMessage, 'key' | 'publishedAt'> & { number: number; publishedAt: string }
  >(sql`
    with heard as materialized (${heardIn({ workspaceId, until, from: sql`${from.toISOString()}` })}),
    told as (
      select distinct on (h.person) h.id, coalesce(m.reposts, 0) + coalesce(m.replies, 0) + coalesce(m.likes, 0) / 10 as spread, h.followers
        from heard h join mentions m on m.id = h.id
       where h.grave and ${isInScope(scope)} and m.deleted_at is null order by h.person, 2 desc, h.at, h.id)
    select m.id as "mentionId", m.conversation_id as "conversationId", c.number, m.network, coalesce(nullif(a.name, ''), a.handle) as author,
           a.followers, m.lang, m.text, tone_of(s.said, s.correction) as sentiment, m.published_at as "publishedAt"
      from told t join mentions m on m.id = t.id join conversations c on c.id = m.conversation_id join authors a on a.id = m.author_id
      left join assessments s on s.mention_id = m.id
     where c.erased_at is null
     order by coalesce(t.followers, 0) + 50 * t.spread desc, m.published_at, m.id limit ${alertLimits.messages}`)
  return rows.map(({ number, publishedAt, ...row }) => ({
    ...row,
    key: conversationKey(number),
    publishedAt: new Date(publishedAt),
  }))
}
