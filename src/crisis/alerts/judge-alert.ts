import { and, eq, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { alertScopes, alerts } from '#db/tables/alerts.ts'
import type { FalseAlarmReason } from '#domain/alert.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { AlertRow } from './read-facts.ts'

/** Somebody looks at it. The first who says so stands there. */
export async function seeAlert(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'alert.see', async (tx) => {
    const row = await alertHere(tx, ctx, id)
    if (row.seenAt) return { ...about(id), isSilent: true }
    await tx
      .update(alerts)
      .set({ seenBy: memberOf(ctx).id, seenAt: ctx.app.clock.now() })
      .where(eq(alerts.id, id))
    return about(id)
  })
}

/** It is no alarm: closed at once, what it told is not told again, and its hours are learned from as usual. @throws AppError `taken` when it is one no more */
export async function refuseAlert(
  ctx: Context,
  { id, reason, note }: { id: string; reason: FalseAlarmReason; note: string },
): Promise<void> {
  await change(ctx, 'alert.refuse', async (tx) => {
    const row = await alertHere(tx, ctx, id)
    if (row.state === 'false_alarm') throw new AppError('taken', 'A colleague said already that this is no alarm.')
    const [by, now] = [memberOf(ctx).id, ctx.app.clock.now()]
    const seen = row.seenAt ? {} : { seenBy: by, seenAt: now }
    const refused = {
      state: 'false_alarm' as const,
      refusedBy: by,
      refusedAs: reason,
      note,
      forecast: [],
      isDeaf: false,
    }
    await tx
      .update(alerts)
      .set({ ...refused, ...seen, endedAt: row.endedAt ?? now })
      .where(eq(alerts.id, id))
    await tx
      .update(alertScopes)
      .set({ endedAt: now })
      .where(and(eq(alertScopes.alertId, id), isNull(alertScopes.endedAt)))
    return { ...about(id), details: { reason } }
  })
}

async function alertHere(tx: Tx, ctx: Context, id: string): Promise<AlertRow> {
  const [row] = await tx
    .select()
    .from(alerts)
    .where(and(eq(alerts.workspaceId, ctx.workspaceId), eq(alerts.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This alert is not here any more.')
  return row
}

function about(id: string): Changed<undefined> {
  return { result: undefined, subject: { kind: 'alert', id }, events: [{ kind: 'alert.changed' }] }
}
