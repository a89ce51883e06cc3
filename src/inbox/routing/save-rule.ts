import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { sources } from '#db/tables/listen.ts'
import { routingRules } from '#db/tables/routing.ts'
import { bringsOf, type RoutingRule, type RoutingRuleInput, routingRulesMax } from '#domain/routing.ts'
import { assertQueryReads } from '#mentions/assert-query-reads.ts'
import { assertTopicsHere } from '#mentions/assert-topics-here.ts'
import { assertDepartmentsHere, assertMembersHere } from '#team/assert-here.ts'
import { type Changed, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { ruleOf } from './read-rules.ts'

/** A new rule, asked after all others. @throws AppError `bad_input` with the place of what is wrong in its query. */
export async function createRule(ctx: Context, input: RoutingRuleInput): Promise<RoutingRule> {
  return change(ctx, 'routing.change', async (tx) => {
    const { workspaceId } = ctx
    const ofHere = eq(routingRules.workspaceId, workspaceId)
    if ((await tx.$count(routingRules, ofHere)) >= routingRulesMax)
      throw new AppError('too_many', {
        en: `A workspace has at most ${routingRulesMax} rules. Join some, or remove old ones.`,
        nl: `Een werkruimte heeft hoogstens ${routingRulesMax} regels. Voeg er samen, of verwijder oude.`,
      })
    const id = newId()
    await assertRuleFits(tx, ctx, { id, ...input })
    const now = ctx.app.clock.now()
    const position = sql`(select coalesce(max(position), 0) + 1 from ${routingRules} where ${ofHere})`
    const [row] = await tx
      .insert(routingRules)
      .values({ id, workspaceId, ...columnsOf(input), position, createdAt: now, changedAt: now })
      .returning()
    return changed(ruleOf(present(row, 'the inserted rule comes back')), { name: input.name })
  })
}

/** Counts its version up: what it did before stands in histories under the old one. */
export async function changeRule(
  ctx: Context,
  { id, ...input }: { id: string; version?: number } & RoutingRuleInput,
): Promise<RoutingRule> {
  return change(ctx, 'routing.change', async (tx) => {
    await assertRuleFits(tx, ctx, { id, ...input })
    const [row] = await tx
      .update(routingRules)
      .set({
        ...columnsOf(input),
        version: sql`${routingRules.version} + 1`,
        changedAt: ctx.app.clock.now(),
      })
      .where(and(isRule(ctx, id), input.version === undefined ? undefined : eq(routingRules.version, input.version)))
      .returning()
    if (!row) throw await whyNot(tx, ctx, id)
    return changed(ruleOf(row), { name: input.name })
  })
}

/** On or off. What it placed stays where it is. */
export async function switchRule(ctx: Context, { id, isOn }: { id: string; isOn: boolean }): Promise<RoutingRule> {
  return change(ctx, 'routing.change', async (tx) => {
    const [row] = await tx.update(routingRules).set({ isOn }).where(isRule(ctx, id)).returning()
    if (!row) throw gone()
    return changed(ruleOf(row), { name: row.name, isOn })
  })
}

/** What it placed stays where it is, and histories keep its name. */
export async function removeRule(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'routing.change', async (tx) => {
    const [row] = await tx.delete(routingRules).where(isRule(ctx, id)).returning()
    if (!row) throw gone()
    return { ...changed(ruleOf(row), { name: row.name, isRemoved: true }), result: undefined }
  })
}

/** The order in which all rules are asked. Refused when somebody added or removed one meanwhile. */
export async function orderRules(ctx: Context, ids: readonly string[]): Promise<void> {
  await change(ctx, 'routing.change', async (tx) => {
    const here = await tx
      .select({ id: routingRules.id })
      .from(routingRules)
      .where(eq(routingRules.workspaceId, ctx.workspaceId))
      .orderBy(routingRules.id)
      .for('update')
    const wanted = new Set(ids)
    if (here.some(({ id }) => !wanted.has(id)) || wanted.size !== here.length || ids.length !== here.length)
      throw new AppError('taken', 'The rules have changed meanwhile. Look at them once more, then order them.')
    const places = ids.map((id, at) => ({ id, position: at + 1 }))
    await tx.execute(sql`
      update routing_rules r set position = p.position
        from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(id uuid, position int)
       where r.id = p.id and r.workspace_id = ${ctx.workspaceId}`)
    return {
      result: undefined,
      subject: { kind: 'workspace', id: ctx.workspaceId },
      details: { ordered: ids.length },
      events: [{ kind: 'routing.changed' }],
    }
  })
}

function columnsOf({ name, isOn, conditions, actions: { departmentId, memberId, ...actions } }: RoutingRuleInput) {
  return { name, isOn, conditions, departmentId, memberId, actions }
}

function changed(rule: RoutingRule, details: Record<string, unknown>): Changed<RoutingRule> {
  return {
    result: rule,
    subject: { kind: 'routing rule', id: rule.id },
    details: { ...details, version: rule.version },
    events: [{ kind: 'routing.changed' }],
  }
}

/** All that a rule names is here, and its query reads. Also for a rule that is only tried. */
export async function assertRuleFits(
  tx: Tx,
  ctx: Context,
  { id, name, conditions, actions }: { id: string } & RoutingRuleInput,
): Promise<void> {
  if (conditions.query !== null) await assertQueryReads(tx, ctx, conditions.query)
  await assertNameIsFree(tx, ctx, { id, name })
  const departmentIds = [actions.departmentId ?? [], bringsOf(actions).map((one) => one.departmentId)].flat(2)
  if (departmentIds.length > 0) await assertDepartmentsHere(tx, ctx, [...new Set(departmentIds)])
  if (actions.memberId) await assertMembersHere(tx, ctx, [actions.memberId])
  const sourceIds = [...new Set(conditions.sourceIds)]
  await assertTopicsHere(tx, ctx, conditions.topicIds)
  const sourcesHere = and(eq(sources.workspaceId, ctx.workspaceId), inArray(sources.id, sourceIds))
  if (sourceIds.length > 0 && (await tx.$count(sources, sourcesHere)) < sourceIds.length)
    throw new AppError('not_found', 'This source does not exist any more. Choose another.')
}

async function assertNameIsFree(tx: Tx, ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  const sameName = and(
    eq(routingRules.workspaceId, ctx.workspaceId),
    sql`lower(${routingRules.name}) = lower(${name})`,
    ne(routingRules.id, id),
  )
  if ((await tx.$count(routingRules, sameName)) > 0)
    throw new AppError('taken', {
      en: `There is a rule called “${name}” already. Give this one another name.`,
      nl: `Er is al een regel die “${name}” heet. Geef deze een andere naam.`,
    })
}

function isRule(ctx: Context, id: string) {
  return and(eq(routingRules.workspaceId, ctx.workspaceId), eq(routingRules.id, id))
}

async function whyNot(tx: Tx, ctx: Context, id: string): Promise<AppError> {
  if ((await tx.$count(routingRules, isRule(ctx, id))) === 0) return gone()
  return new AppError('taken', 'Somebody changed this rule meanwhile. Look at it once more before you save.')
}

function gone(): AppError {
  return new AppError('not_found', 'This rule does not exist any more.')
}
