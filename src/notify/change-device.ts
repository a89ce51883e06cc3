import { createHash } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { pushDevices } from '#db/tables/notify.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** What a browser gives when it subscribes (RFC 8030, RFC 8291). */
export type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } }
export type DeviceRow = typeof pushDevices.$inferSelect
const devicesMax = 20

/** This browser may be pushed to from now on. Subscribed again it is the same one, under its newest keys. */
export async function addDevice(ctx: Context, input: { name: string; subscription: Subscription }): Promise<DeviceRow> {
  const { app, workspaceId } = ctx
  const { id: memberId } = memberOf(ctx)
  const { endpoint } = input.subscription
  return change(ctx, 'device.add', async (tx) => {
    const mine = and(eq(pushDevices.workspaceId, workspaceId), eq(pushDevices.memberId, memberId))
    if ((await tx.$count(pushDevices, mine)) >= devicesMax)
      throw new AppError('bad_input', 'You have more devices than can be pushed to. Remove one first.')
    const id = newId()
    const subscription = app.secrets.seal(
      JSON.stringify(input.subscription),
      'notify',
      placeOf({ workspaceId, memberId }),
    )
    const endpointHash = createHash('sha256').update(endpoint).digest('base64url')
    const [row] = await tx
      .insert(pushDevices)
      .values({ id, workspaceId, memberId, name: input.name, subscription, endpointHash, at: app.clock.now() })
      .onConflictDoUpdate({
        target: [pushDevices.memberId, pushDevices.endpointHash],
        set: { subscription: sql`excluded.subscription`, name: sql`excluded.name`, trouble: null },
      })
      .returning()
    const device = present(row, 'the device just kept comes back')
    return { result: device, subject: { kind: 'device', id: device.id } }
  })
}

export async function readDevices(ctx: Context): Promise<DeviceRow[]> {
  const { id } = memberOf(ctx)
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(pushDevices).where(eq(pushDevices.memberId, id)).orderBy(desc(pushDevices.at)),
  )
}

/** Only one's own. @throws AppError `not_found` */
export async function removeDevice(ctx: Context, id: string): Promise<void> {
  const { id: memberId } = memberOf(ctx)
  await change(ctx, 'device.remove', async (tx) => {
    const mine = and(eq(pushDevices.id, id), eq(pushDevices.memberId, memberId))
    const gone = await tx.delete(pushDevices).where(mine).returning({ id: pushDevices.id })
    if (gone.length === 0) throw new AppError('not_found', 'This device is not here any more.')
    return { result: undefined, subject: { kind: 'device', id } }
  })
}

export function openSubscription(app: App, row: DeviceRow): Subscription {
  return JSON.parse(app.secrets.open(row.subscription, 'notify', placeOf(row))) as Subscription
}

function placeOf({ workspaceId, memberId }: { workspaceId: string; memberId: string }): string {
  return `${workspaceId}/${memberId}/push`
}
