import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { savedReports } from '#db/tables/saved-reports.ts'
import { isAtLeast } from '#domain/role.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { reportHere, type SavedReportRow } from './report-here.ts'

/** One's own, or as a lead anybody's: somebody may wait for its letters. */
export function mayRemove(ctx: Context, { madeBy }: Pick<SavedReportRow, 'madeBy'>): boolean {
  const { id, role } = memberOf(ctx)
  return isAtLeast(role, 'lead') || (madeBy === id && isAtLeast(role, 'member'))
}

/** With its links, which show nothing from then on, and its letters. */
export async function removeReport(ctx: Context, { id }: { id: string }): Promise<void> {
  await change(ctx, 'report.remove', async (tx) => {
    const own = await tx.$count(savedReports, and(eq(savedReports.id, id), eq(savedReports.madeBy, memberOf(ctx).id)))
    if (own === 0 && !isAtLeast(memberOf(ctx).role, 'lead'))
      throw new AppError('not_allowed', 'Who made this report removes it, or somebody who leads.')
    const { name } = await reportHere(tx, ctx, id)
    await tx.delete(savedReports).where(eq(savedReports.id, id))
    return {
      result: undefined,
      subject: { kind: 'report', id },
      details: { name },
      events: [{ kind: 'report.changed' }],
    }
  })
}
