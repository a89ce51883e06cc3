import { sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { adviceKey, askPolicy, type PolicyAdvice } from '#domain/ask-policy.ts'
import { type Policy, policyChangeDays } from '#domain/policy.ts'
import { type Context, memberOf } from '#team/context.ts'
import { currentPolicy } from './read-policy.ts'
import { readSituations } from './read-situations.ts'

export type AdviceName = { kind: 'leaf' | 'question'; id: string; name: string }
export type PolicyChange = { id: string; number: number; title: string; from: AdviceName | null; to: AdviceName }
export type PolicyComparison = {
  /** Compared with this version; null where none holds yet. */
  version: number | null
  asked: number
  /** There were more in those days than are looked at; the newest are. */
  isCut: boolean
  changed: number
  /** How many go from one advice to another, the most first. */
  moves: { from: AdviceName | null; to: AdviceName; count: number }[]
  changes: PolicyChange[]
}

export const comparedMax = 5_000
const shownMax = 50

/** Which of the conversations of the last months would get other advice than now, with the same answers of people. Nothing is written. */
export async function comparePolicy(ctx: Context, policy: Policy): Promise<PolicyComparison> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const since = new Date(ctx.app.clock.now().getTime() - policyChangeDays * day)
  const { current, situations } = await ctx.app.db.inWorkspace(workspaceId, async (tx) => ({
    current: await currentPolicy(tx, workspaceId),
    situations: await readSituations(tx, {
      workspaceId,
      which: sql`c.created_at >= ${since.toISOString()}::timestamptz and c.state not in ('noise', 'merged')`,
      limit: comparedMax + 1,
    }),
  }))
  const asked = situations.slice(0, comparedMax)
  const changes = asked.flatMap(({ id, number, title, ...situation }): PolicyChange[] => {
    const before = current && askPolicy(current.policy, situation)
    const after = askPolicy(policy, situation)
    if (before && adviceKey(before) === adviceKey(after)) return []
    return [{ id, number, title, from: before ? nameOf(before) : null, to: nameOf(after) }]
  })
  const grouped = Map.groupBy(changes, ({ from, to }) => JSON.stringify([from, to]))
  return {
    version: current?.number ?? null,
    asked: asked.length,
    isCut: situations.length > comparedMax,
    changed: changes.length,
    moves: [...grouped.values()]
      .flatMap((those) => those.slice(0, 1).map(({ from, to }) => ({ from, to, count: those.length })))
      .toSorted((a, b) => b.count - a.count),
    changes: changes.slice(0, shownMax),
  }
}

function nameOf(advice: PolicyAdvice): AdviceName {
  if (advice.kind === 'leaf') return { kind: 'leaf', id: advice.leaf.id, name: advice.leaf.name }
  return { kind: 'question', id: advice.question.id, name: advice.question.text }
}
