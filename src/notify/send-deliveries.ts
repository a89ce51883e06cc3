import { and, asc, eq, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { backOffMs } from '#base/back-off.ts'
import { day, minute, second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { deliveries } from '#db/tables/notify.ts'
import type { DeliveryChannel } from '#domain/notice.ts'
import { unknownTrouble } from './failure-of.ts'
import type { Outcome } from './outcome.ts'

export type DeliveryRow = typeof deliveries.$inferSelect
export type Send = (app: App, row: DeliveryRow, signal: AbortSignal) => Promise<Outcome>
export type Senders = Readonly<Record<DeliveryChannel, Send>>

/** A claim that is older was left by a process that died: it is taken up again. One try ends well before. */
export const claimMs = 2 * minute
export const tryMs = 30 * second
export const attemptsMax = 8
const firstAgainMs = 15 * second
const mostAgainMs = 30 * minute
const atOnceMax = 24
const keptMs = 30 * day

/** Sends what is due, each by itself, so that one that hangs holds up no other for long. Answers how many were tried. */
export async function sendDue(app: App, senders: Senders, signal: AbortSignal): Promise<number> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(inArray(deliveries.state, ['waiting', 'sending']), lte(deliveries.dueAt, now)))
      .orderBy(asc(deliveries.dueAt))
      .limit(atOnceMax),
  )
  const tried = await Promise.all(due.map(({ id }) => sendOne(app, { senders, id, signal })))
  return tried.filter(Boolean).length
}

type Sending = { senders: Senders; id: string; signal: AbortSignal }

async function sendOne(app: App, { senders, id, signal }: Sending): Promise<boolean> {
  const row = await claim(app, id)
  if (!row) return false
  const outcome = await tried(app, { row, send: senders[row.channel], signal })
  await settle(app, row, outcome)
  return true
}

/** The condition stands in the statement: of two processes one wins. */
async function claim(app: App, id: string): Promise<DeliveryRow | undefined> {
  const now = app.clock.now()
  const [row] = await app.db.asSystem((tx) =>
    tx
      .update(deliveries)
      .set({
        state: 'sending',
        claim: newId(),
        attempts: sql`${deliveries.attempts} + 1`,
        dueAt: new Date(now.getTime() + claimMs),
      })
      .where(and(eq(deliveries.id, id), inArray(deliveries.state, ['waiting', 'sending']), lte(deliveries.dueAt, now)))
      .returning(),
  )
  return row
}

async function tried(
  app: App,
  { row, send, signal }: { row: DeliveryRow; send: Send; signal: AbortSignal },
): Promise<Outcome> {
  try {
    return await send(app, row, AbortSignal.any([signal, AbortSignal.timeout(tryMs)]))
  } catch (error) {
    app.log.error({ delivery: row.id, channel: row.channel, err: messageOf(error) }, 'a notice could not be sent')
    return { kind: 'again', why: unknownTrouble }
  }
}

/** Only while the claim is still ours: who took it up after us has the last word. */
async function settle(app: App, row: DeliveryRow, outcome: Outcome): Promise<void> {
  const now = app.clock.now()
  const isOver = outcome.kind !== 'again' || row.attempts >= attemptsMax
  const failuresInRow = row.attempts - 1
  const againAt = now.getTime() + backOffMs({ failuresInRow, firstMs: firstAgainMs, mostMs: mostAgainMs })
  const trouble = 'why' in outcome ? { ...outcome.why, at: now.toISOString() } : null
  const ended = outcome.kind === 'sent' || outcome.kind === 'dropped' ? outcome.kind : 'failed'
  await app.db.asSystem((tx) =>
    tx
      .update(deliveries)
      .set({
        state: isOver ? ended : 'waiting',
        dueAt: isOver ? now : new Date(againAt),
        settledAt: isOver ? now : null,
        claim: null,
        trouble,
      })
      .where(and(eq(deliveries.id, row.id), eq(deliveries.claim, row.claim ?? ''))),
  )
}

/** What was settled is of no use after a while. */
export async function forgetSettled(app: App): Promise<void> {
  const before = new Date(app.clock.now().getTime() - keptMs)
  await app.db.asSystem((tx) =>
    tx.delete(deliveries).where(and(isNotNull(deliveries.settledAt), lt(deliveries.settledAt, before))),
  )
}
