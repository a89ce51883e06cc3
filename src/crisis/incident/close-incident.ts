import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { incidents } from '#db/tables/crisis.ts'
import type { IncidentReview } from '#domain/incident.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentFor, incidentToChange } from './incident-access.ts'

/** It is over: with the review, since tomorrow nobody writes it any more. What it held for approval is held no longer. */
export async function closeIncident(
  ctx: Context,
  { id, review }: { id: string; review: IncidentReview },
): Promise<void> {
  const said = Object.values(review).every((text) => text.trim() !== '')
  if (!said)
    throw new AppError('bad_input', {
      en: 'Say what you heard, what you did and why, and what you change. It is the review.',
      nl: 'Schrijf op wat jullie hoorden, wat jullie deden en waarom, en wat jullie veranderen. Dat is de terugblik.',
    })
  await change(ctx, 'incident.close', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    await tx
      .update(incidents)
      .set({
        ...{ state: 'closed', closedAt: ctx.app.clock.now(), closedBy: memberOf(ctx).id, review },
        ...{ needsApproval: false, nextUpdateAt: null, isUpdateTold: false, version: row.version + 1 },
      })
      .where(eq(incidents.id, row.id))
    return {
      result: undefined,
      subject: { kind: 'incident', id: row.id },
      details: { number: row.number },
      events: [{ kind: 'incident.changed' }, { kind: 'approval.changed', subjectId: ctx.workspaceId }],
    }
  })
}

/** It goes on. The review stays as it was written, for the next closing to begin with. */
export async function reopenIncident(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'incident.reopen', async (tx) => {
    const row = await incidentFor(tx, ctx, id)
    const isClosed = row.state === 'closed'
    if (isClosed)
      await tx
        .update(incidents)
        .set({ state: 'open', closedAt: null, closedBy: null, version: row.version + 1 })
        .where(eq(incidents.id, row.id))
    return {
      result: undefined,
      subject: { kind: 'incident', id: row.id },
      details: { number: row.number },
      events: [{ kind: 'incident.changed' }],
      isSilent: !isClosed,
    }
  })
}
