import { asc, eq } from 'drizzle-orm'
import { routingRuns, routings } from '#db/tables/routing.ts'
import type { Role } from '#domain/role.ts'
import { anyMessage, type RoutingActions, type RoutingConditions, type RoutingRuleInput } from '#domain/routing.ts'
import { routeDue } from '#inbox/routing/run-routing.ts'
import { createRule } from '#inbox/routing/save-rule.ts'
import { createDepartment } from '#team/change-department.ts'
import { intakeHouse } from './intake-house.ts'
import type { TestApp } from './test-app.ts'

const nothing: RoutingActions = { departmentId: null, memberId: null, urgencyFrom: null, moves: false, stops: false }

export function ruleInput(
  name: string,
  conditions: Partial<RoutingConditions>,
  actions: Partial<RoutingActions>,
): RoutingRuleInput {
  return { name, isOn: true, conditions: { ...anyMessage, ...conditions }, actions: { ...nothing, ...actions } }
}

/** A house that listens, with two departments and rules that place in them. */
export async function routingHouse(app: TestApp, people?: Readonly<Record<string, Role>>) {
  const here = await intakeHouse(app, people)
  const { ctx } = here
  const service = await createDepartment(ctx, { name: 'Service', memberIds: [] })
  const legal = await createDepartment(ctx, { name: 'Juridisch', memberIds: [] })
  const rule = (...given: Parameters<typeof ruleInput>) => createRule(ctx, ruleInput(...given))
  const routed = (conversationId: string) =>
    app.db.inWorkspace(ctx.workspaceId, (tx) =>
      tx.select().from(routings).where(eq(routings.conversationId, conversationId)).orderBy(asc(routings.id)),
    )
  const run = async (id: string) => {
    const [row] = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
      tx.select().from(routingRuns).where(eq(routingRuns.id, id)),
    )
    return row
  }
  /** Lets whatever runs come to its end. */
  const finish = async (id: string) => {
    while (await routeDue(app));
    return run(id)
  }
  return { ...here, service, legal, rule, routed, run, finish }
}
