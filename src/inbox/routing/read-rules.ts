import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { routingRules } from '#db/tables/routing.ts'
import type { RoutingRule } from '#domain/routing.ts'

export type RuleRow = typeof routingRules.$inferSelect

export function ruleOf({ id, name, version, isOn, conditions, departmentId, memberId, actions }: RuleRow): RoutingRule {
  return { id, name, version, isOn, conditions, actions: { ...actions, departmentId, memberId } }
}

/** All rules of a workspace in the order in which they are asked. */
export async function readRules(tx: Tx, workspaceId: string): Promise<RoutingRule[]> {
  const rows = await tx
    .select()
    .from(routingRules)
    .where(eq(routingRules.workspaceId, workspaceId))
    .orderBy(asc(routingRules.position), asc(routingRules.createdAt))
  return rows.map(ruleOf)
}
