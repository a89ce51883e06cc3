import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { incidentStars } from '#db/tables/crisis.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'
import { timelineOf } from './read-timeline.ts'

/** Marks what mattered, for the review. A decision stands starred by itself. @throws AppError `not_found` for what is no line of this timeline. */
export async function starHappening(
  ctx: Context,
  { id, happeningId, isStarred }: { id: string; happeningId: number; isStarred: boolean },
): Promise<void> {
  await change(ctx, 'incident.star', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    const [line] = await timelineOf(tx, ctx, { row, limit: 1, happeningId })
    if (!line) throw new AppError('not_found', 'This is no line of this timeline.')
    const isIt = and(eq(incidentStars.incidentId, row.id), eq(incidentStars.auditId, happeningId))
    const same = { incidentId: row.id, workspaceId: ctx.workspaceId, auditId: happeningId }
    const rows = isStarred
      ? await tx
          .insert(incidentStars)
          .values({ ...same, starredBy: memberOf(ctx).id })
          .onConflictDoNothing()
          .returning()
      : await tx.delete(incidentStars).where(isIt).returning()
    return {
      result: undefined,
      subject: { kind: 'incident', id: row.id },
      details: { happeningId, isStarred },
      events: [{ kind: 'incident.changed' }],
      isSilent: rows.length === 0,
    }
  })
}
