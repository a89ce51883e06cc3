import type { PoolClient } from 'pg'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { type Notice, noticeChannel, readNotice } from '#team/tell-events.ts'

/** "wederhoo" read as a number: one session of a database holds it, and only that process listens. */
const earsLock = '8603393050035122031'
/** How soon another process takes over when the one that listens has ended. */
const standByMs = 2 * second
/** How often the holder asks whether its session still stands. */
const holdMs = 10 * second

/**
 * Listens in one process only, however many are started on the same database: the others stand by, and one of them
 * takes over when the first ends, however it ends. While it listens it hears what any process changed. Resolves when
 * the signal aborts and the listening has stopped.
 */
export async function listenAlone(
  app: App,
  part: { signal: AbortSignal; tell: (notice: Notice) => void; listen: (signal: AbortSignal) => Promise<void> },
): Promise<void> {
  let hasSaidSo = false
  while (!part.signal.aborted) {
    try {
      const held = await tryToHold(app)
      if (held) {
        hasSaidSo = false
        await listenWhileHeld(app, held, part)
        continue
      }
      if (!hasSaidSo) app.log.info({}, 'another process on this database listens already; this one stands by')
      hasSaidSo = true
    } catch (error) {
      app.log.warn({ why: messageOf(error) }, 'the ears cannot reach the database; trying again')
    }
    await app.clock.sleep(standByMs, part.signal)
  }
}

/** @returns the session that holds the lock; undefined when another one does. */
async function tryToHold(app: App): Promise<PoolClient | undefined> {
  const client = await app.db.pool.connect()
  try {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [earsLock])
    if (rows[0]?.ours) return client
  } catch (error) {
    client.release(true)
    throw error
  }
  client.release()
  return undefined
}

async function listenWhileHeld(
  app: App,
  client: PoolClient,
  { signal, tell, listen }: Parameters<typeof listenAlone>[1],
): Promise<void> {
  const lost = new AbortController()
  const isOver = AbortSignal.any([signal, lost.signal])
  client.on('error', () => lost.abort())
  client.on('end', () => lost.abort())
  client.on('notification', ({ payload }) => {
    const notice = readNotice(payload ?? '')
    if (notice) tell(notice)
  })
  try {
    await client.query(`listen ${noticeChannel}`)
    const listening = listen(isOver)
    while (!isOver.aborted) {
      await app.clock.sleep(holdMs, isOver)
      if (!isOver.aborted) await client.query('select 1').catch(() => lost.abort())
    }
    await listening
  } finally {
    // Closing the session gives the lock away and ends its listening: it does not go back among the others.
    client.release(true)
  }
}
