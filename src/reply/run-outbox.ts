import { randomUUID } from 'node:crypto'
import { type App, connectorsIn } from '#app.ts'
import { messageOf } from '#base/errors.ts'
import { bellOn } from './bell.ts'
import { type Outbox, outboxRules } from './drive-reply.ts'
import { openCredentials } from './open-credentials.ts'
import { idleMsMax } from './outbox-limits.ts'
import { postgresOutboxStore } from './postgres-outbox-store.ts'
import { runLanes } from './run-lanes.ts'
import { outboxChannel, stoppedIn } from './wake-outbox.ts'
import { runWatch } from './watch-outbox.ts'

/**
 * Sends what is to be sent, in all workspaces, until the signal aborts; resolves when the last call has ended. It looks
 * when something is due, and at once when a verb in any process rings through PostgreSQL.
 */
export async function runOutbox(app: App, { signal }: { signal: AbortSignal }): Promise<void> {
  const bell = bellOn(app.clock)
  const told = new Map<string, number>()
  const hear: Hear = (payload) => {
    const workspaceId = stoppedIn(payload)
    if (workspaceId) told.set(workspaceId, (told.get(workspaceId) ?? 0) + 1)
    bell.ring()
  }
  await Promise.all([
    runLanes(
      openOutbox(app, (workspaceId) => told.get(workspaceId) ?? 0),
      { bell, signal },
    ),
    runWatch(app, signal),
    ringOnNotify(app, { hear, signal }),
  ])
}

type Hear = (payload: string | undefined) => void

/** `stopsTold` counts what was rung; without it every look is believed for as long as it is fresh. */
export function openOutbox(app: App, stopsTold: Outbox['stopsTold'] = () => 0): Outbox {
  return {
    store: postgresOutboxStore(app),
    clock: app.clock,
    log: app.log,
    rules: outboxRules,
    random: Math.random,
    newToken: () => `${app.processId} ${randomUUID()}`,
    methodsOf: ({ network, workspaceId }) => connectorsIn(app, workspaceId).get(network)?.reply,
    stopsTold,
    contextFor: (signal, workspaceId) => app.connectorContext(signal, workspaceId),
    credentialsOf: (account) => openCredentials(app, account),
  }
}

/** A connection of its own that waits to be rung. Without it the outbox is late by at most its idle time. */
async function ringOnNotify(app: App, { hear, signal }: { hear: Hear; signal: AbortSignal }): Promise<void> {
  while (!signal.aborted) {
    try {
      await listenOnce(app, { hear, signal })
    } catch (error) {
      app.log.warn({ err: messageOf(error) }, 'the outbox cannot hear the database; it looks by the clock until it can')
    }
    await app.clock.sleep(idleMsMax, signal)
  }
}

async function listenOnce(app: App, { hear, signal }: { hear: Hear; signal: AbortSignal }): Promise<void> {
  const client = await app.db.pool.connect()
  let broken: Error | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('notification', ({ payload }) => hear(payload))
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
