import { and, eq, ne } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { incidentLines } from '#db/tables/crisis.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

/**
 * Approves a version, which from then on is the line; or sends it back with a word why. Nobody approves what they wrote.
 *
 * @throws AppError `not_allowed` for one's own; `taken` when it does not wait any more.
 */
export async function settleLine(
  ctx: Context,
  { id, number, what, note }: { id: string; number: number; what: 'approve' | 'send_back'; note: string },
): Promise<void> {
  const isApproved = what === 'approve'
  await change(ctx, isApproved ? 'incident.approve_line' : 'incident.send_back_line', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    const isOfIt = eq(incidentLines.incidentId, row.id)
    const [line] = await tx
      .select()
      .from(incidentLines)
      .where(and(isOfIt, eq(incidentLines.number, number)))
    const by = memberOf(ctx).id
    if (line?.writtenBy === by && isApproved)
      throw new AppError('not_allowed', {
        en: 'Nobody approves a line they wrote. Ask another lead.',
        nl: 'Niemand geeft akkoord op een lijn die die zelf schreef. Vraag een andere leidinggevende.',
      })
    if (line?.state !== 'proposed')
      throw new AppError('taken', {
        en: 'This version of the line does not wait for approval any more. Look at the newest.',
        nl: 'Deze versie van de lijn wacht niet meer op akkoord. Bekijk de nieuwste.',
      })
    const state = isApproved ? 'approved' : 'sent_back'
    await tx
      .update(incidentLines)
      .set({ state, settledBy: by, settledAt: ctx.app.clock.now(), note: note || null })
      .where(eq(incidentLines.id, line.id))
    if (isApproved) {
      const older = and(isOfIt, eq(incidentLines.state, 'approved'), ne(incidentLines.id, line.id))
      await tx.update(incidentLines).set({ state: 'replaced' }).where(older)
    }
    return {
      result: undefined,
      subject: { kind: 'incident', id: row.id },
      details: { lineId: line.id, version: number },
      events: [{ kind: 'incident.changed' }],
    }
  })
}
