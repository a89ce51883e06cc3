import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { incidents } from '#db/tables/crisis.ts'
import { incidentKey } from '#domain/incident.ts'
import { giveNotices } from '#notify/give-notices.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { sendStatusLetters } from './send-status-letters.ts'

const lookEveryMs = 10 * second
const atOnceMax = 100

/** Keeps the clocks of incidents, and sends what management gets. Resolves when the signal aborts. */
export async function runIncidents(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await tellUpdatesDue(app)
      await sendStatusLetters(app)
    } catch (error) {
      app.log.error({ err: error }, 'incidents could not be looked at; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

/** The next update is due: both leads are told, once by a column; the room shows how late it is until somebody writes it. */
export async function tellUpdatesDue(app: App): Promise<number> {
  const isDue = and(
    ...[eq(incidents.state, 'open'), eq(incidents.isUpdateTold, false), isNotNull(incidents.nextUpdateAt)],
    lte(incidents.nextUpdateAt, app.clock.now()),
  )
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: incidents.id, workspaceId: incidents.workspaceId })
      .from(incidents)
      .where(isDue)
      .orderBy(asc(incidents.nextUpdateAt))
      .limit(atOnceMax),
  )
  for (const { id, workspaceId } of due)
    await tellOne({ app, workspaceId, actor: { kind: 'system', part: 'clock' } }, id)
  return due.length
}

async function tellOne(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'incident.due', async (tx) => {
    const isDue = and(
      ...[eq(incidents.id, id), eq(incidents.state, 'open'), eq(incidents.isUpdateTold, false)],
      lte(incidents.nextUpdateAt, ctx.app.clock.now()),
    )
    const [row] = await tx.update(incidents).set({ isUpdateTold: true }).where(isDue).returning()
    const subject = { kind: 'incident', id }
    if (!row) return { result: undefined, subject, isSilent: true }
    const memberIds = [row.leadId, row.commsId ?? row.openedBy].flatMap((one) => one ?? [])
    const details = { name: incidentKey(row.number) }
    await giveNotices(tx, ctx, { memberIds, conversationId: null, kind: 'incident_due', details })
    return { result: undefined, subject, events: [{ kind: 'incident.changed' }] }
  })
}
