import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { topics } from '#db/tables/mentions.ts'
import { anyMessage, type RoutingRule } from '#domain/routing.ts'

/**
 * What a search says of its department, as rules that are asked after all others: what it finds starts there, where no rule places it elsewhere.
 * Of a message that several searches find, the oldest search decides.
 */
export async function rulesOfSearches(tx: Tx, workspaceId: string): Promise<RoutingRule[]> {
  const rows = await tx
    .select({ id: topics.id, name: topics.name, departmentId: topics.departmentId })
    .from(topics)
    .where(and(eq(topics.workspaceId, workspaceId), isNotNull(topics.departmentId)))
    .orderBy(asc(topics.createdAt), asc(topics.id))
  return rows.map(({ id, name, departmentId }) => ({
    ...{ id, name, version: 1, isOn: true, isOfSearch: true },
    conditions: { ...anyMessage, topicIds: [id] },
    actions: { departmentId, memberId: null, urgencyFrom: null, moves: false, stops: false },
  }))
}
