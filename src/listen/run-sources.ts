import { eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { sources } from '#db/tables/listen.ts'
import type { Connector } from '#domain/connector.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import { pollSource } from './poll-source.ts'
import type { SourceRow } from './source-row.ts'
import { streamSource } from './stream-source.ts'
import type { Ear, Receive } from './take-heard.ts'

/** How often we look whether a source was added, changed or is due. A change also wakes us at once. */
const lookEveryMs = second
const rereadEveryMs = minute
const afterTroubleMs = second / 2
/** Polls at the same time: of all networks together, and of one, so that a black hole holds few places. */
const pollsMax = 24
const pollsOfOneMax = 4

export type Listening = {
  /** Look at the sources again now: one was added, changed or removed. */
  wake(): void
  /** Resolves when every stream is closed and every poll has ended. */
  stopped: Promise<void>
}
export type ListenOptions = {
  receive: Receive
  terms: (workspaceId: string) => readonly string[]
  signal: AbortSignal
}

type Running = { source: SourceRow; abort: AbortController; done: Promise<void> }
type State = ListenOptions & {
  ear: Ear
  known: SourceRow[]
  streams: Map<string, Running>
  polls: Map<string, Running>
  isStale: boolean
  alarm: AbortController
}

/**
 * Listens to all sources of all workspaces until the signal aborts. Each source has a loop of its own; one that hangs,
 * fails or floods takes nothing from the others.
 */
export function runSources(app: App, options: ListenOptions): Listening {
  const state: State = {
    ...options,
    ear: { app, receive: options.receive, lastSavedAt: new Map(), errands: new Set() },
    known: [],
    streams: new Map(),
    polls: new Map(),
    isStale: true,
    alarm: new AbortController(),
  }
  return {
    wake: () => {
      state.isStale = true
      state.alarm.abort()
    },
    stopped: loop(state),
  }
}

async function loop(state: State): Promise<void> {
  const { app } = state.ear
  let rereadAtMs = 0
  while (!state.signal.aborted) {
    let pauseMs = lookEveryMs
    state.alarm = new AbortController()
    try {
      const nowMs = app.clock.now().getTime()
      if (state.isStale || nowMs >= rereadAtMs) {
        await reread(state)
        rereadAtMs = nowMs + rereadEveryMs
      }
      stopWhatChanged(state)
      for (const source of state.known) startIfDue(state, source)
    } catch (error) {
      state.isStale = true
      pauseMs = afterTroubleMs
      app.log.error({ err: error }, 'the sources could not be read; trying again')
    }
    await app.clock.sleep(pauseMs, AbortSignal.any([state.signal, state.alarm.signal]))
  }
  await Promise.allSettled([...state.streams.values(), ...state.polls.values()].map((running) => running.done))
  await Promise.allSettled(state.ear.errands ?? [])
}

/** A running loop keeps the row it works with, as long as what decides where it listens is unchanged. */
async function reread(state: State): Promise<void> {
  state.isStale = false
  const rows = await state.ear.app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.state, 'on')))
  // A demo company is told its story; it has no ears.
  const listening = rows.filter((row) => !isDemoWorkspace(row.workspaceId))
  state.known = listening.map((row) => {
    const running = (state.streams.get(row.id) ?? state.polls.get(row.id))?.source
    return running && isSame(running, row) ? Object.assign(running, { nextAt: row.nextAt, name: row.name }) : row
  })
}

function stopWhatChanged({ known, streams, polls }: State): void {
  const byId = new Map(known.map((source) => [source.id, source]))
  for (const [id, running] of [...streams, ...polls]) {
    if (byId.get(id) === running.source) continue
    running.abort.abort()
    streams.delete(id)
  }
}

function startIfDue(state: State, source: SourceRow): void {
  const connector = state.ear.app.connectors.get(source.connector)
  if (!connector) return
  const isOfAccount = source.listensTo === 'account'
  if (!isOfAccount && connector.stream && !state.streams.has(source.id)) startStream(state, source, connector)
  const isAsked = isOfAccount ? connector.notifications : connector.poll
  if (isAsked && source.nextAt <= state.ear.app.clock.now() && hasRoom(state, source))
    startPoll(state, source, connector)
}

function hasRoom({ polls }: State, source: SourceRow): boolean {
  if (polls.has(source.id) || polls.size >= pollsMax) return false
  const ofThisOne = [...polls.values()].filter((running) => running.source.connector === source.connector)
  return ofThisOne.length < pollsOfOneMax
}

function startStream(state: State, source: SourceRow, connector: Connector): void {
  const abort = new AbortController()
  const signal = AbortSignal.any([state.signal, abort.signal])
  const terms = () => state.terms(source.workspaceId)
  const done = streamSource(state.ear, { source, connector, terms, signal })
  state.streams.set(source.id, { source, abort, done })
}

function startPoll(state: State, source: SourceRow, connector: Connector): void {
  const abort = new AbortController()
  const signal = AbortSignal.any([state.signal, abort.signal])
  const terms = state.terms(source.workspaceId)
  const done = pollSource(state.ear, { source, connector, terms, signal }).finally(() => state.polls.delete(source.id))
  state.polls.set(source.id, { source, abort, done })
}

function isSame(old: SourceRow, row: SourceRow): boolean {
  if (old === row) return true
  const isEased = old.failure !== null && row.failure === null
  return old.accountId === row.accountId && !isEased && JSON.stringify(old.settings) === JSON.stringify(row.settings)
}
