import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { incidentPeople } from '#db/tables/crisis.ts'
import { type IncidentPart, incidentKey, incidentLimits } from '#domain/incident.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

/** Lets somebody in, to work or to observe, or out again (null). Who comes in is told. */
export async function putInRoom(
  ctx: Context,
  { id, memberId, part }: { id: string; memberId: string; part: IncidentPart | null },
): Promise<void> {
  await change(ctx, 'incident.put', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    await assertMembersHere(tx, ctx, [memberId])
    const isIt = and(eq(incidentPeople.incidentId, row.id), eq(incidentPeople.memberId, memberId))
    const [before] = await tx.select().from(incidentPeople).where(isIt)
    const isSilent = (before?.part ?? null) === part
    if (part === null) await tx.delete(incidentPeople).where(isIt)
    else {
      const count = await tx.$count(incidentPeople, eq(incidentPeople.incidentId, row.id))
      if (!before && count >= incidentLimits.people)
        throw new AppError('bad_input', {
          en: 'More people do not fit in this room. Make the incident open to everybody.',
          nl: 'Er passen niet meer mensen in deze kamer. Maak het incident open voor iedereen.',
        })
      await tx
        .insert(incidentPeople)
        .values({ incidentId: row.id, workspaceId: ctx.workspaceId, memberId, part, addedAt: ctx.app.clock.now() })
        .onConflictDoUpdate({ target: [incidentPeople.incidentId, incidentPeople.memberId], set: { part } })
    }
    if (!before && part !== null) {
      const details = { name: incidentKey(row.number) }
      await giveNotices(tx, ctx, { memberIds: [memberId], conversationId: null, kind: 'incident_joined', details })
    }
    return {
      ...{ result: undefined, subject: { kind: 'incident', id: row.id }, details: { memberId, part }, isSilent },
      events: [{ kind: 'incident.changed' }],
    }
  })
}
