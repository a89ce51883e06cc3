import { randomUUID } from 'node:crypto'
import { type App, connectorsIn } from '#app.ts'
import { messageOf } from '#base/errors.ts'
import { type Bell, bellOn } from './bell.ts'
import { type Outbox, outboxRules } from './drive-reply.ts'
import { openCredentials } from './open-credentials.ts'
import { idleMsMax } from './outbox-limits.ts'
import { postgresOutboxStore } from './postgres-outbox-store.ts'
import { runLanes } from './run-lanes.ts'
import { outboxChannel } from './wake-outbox.ts'
import { runWatch } from './watch-outbox.ts'

/**
 * Sends what is to be sent, in all workspaces, until the signal aborts; resolves when the last call has ended. It looks
 * when something is due, and at once when a verb in any process rings through PostgreSQL.
 */
export async function runOutbox(app: App, { signal }: { signal: AbortSignal }): Promise<void> {
  const bell = bellOn(app.clock)
  await Promise.all([
    runLanes(openOutbox(app), { bell, signal }),
    runWatch(app, signal),
    ringOnNotify(app, { bell, signal }),
  ])
}

export function openOutbox(app: App): Outbox {
  return {
    store: postgresOutboxStore(app),
    clock: app.clock,
    log: app.log,
    rules: outboxRules,
    random: Math.random,
    newToken: () => `${app.processId} ${randomUUID()}`,
    methodsOf: ({ network, workspaceId }) => connectorsIn(app, workspaceId).get(network)?.reply,
    contextFor: (signal, workspaceId) => app.connectorContext(signal, workspaceId),
    credentialsOf: (account) => openCredentials(app, account),
  }
}

/** A connection of its own that waits to be rung. Without it the outbox is late by at most its idle time. */
async function ringOnNotify(app: App, { bell, signal }: { bell: Bell; signal: AbortSignal }): Promise<void> {
  while (!signal.aborted) {
    try {
      await listenOnce(app, { bell, signal })
    } catch (error) {
      app.log.warn({ err: messageOf(error) }, 'the outbox cannot hear the database; it looks by the clock until it can')
    }
    await app.clock.sleep(idleMsMax, signal)
  }
}

async function listenOnce(app: App, { bell, signal }: { bell: Bell; signal: AbortSignal }): Promise<void> {
  const client = await app.db.pool.connect()
  let broken: Error | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('notification', bell.ring)
      client.on('error', reject)
      client.on('end', resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
      client.query(`listen ${outboxChannel}`).catch(reject)
      if (signal.aborted) resolve()
    })
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw broken
  } finally {
    // The connection listens for ever: it does not go back among the others.
    client.release(broken ?? true)
  }
}
