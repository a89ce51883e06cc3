import { and, count, eq, gte } from 'drizzle-orm'
import { advisers, opinions } from '#db/tables/advise.ts'
import type { Context } from '#team/context.ts'
import type { AdviserRow } from './save-adviser.ts'
import { monthOf, spentIn } from './seek-opinions.ts'

export type AdviserNow = { adviser: AdviserRow; spent: number; asked: number; answered: number }

/** The adviser with the figures of this month; undefined when none was ever filled in. */
export async function readAdviser(ctx: Context): Promise<AdviserNow | undefined> {
  const { workspaceId, app } = ctx
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const [adviser] = await tx.select().from(advisers).where(eq(advisers.workspaceId, workspaceId))
    if (!adviser) return undefined
    const byState = await tx
      .select({ state: opinions.state, count: count() })
      .from(opinions)
      .where(and(eq(opinions.workspaceId, workspaceId), gte(opinions.askedAt, monthOf(app.clock.now()))))
      .groupBy(opinions.state)
    return {
      adviser,
      spent: await spentIn(tx, ctx),
      asked: byState.reduce((sum, one) => sum + one.count, 0),
      answered: byState.find((one) => one.state === 'answered')?.count ?? 0,
    }
  })
}
