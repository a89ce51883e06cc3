import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { App } from '#app.ts'
import { day, second } from '#base/clock.ts'
import { answerHub, isSignedByHub } from '#base/web-sub.ts'
import { hubSubscriptions, sources } from '#db/tables/listen.ts'
import { tellEvents } from '#team/tell-events.ts'
import { deliveryEveryMs, type HubRow, leaseMsWanted, openHubSecret, refuseHub } from './subscribe-hub.ts'

const leaseMsMost = 30 * day

/**
 * A hub asks whether we meant it. @returns the text to send back, or undefined where we did not ask for this. A
 * subscription that is not here any more may end: that needs nothing of ours.
 */
export async function verifyHub(app: App, id: string, query: URLSearchParams): Promise<string | undefined> {
  const row = await hubById(app, id)
  if (!row) {
    const gone = answerHub(query, { mode: 'unsubscribe', topicUrl: query.get('hub.topic') ?? '' })
    return gone.kind === 'confirm' ? gone.challenge : undefined
  }
  const answer = answerHub(query, { mode: 'subscribe', topicUrl: row.topic })
  switch (answer.kind) {
    case 'reject':
      return undefined
    case 'denied':
      app.log.warn({ source: row.sourceId }, 'the hub of a source does not tell us of its news any more')
      await refuseHub(app, row)
      return ''
    case 'confirm': {
      if (row.state === 'refused') return undefined
      const leaseMs = Math.min(answer.leaseSeconds ? answer.leaseSeconds * second : leaseMsWanted, leaseMsMost)
      await app.db.asSystem((tx) =>
        tx
          .update(hubSubscriptions)
          .set({ state: 'on', leaseUntil: new Date(app.clock.now().getTime() + leaseMs) })
          .where(and(eq(hubSubscriptions.id, id), ne(hubSubscriptions.state, 'refused'))),
      )
      return answer.challenge
    }
  }
}

/** What came of a delivery: the source is asked now, nothing is done, or nobody here waits for it. */
export type Delivered = 'heard' | 'ignored' | 'gone'

/** A hub says that there is news. Its words are never read: the source itself is asked. */
export async function hearHub(
  app: App,
  delivery: { id: string; signature: string | null; body: Uint8Array },
): Promise<Delivered> {
  const row = await hubById(app, delivery.id)
  if (!row) return 'gone'
  const secret = openHubSecret(app, row)
  if (secret === undefined || !isSignedByHub({ ...delivery, secret })) {
    app.log.warn({ source: row.sourceId }, 'a delivery without the right signature was ignored')
    return 'ignored'
  }
  await wakeSource(app, row)
  return 'heard'
}

/** However often a hub calls, a source is not asked faster than a poll may; a network that asked for rest keeps it. */
async function wakeSource(app: App, row: HubRow): Promise<void> {
  const now = app.clock.now()
  const soonestMs = row.deliveredAt ? row.deliveredAt.getTime() + deliveryEveryMs : 0
  const wakeAt = new Date(Math.max(now.getTime(), soonestMs))
  await app.db.asSystem(async (tx) => {
    await tx.update(hubSubscriptions).set({ deliveredAt: now }).where(eq(hubSubscriptions.id, row.id))
    const [source] = await tx.select().from(sources).where(eq(sources.id, row.sourceId)).for('update')
    const isResting = source?.failure && source.failure.kind !== 'retry'
    if (!source || isResting || source.nextAt <= wakeAt) return
    await tx.update(sources).set({ nextAt: wakeAt }).where(eq(sources.id, source.id))
    await tellEvents(tx, source.workspaceId, [{ kind: 'source.changed', subjectId: source.id }])
  })
}

async function hubById(app: App, id: string): Promise<HubRow | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const [row] = await app.db.asSystem((tx) => tx.select().from(hubSubscriptions).where(eq(hubSubscriptions.id, id)))
  return row
}
