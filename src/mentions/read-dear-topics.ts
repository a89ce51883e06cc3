import { and, eq } from 'drizzle-orm'
import { topics } from '#db/tables/mentions.ts'
import { members } from '#db/tables/team.ts'
import { dearFromPerThousand } from '#domain/topic-cost.ts'
import { parseQuery } from '#match/parse-query.ts'
import { assertMay } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { type CostlyWord, queryCost } from './query-cost.ts'
import { querySetsOf, readRows } from './read-sets.ts'
import type { TopicEngine } from './topic-engine.ts'

const shownMax = 20

export type DearTopic = {
  topic: { id: string; name: string }
  owner: { id: string; name: string } | null
  perThousand: number
  /** The common words that it is found by. */
  words: CostlyWord[]
}

/** The searches of this workspace that make the process work most, the dearest first. For those who look after the machine. */
export async function readDearTopics(ctx: Context, engine: TopicEngine): Promise<DearTopic[]> {
  assertMay(ctx, 'topic.see_costs')
  const { workspaceId } = ctx
  await engine.ready(workspaceId)
  const { rows, sets } = await ctx.app.db.inWorkspace(workspaceId, async (tx) => ({
    rows: await tx
      .select({ id: topics.id, name: topics.name, query: topics.query, owner: { id: members.id, name: members.name } })
      .from(topics)
      .leftJoin(members, eq(members.id, topics.ownerId))
      .where(and(eq(topics.workspaceId, workspaceId), eq(topics.state, 'on'))),
    sets: querySetsOf(await readRows(tx, workspaceId)),
  }))
  return rows
    .map(({ id, name, query, owner }) => ({ topic: { id, name }, owner, query, perThousand: engine.costOf(id) ?? 0 }))
    .filter(({ perThousand }) => perThousand >= dearFromPerThousand)
    .sort((a, b) => b.perThousand - a.perThousand)
    .slice(0, shownMax)
    .map(({ query, ...dear }) => {
      const parsed = parseQuery(query, sets)
      return { ...dear, words: parsed.ok ? queryCost(parsed.tree, engine.shareOf).words : [] }
    })
}
