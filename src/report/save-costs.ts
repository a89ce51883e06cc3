import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { costSettings } from '#db/tables/costs.ts'
import { sources } from '#db/tables/listen.ts'
import { type CostSettings, plainCosts } from '#domain/measures/answer-cost.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** What a colleague and each source cost, whole. Of sources that are not here nothing is kept. */
export async function saveCosts(ctx: Context, input: CostSettings): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'costs.change', async (tx) => {
    const here = await tx.select({ id: sources.id }).from(sources).where(eq(sources.workspaceId, workspaceId))
    const sourceCosts = Object.fromEntries(
      here.flatMap(({ id }) => {
        const cost = input.sourceCosts[id]
        return cost === undefined ? [] : [[id, cost]]
      }),
    )
    const row = {
      ...{ currency: input.currency, hourCost: input.hourCost, sourceCosts },
      ...{ changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() },
    }
    await tx
      .insert(costSettings)
      .values({ workspaceId, ...row })
      .onConflictDoUpdate({ target: costSettings.workspaceId, set: row })
    return {
      result: undefined,
      subject: { kind: 'workspace', id: workspaceId },
      details: { hourCost: input.hourCost, sources: Object.keys(sourceCosts).length },
      events: [{ kind: 'team.changed' }],
    }
  })
}

export async function costsIn(tx: Tx, workspaceId: string): Promise<CostSettings> {
  const [row] = await tx.select().from(costSettings).where(eq(costSettings.workspaceId, workspaceId))
  return row ? { currency: row.currency, hourCost: row.hourCost, sourceCosts: row.sourceCosts } : plainCosts
}
