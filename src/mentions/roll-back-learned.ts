import { and, desc, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { deltaVersions } from '#db/tables/learning.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/**
 * Takes what was learned off, and puts the one before it on again, if there was one for the same weights. New corrections teach again.
 * @throws AppError `taken` where it does not count any more.
 */
export async function rollBackLearned(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'learned.roll_back', async (tx) => {
    const mine = and(eq(deltaVersions.workspaceId, ctx.workspaceId), eq(deltaVersions.id, id))
    const [row] = await tx
      .update(deltaVersions)
      .set({ state: 'rolled_back', rolledBackBy: memberOf(ctx).id, rolledBackAt: ctx.app.clock.now() })
      .where(and(mine, eq(deltaVersions.state, 'live')))
      .returning()
    if (!row) {
      const isHere = (await tx.$count(deltaVersions, mine)) > 0
      if (!isHere) throw new AppError('not_found', 'This is not here any more.')
      throw new AppError('taken', {
        en: 'This version does not count any more, so there is nothing to roll back.',
        nl: 'Deze versie telt al niet meer, dus er is niets om terug te draaien.',
      })
    }
    const before = tx
      .select({ id: deltaVersions.id })
      .from(deltaVersions)
      .where(
        and(
          eq(deltaVersions.workspaceId, ctx.workspaceId),
          ...[eq(deltaVersions.lang, row.lang), eq(deltaVersions.model, row.model)],
          eq(deltaVersions.state, 'replaced'),
        ),
      )
      .orderBy(desc(deltaVersions.nth))
      .limit(1)
    await tx.update(deltaVersions).set({ state: 'live' }).where(sql`${deltaVersions.id} in ${before}`)
    return {
      result: undefined,
      subject: { kind: 'learned', id },
      details: { lang: row.lang, nth: row.nth },
      events: [{ kind: 'learned.changed' as const }],
    }
  })
}
