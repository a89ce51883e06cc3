import { and, eq, inArray, ne } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { routingRuns } from '#db/tables/routing.ts'
import { type RoutingRule, type RoutingRuleInput, type RoutingRunKind, routingTrialDays } from '#domain/routing.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { readRules } from './read-rules.ts'
import { rulesOfSearches } from './rules-of-searches.ts'
import { assertRuleFits } from './save-rule.ts'

/**
 * What the last month would have been like with this rule: in the place of the one with its id, or after all others. Nothing is moved
 * by it. Whoever tries another one stops the trial before it.
 */
export async function askTrial(
  ctx: Context,
  input: { id: string | null; rule: RoutingRuleInput | null },
): Promise<Asked> {
  return change(ctx, 'routing.try', async (tx) => {
    const { id, rule } = input
    const ruleId = id ?? newId()
    if (rule) await assertRuleFits(tx, ctx, { id: ruleId, ...rule })
    const rules = rule ? withTried(await readRules(tx, ctx.workspaceId), { id: ruleId, ...rule }) : undefined
    await dropOldTrials(tx, ctx)
    await stopRunning(tx, ctx, ['trial'])
    const since = new Date(ctx.app.clock.now().getTime() - routingTrialDays * day)
    return asked(tx, ctx, { kind: 'trial', since, rules, ruleName: rule?.name ?? null })
  })
}

/** Places all that is open anew, as if today's rules had been there when it came; but for what a person has placed. The last word wins. */
export async function askApply(ctx: Context): Promise<Asked> {
  return change(ctx, 'routing.apply', async (tx) => {
    await stopRunning(tx, ctx, ['apply', 'undo'])
    return asked(tx, ctx, { kind: 'apply', since: new Date(0) })
  })
}

/** Puts back what a run has placed, where nobody and nothing has moved it since. */
export async function askUndo(ctx: Context, runId: string): Promise<Asked> {
  return change(ctx, 'routing.apply', async (tx) => {
    const [run] = await tx.select().from(routingRuns).where(isRun(ctx, runId))
    if (!run) throw gone()
    if (run.kind !== 'apply') throw new AppError('bad_input', 'There is nothing here to put back.')
    await stopRunning(tx, ctx, ['apply', 'undo'])
    return asked(tx, ctx, { kind: 'undo', since: run.since, rules: [], undoes: run.id })
  })
}

/** What was done until now stays. Of a stop at the very end nothing is heard. */
export async function stopRun(ctx: Context, runId: string): Promise<void> {
  await change(ctx, 'routing.try', async (tx) => {
    const [run] = await tx.select().from(routingRuns).where(isRun(ctx, runId)).for('update')
    if (!run) throw gone()
    const isRunning = run.state === 'running'
    if (isRunning) await tx.update(routingRuns).set(stopped(ctx)).where(eq(routingRuns.id, run.id))
    return { result: undefined, ...told(run.id), isSilent: !isRunning }
  })
}

export type Asked = { id: string }

function withTried(rules: readonly RoutingRule[], tried: { id: string } & RoutingRuleInput): RoutingRule[] {
  const before = rules.find(({ id }) => id === tried.id)
  // Whoever tries a rule that is off asks what it would do.
  const rule = { ...tried, isOn: true, version: (before?.version ?? 0) + 1 }
  return before ? rules.map((one) => (one.id === tried.id ? rule : one)) : [...rules, rule]
}

type Asking = {
  kind: RoutingRunKind
  since: Date
  rules?: readonly RoutingRule[] | undefined
  ruleName?: string | null
  undoes?: string
}

async function asked(tx: Tx, ctx: Context, { kind, since, rules, ruleName = null, undoes }: Asking) {
  const { workspaceId } = ctx
  const id = newId()
  const now = ctx.app.clock.now()
  await tx.insert(routingRuns).values({
    ...{ id, workspaceId, kind, since, ruleName, undoes: undoes ?? null, askedBy: memberOf(ctx).id },
    rules:
      kind === 'undo'
        ? []
        : [...(rules ?? (await readRules(tx, workspaceId))), ...(await rulesOfSearches(tx, workspaceId))],
    askedAt: now,
    nextAt: now,
  })
  return { result: { id }, ...told(id), details: { kind } }
}

/** Only the newest is ever looked at. */
async function dropOldTrials(tx: Tx, { workspaceId }: Context): Promise<void> {
  const isOld = and(eq(routingRuns.kind, 'trial'), ne(routingRuns.state, 'running'))
  await tx.delete(routingRuns).where(and(eq(routingRuns.workspaceId, workspaceId), isOld))
}

async function stopRunning(tx: Tx, ctx: Context, kinds: RoutingRunKind[]): Promise<void> {
  await tx
    .update(routingRuns)
    .set(stopped(ctx))
    .where(
      and(
        eq(routingRuns.workspaceId, ctx.workspaceId),
        eq(routingRuns.state, 'running'),
        inArray(routingRuns.kind, kinds),
      ),
    )
}

function stopped(ctx: Context) {
  return { state: 'stopped' as const, finishedAt: ctx.app.clock.now() }
}

function isRun(ctx: Context, id: string) {
  return and(eq(routingRuns.workspaceId, ctx.workspaceId), eq(routingRuns.id, id))
}

function told(id: string) {
  return { subject: { kind: 'routing run', id }, events: [{ kind: 'routing.changed' as const }] }
}

function gone(): AppError {
  return new AppError('not_found', 'This is not here any more.')
}
