import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day, hour, minute, second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { hubRequest } from '#base/web-sub.ts'
import type { Tx } from '#db/database.ts'
import { hubSubscriptions } from '#db/tables/listen.ts'
import type { Heard } from '#domain/connector.ts'
import type { SourceRow } from './source-row.ts'

export type HubRow = typeof hubSubscriptions.$inferSelect

/** The path below which hubs call us; the id of the subscription follows. */
export const webSubPath = '/api/web-sub'
export const leaseMsWanted = 10 * day
/** A poll at our own pace goes on beside the hub, only slower: hubs die quietly. */
const slowerTimes = 4
const slowMsMost = 60 * minute
/** The least time between two polls that a hub asks for. */
export const deliveryEveryMs = 10 * second
const renewBeforeMs = day
const askAgainMs = hour
const askRefusedAgainMs = day
const goodbyeMsMost = 10 * second

/** What a source's hub promised; undefined where nobody can call us, and when it cannot be read: the poll goes on without. */
export async function readHub(app: App, source: Pick<SourceRow, 'id'>): Promise<HubRow | undefined> {
  if (!app.isPublic) return undefined
  try {
    const [row] = await app.db.asSystem((tx) =>
      tx.select().from(hubSubscriptions).where(eq(hubSubscriptions.sourceId, source.id)),
    )
    return row
  } catch (error) {
    app.log.warn({ source: source.id, why: messageOf(error) }, 'the hub of a source could not be read')
    return undefined
  }
}

/** Pure: how long to wait until the next poll. What the hub told of while we were asking is asked for soon. */
export function hubPaceMs(
  hub: HubRow | undefined,
  { now, startedAt, usualMs }: { now: Date; startedAt: Date; usualMs: number },
): number {
  if (hub?.deliveredAt && hub.deliveredAt > startedAt) return deliveryEveryMs
  const isTold = hub?.state === 'on' && hub.leaseUntil !== null && hub.leaseUntil > now
  return isTold ? Math.max(usualMs, Math.min(usualMs * slowerTimes, slowMsMost)) : usualMs
}

/** Subscribes where a hub was named, and renews before the lease ends. Beside the poll: it never throws. */
export async function tendHub(
  app: App,
  part: { source: SourceRow; named: Heard['hub']; known: HubRow | undefined; signal: AbortSignal },
): Promise<void> {
  if (!app.isPublic) return
  const { source, named, signal } = part
  try {
    const hasMoved = named && part.known && (named.hub !== part.known.hub || named.topic !== part.known.topic)
    if (hasMoved) await leaveHub(app, await app.db.asSystem((tx) => forgetHub(tx, source.id)), signal)
    const known = hasMoved ? undefined : part.known
    const target = named ?? known
    if (!target || (known && !isTimeToAsk(known, app.clock.now()))) return
    await askHub(app, await writeAsked(app, { source, target, known }), signal)
  } catch (error) {
    if (!signal.aborted)
      app.log.warn({ source: source.id, why: messageOf(error) }, 'the hub of a source did not answer')
  }
}

/** Pure: a refusal stands for a day, silence for an hour, a promise until a day before it ends. */
export function isTimeToAsk({ state, askedAt, leaseUntil }: HubRow, now: Date): boolean {
  const sinceMs = now.getTime() - askedAt.getTime()
  if (state === 'refused') return sinceMs >= askRefusedAgainMs
  const isEnding = state !== 'on' || !leaseUntil || leaseUntil.getTime() - now.getTime() < renewBeforeMs
  return isEnding && sinceMs >= askAgainMs
}

/** Written before the hub is asked: many a hub verifies before it answers. A renewal keeps the id and the secret. */
async function writeAsked(
  app: App,
  { source, target, known }: { source: SourceRow; target: { hub: string; topic: string }; known: HubRow | undefined },
): Promise<{ row: HubRow; secret: string } | undefined> {
  const id = known?.id ?? newId()
  const place = { id, workspaceId: source.workspaceId }
  const secret = (known && openHubSecret(app, known)) ?? randomBytes(32).toString('base64url')
  const asked = {
    state: known?.state === 'on' ? ('on' as const) : ('asked' as const),
    askedAt: app.clock.now(),
    secret: app.secrets.seal(secret, 'listen', secretPlace(place)),
  }
  const [row] = await app.db.asSystem((tx) =>
    known
      ? tx.update(hubSubscriptions).set(asked).where(eq(hubSubscriptions.id, id)).returning()
      : tx
          .insert(hubSubscriptions)
          .values({ ...place, ...asked, sourceId: source.id, hub: target.hub, topic: target.topic })
          .onConflictDoNothing()
          .returning(),
  )
  return row && { row, secret }
}

async function askHub(
  app: App,
  asked: { row: HubRow; secret: string } | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (!asked) return
  const { row, secret } = asked
  const status = await postToHub(app, { row, secret, mode: 'subscribe', signal })
  if (status < 400) return
  app.log.warn({ source: row.sourceId, status }, 'the hub of a source does not want to tell us of its news')
  // Trouble over there is no refusal: it is asked again in an hour.
  if (status < 500) await refuseHub(app, row)
}

export async function refuseHub(app: App, { id }: { id: string }): Promise<void> {
  await app.db.asSystem((tx) =>
    tx.update(hubSubscriptions).set({ state: 'refused', askedAt: app.clock.now() }).where(eq(hubSubscriptions.id, id)),
  )
}

async function postToHub(
  app: App,
  part: { row: HubRow; secret: string; mode: 'subscribe' | 'unsubscribe'; signal: AbortSignal },
): Promise<number> {
  const { row, secret, mode, signal } = part
  const answer = await app.connectorContext(signal, row.workspaceId).fetch(row.hub, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: hubRequest({
      mode,
      topicUrl: row.topic,
      callbackUrl: `${app.publicUrl}${webSubPath}/${row.id}`,
      secret,
      leaseSeconds: leaseMsWanted / second,
    }).toString(),
    signal,
  })
  await answer.body?.cancel()
  return answer.status
}

/** Takes the subscription of a source away; what comes back is for `leaveHub`, once the transaction stands. */
export async function forgetHub(tx: Tx, sourceId: string): Promise<HubRow | undefined> {
  const [row] = await tx.delete(hubSubscriptions).where(eq(hubSubscriptions.sourceId, sourceId)).returning()
  return row
}

/** Tells the hub that we are gone, if it cares to hear: whatever it still sends is answered with 410. It never throws. */
export async function leaveHub(
  app: App,
  row: HubRow | undefined,
  signal: AbortSignal = AbortSignal.timeout(goodbyeMsMost),
): Promise<void> {
  const secret = row && app.isPublic ? openHubSecret(app, row) : undefined
  if (!row || secret === undefined) return
  try {
    await postToHub(app, { row, secret, mode: 'unsubscribe', signal })
  } catch (error) {
    app.log.info({ source: row.sourceId, why: messageOf(error) }, 'a hub could not be told that we left')
  }
}

/** Undefined when it was sealed with another key. Never log it. */
export function openHubSecret(app: App, row: HubRow): string | undefined {
  try {
    return app.secrets.open(row.secret, 'listen', secretPlace(row))
  } catch {
    return undefined
  }
}

function secretPlace({ workspaceId, id }: Pick<HubRow, 'workspaceId' | 'id'>): string {
  return `${workspaceId}/${id}/hub`
}
