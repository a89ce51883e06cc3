import { and, desc, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { incidentLines } from '#db/tables/crisis.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

export type LineRow = typeof incidentLines.$inferSelect

/**
 * A new version of the line, for somebody else to approve. One that still waited is replaced by it; what was approved stays the line until then.
 *
 * @throws AppError `taken` when there is a newer version than `basedOn`.
 */
export async function proposeLine(
  ctx: Context,
  { id, text, basedOn }: { id: string; text: string; basedOn: number },
): Promise<LineRow> {
  return change(ctx, 'incident.propose_line', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    const isOfIt = eq(incidentLines.incidentId, row.id)
    const [newest] = await tx.select().from(incidentLines).where(isOfIt).orderBy(desc(incidentLines.number)).limit(1)
    if ((newest?.number ?? 0) !== basedOn)
      throw new AppError('taken', {
        en: 'A colleague wrote another version of the line meanwhile. Look at it first.',
        nl: 'Een collega schreef intussen een andere versie van de lijn. Bekijk die eerst.',
      })
    const waits = and(isOfIt, eq(incidentLines.state, 'proposed'))
    await tx.update(incidentLines).set({ state: 'replaced' }).where(waits)
    const number = basedOn + 1
    const same = { id: newId(), workspaceId: ctx.workspaceId, incidentId: row.id }
    const [line] = await tx
      .insert(incidentLines)
      .values({ ...same, number, text, writtenBy: memberOf(ctx).id, writtenAt: ctx.app.clock.now() })
      .returning()
    return {
      result: present(line, 'the inserted line comes back'),
      subject: { kind: 'incident', id: row.id },
      details: { lineId: same.id, version: number },
      events: [{ kind: 'incident.changed' }],
    }
  })
}
