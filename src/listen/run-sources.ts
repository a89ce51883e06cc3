import { eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { sources } from '#db/tables/listen.ts'
import type { Connector } from '#domain/connector.ts'
import { pollSource } from './poll-source.ts'
import type { SourceRow } from './source-row.ts'
import { streamSource } from './stream-source.ts'
import type { Ear, Receive } from './take-heard.ts'

/** How often we look whether a source was added, changed or is due. A change also wakes us at once. */
const lookEveryMs = second
const rereadEveryMs = minute
/** Polls at the same time: of all networks together, and of one, so that a black hole holds few places. */
const pollsMax = 24
const pollsOfOneMax = 4

export type Listening = {
  /** Look at the sources again now: one was added, changed or removed. */
  wake(): void
  /** Resolves when every stream is closed and every poll has ended. */
  stopped: Promise<void>
}

type Running = { source: SourceRow; abort: AbortController; done: Promise<void> }

/**
 * Listens to all sources of all workspaces until the signal aborts. Each source has a loop of its own; one that hangs,
 * fails or floods takes nothing from the others.
 */
export function runSources(
  app: App,
  options: { receive: Receive; terms: (workspaceId: string) => readonly string[]; signal: AbortSignal },
): Listening {
  const { signal } = options
  const ear: Ear = { app, receive: options.receive, lastSavedAt: new Map() }
  const streams = new Map<string, Running>()
  const polls = new Map<string, Running>()
  const pollsOf = new Map<string, number>()
  let known: SourceRow[] = []
  let isStale = true
  let alarm = new AbortController()

  const reread = async () => {
    isStale = false
    const rows = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.state, 'on')))
    known = rows.map((row) => {
      const running = (streams.get(row.id) ?? polls.get(row.id))?.source
      return running && isSame(running, row) ? Object.assign(running, { nextAt: row.nextAt, name: row.name }) : row
    })
  }

  const startStream = (source: SourceRow, connector: Connector) => {
    const abort = new AbortController()
    const stop = AbortSignal.any([signal, abort.signal])
    const terms = () => options.terms(source.workspaceId)
    const done = streamSource(ear, { source, connector, terms, signal: stop })
    streams.set(source.id, { source, abort, done })
  }

  const startPoll = (source: SourceRow, connector: Connector) => {
    const abort = new AbortController()
    const stop = AbortSignal.any([signal, abort.signal])
    const terms = options.terms(source.workspaceId)
    const count = (by: number) => pollsOf.set(source.connector, (pollsOf.get(source.connector) ?? 0) + by)
    count(1)
    const done = pollSource(ear, { source, connector, terms, signal: stop }).finally(() => {
      count(-1)
      polls.delete(source.id)
    })
    polls.set(source.id, { source, abort, done })
  }

  const stopWhatChanged = () => {
    const byId = new Map(known.map((source) => [source.id, source]))
    for (const [id, running] of [...streams, ...polls]) {
      if (byId.get(id) === running.source) continue
      running.abort.abort()
      streams.delete(id)
    }
  }

  const startWhatIsDue = () => {
    const now = app.clock.now()
    for (const source of known) {
      const connector = app.connectors.get(source.connector)
      if (!connector) continue
      const isForStream = source.listensTo === 'settings' && connector.stream
      if (isForStream && !streams.has(source.id)) startStream(source, connector)
      const isPolled = source.listensTo === 'account' ? connector.notifications : connector.poll
      if (!isPolled || polls.has(source.id) || source.nextAt > now) continue
      if (polls.size >= pollsMax || (pollsOf.get(source.connector) ?? 0) >= pollsOfOneMax) continue
      startPoll(source, connector)
    }
  }

  const loop = async () => {
    let rereadAt = 0
    while (!signal.aborted) {
      try {
        if (isStale || app.clock.now().getTime() >= rereadAt) {
          await reread()
          rereadAt = app.clock.now().getTime() + rereadEveryMs
        }
        stopWhatChanged()
        startWhatIsDue()
      } catch (error) {
        isStale = true
        app.log.error({ err: error }, 'the sources could not be read; trying again')
      }
      alarm = new AbortController()
      await app.clock.sleep(isStale ? 50 : lookEveryMs, AbortSignal.any([signal, alarm.signal]))
    }
    await Promise.allSettled([...streams.values(), ...polls.values()].map((running) => running.done))
  }

  return {
    wake: () => {
      isStale = true
      alarm.abort()
    },
    stopped: loop(),
  }
}

/** Whether a running loop may go on with the row it has: what decides where it listens is unchanged. */
function isSame(old: SourceRow, row: SourceRow): boolean {
  return (
    old === row ||
    (old.accountId === row.accountId &&
      JSON.stringify(old.settings) === JSON.stringify(row.settings) &&
      (row.failure !== null || old.failure === null))
  )
}
