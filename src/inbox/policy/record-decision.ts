import { sql } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { policyDecisions } from '#db/tables/policy.ts'
import { askPolicy } from '#domain/ask-policy.ts'
import type { PolicyOccasion } from '#domain/policy.ts'
import { type Context, memberOf } from '#team/context.ts'
import { currentPolicy } from './read-policy.ts'
import { readSituations } from './read-situations.ts'

/** Keeps what was advised when somebody acted, in the transaction of the act. What the policy says later changes nothing about it. */
export async function recordDecision(
  tx: Tx,
  ctx: Context,
  { conversationId, occasion }: { conversationId: string; occasion: PolicyOccasion },
): Promise<string | undefined> {
  const { workspaceId } = ctx
  const current = await currentPolicy(tx, workspaceId)
  if (!current) return undefined
  const [situation] = await readSituations(tx, { workspaceId, which: sql`c.id = ${conversationId}`, limit: 1 })
  if (!situation) return undefined
  const advice = askPolicy(current.policy, situation)
  const [version, by, at] = [current.number, memberOf(ctx).id, ctx.app.clock.now()]
  const id = newId()
  await tx.insert(policyDecisions).values({ id, workspaceId, conversationId, occasion, version, advice, by, at })
  return id
}
