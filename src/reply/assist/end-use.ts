import { and, eq, sql } from 'drizzle-orm'
import { assistUses } from '#db/tables/assist.ts'
import type { AssistState } from '#domain/assist/assist-task.ts'
import type { SuggestionFindingKind } from '#domain/assist/suggestion-finding.ts'
import { costOf, plausibleTokens } from '#domain/assist/token-cost.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { Use } from './begin-use.ts'

export type Ending = {
  use: Use
  state: Exclude<AssistState, 'asked'>
  model: string
  /** As the server says; it may say anything. */
  usage: unknown
  left: string
  told: string
  isPaid: boolean
  findings: readonly SuggestionFindingKind[]
}
export type Spent = { tokensIn: number; tokensOut: number; isEstimated: boolean; cost: number }

/** What it came to. Where the server did not say, the most that was set aside stands; where nothing was answered, nothing does. */
export async function endUse(ctx: Context, ending: Ending): Promise<Spent> {
  const { use, state, model, findings } = ending
  const spent = spentOf(ending)
  await change(ctx, 'assist.use', async (tx) => {
    const ended = await tx
      .update(assistUses)
      .set({ state, model, findings: [...new Set(findings)], endedAt: ctx.app.clock.now(), ...spent })
      // Once: a second ending would give back twice.
      .where(and(eq(assistUses.id, use.id), eq(assistUses.state, 'asked')))
      .returning({ id: assistUses.id })
    if (ended.length > 0)
      await tx.execute(sql`
        update assist_months set cost = greatest(0, cost + ${spent.cost - use.reserved.cost}::numeric),
               tokens = greatest(0, tokens + ${spent.tokensIn + spent.tokensOut - use.reserved.tokens}::bigint)
         where workspace_id = ${ctx.workspaceId} and month = ${use.month}`)
    return { result: undefined, subject: { kind: 'assist_use', id: use.id }, isSilent: true }
  })
  return spent
}

function spentOf({ use, usage, left, told, isPaid }: Ending): Spent {
  if (!isPaid) return { tokensIn: 0, tokensOut: 0, isEstimated: false, cost: 0 }
  const said = (usage ?? {}) as { prompt_tokens?: unknown; completion_tokens?: unknown }
  const tokensIn = plausibleTokens(said.prompt_tokens, left)
  const tokensOut = plausibleTokens(said.completion_tokens, told)
  const tokens = { in: tokensIn ?? use.tokens.in, out: tokensOut ?? use.tokens.out }
  const isEstimated = tokensIn === undefined || tokensOut === undefined
  return { tokensIn: tokens.in, tokensOut: tokens.out, isEstimated, cost: costOf(use.row, tokens) }
}
