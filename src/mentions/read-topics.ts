import { eq, sql } from 'drizzle-orm'
import { topics } from '#db/tables/mentions.ts'
import { departments } from '#db/tables/team.ts'
import type { Words } from '#domain/connector.ts'
import { describeQuery } from '#match/describe-query.ts'
import { parseQuery } from '#match/parse-query.ts'
import type { QuerySets } from '#match/query-sets.ts'
import type { Context } from '#team/context.ts'
import { type Backfill, readBackfills } from './read-backfills.ts'
import { querySetsOf, readRows } from './read-sets.ts'
import type { TopicRow } from './save-topic.ts'

const days = 7

export type TopicWithCounts = {
  topic: TopicRow
  department: { id: string; name: string } | null
  says: Words
  /** Mentions heard a day, oldest first; today is the last. */
  perDay: number[]
  mentionCount: number
  /** The last time it looked back; null when it never did. */
  backfill: Backfill | null
}

export async function readTopics(ctx: Context): Promise<TopicWithCounts[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await tx
      .select({ topic: topics, department: { id: departments.id, name: departments.name } })
      .from(topics)
      .leftJoin(departments, eq(departments.id, topics.departmentId))
      .where(eq(topics.workspaceId, ctx.workspaceId))
      .orderBy(topics.createdAt)
    const recent = await tx.execute<{ topic_id: string; day: number; count: number }>(sql`
      select mt.topic_id, (current_date - m.heard_at::date)::int as day, count(*)::int as count
        from mention_topics mt join mentions m on m.id = mt.mention_id
       where m.workspace_id = ${ctx.workspaceId} and m.heard_at >= current_date - ${days - 1}::int
       group by 1, 2`)
    const totals = await tx.execute<{ topic_id: string; count: number }>(sql`
      select topic_id, count(*)::int as count from mention_topics where workspace_id = ${ctx.workspaceId} group by 1`)
    const backfillByTopic = await readBackfills(tx, ctx)
    const sets = querySetsOf(await readRows(tx, ctx.workspaceId))
    const totalOf = new Map(totals.rows.map((row) => [row.topic_id, row.count]))
    return rows.map(({ topic, department }) => ({
      topic,
      department,
      says: sentenceOf(topic.query, sets),
      perDay: Array.from({ length: days }, (_, index) => {
        const ago = days - 1 - index
        return recent.rows.find((row) => row.topic_id === topic.id && row.day === ago)?.count ?? 0
      }),
      mentionCount: totalOf.get(topic.id) ?? 0,
      backfill: backfillByTopic.get(topic.id) ?? null,
    }))
  })
}

/** The query as a sentence; the query itself when this version does not understand it. */
export function sentenceOf(query: string, sets: QuerySets): Words {
  const parsed = parseQuery(query, sets)
  if (!parsed.ok) return { en: query, nl: query }
  return { en: describeQuery(parsed.tree, 'en'), nl: describeQuery(parsed.tree, 'nl') }
}
