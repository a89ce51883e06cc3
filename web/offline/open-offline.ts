import type { Session } from '#api/contract/shapes.ts'
import { ask, type QuestionName, queries } from '#web/api.ts'
import { lastSignAt, liveStateNow, whenLiveChanges } from '#web/live.ts'
import { placeNow } from '#web/place.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { startAppWorker } from './app-worker.ts'
import { askLeaving } from './ask-leaving.ts'
import { dropBadge, startBadge } from './badge.ts'
import { bringLeaving, type Mark, setMarks, tellKept } from './door.ts'
import { openKeeper, whoIn } from './keeper.ts'
import { openKeptDrafts } from './kept-drafts.ts'
import { layOver } from './lay-over.ts'
import { openQueue, type Queue, type Queued } from './queue.ts'
import { type KeptAnswer, openStore } from './store.ts'
import { tellBack } from './tell-back.ts'

export type Offline = Awaited<ReturnType<typeof openOffline>>
type Given = { params?: Record<string, string>; query?: Record<string, unknown> } | undefined

const againMs = 30_000
const channelName = 'wederhoor-queue'
const lockName = 'wederhoor-queue'

/** Everything that goes on without a connection: what is kept, what is written, what waits to be sent. One a page. */
export async function openOffline() {
  const store = await openStore()
  const keeper = openKeeper(store, await whoIn(store, await store.who(), placeNow()))
  const drafts = openKeptDrafts(store, await store.drafts())
  const keptAt = new Map<string, number>()
  const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : undefined
  let queue: Queue | undefined

  const ways = {
    nowMs: () => Date.now(),
    send,
    put: (queued: Queued) => store.putQueued(queued).then(() => others?.postMessage('changed')),
    drop: (key: string) => store.dropQueued(key).then(() => others?.postMessage('changed')),
  }
  const openMine = async (): Promise<void> => {
    const member = keeper.who()?.session.member
    const by = member ? { id: member.id, name: member.name } : undefined
    const workspaceId = keeper.who()?.session.workspace?.id
    const mine = by ? (await store.queue()).filter((one) => one.by.id === by.id) : []
    show(mine)
    queue =
      by &&
      openQueue({
        ...ways,
        by,
        workspaceId,
        queued: mine,
        find: (id) => find(id),
        onChange: show,
      })
  }
  const meet = async (session: Session): Promise<void> => {
    const before = keeper.who()?.session.member?.id
    if (await keeper.meet(session)) drafts.clear()
    if (!queue || before !== session.member?.id) await openMine()
  }
  /** What the same person decided in another workspace goes out to that one. What asks or is refused waits there to be seen. */
  const flushElsewhere = async (): Promise<number> => {
    const mine = keeper.who()?.session.member?.id
    const left = mine ? (await store.queue()).filter((one) => one.by.id !== mine && one.workspaceId !== undefined) : []
    let sentCount = 0
    for (const workspaceId of new Set(left.map((one) => one.workspaceId))) {
      const queued = left.filter((one) => one.workspaceId === workspaceId)
      const [first] = queued
      if (!first || workspaceId === undefined) continue
      const there = openQueue({
        ...ways,
        by: first.by,
        workspaceId,
        queued,
        find: (id) => find(id, workspaceId),
        onChange: () => {},
      })
      sentCount += await there.flush()
    }
    return sentCount
  }
  const flush = async (): Promise<number> => {
    const sentCount = await alone(async () => ((await queue?.flush()) ?? 0) + (await flushElsewhere()))
    if (sentCount > 0) refreshAfter()
    return sentCount
  }
  /** An answer came from the server: keep it, and show it with what is not sent yet. */
  const heard = (name: QuestionName, given: Given, answer: unknown): unknown => {
    if (name === 'GET /api/session') void meet(answer as Session)
    else whenIdle(() => void keeper.keep({ name, given }, answer).catch(() => {}))
    if (keptAt.delete(placeOf(name, given))) tellKept()
    return layOver(queue?.all() ?? [], name, given, answer)
  }
  /** None came: what it said last, or undefined. */
  const recall = async (name: QuestionName, given: Given): Promise<unknown> => {
    // The line stands, so this was one question that got lost: it is asked again rather than answered with what is old.
    if (liveStateNow() === 'open') return undefined
    const kept: KeptAnswer | undefined = await keeper.recall({ name, given }).catch(() => undefined)
    if (!kept) return undefined
    if (kept.at > 0) {
      keptAt.set(placeOf(name, given), kept.at)
      tellKept()
    }
    return layOver(queue?.all() ?? [], name, given, kept.answer)
  }

  await openMine()
  for (const query of queries.getQueryCache().getAll()) {
    const [name, given] = query.queryKey as [QuestionName, Given]
    if (query.state.status === 'success') heard(name, given, query.state.data)
  }
  others?.addEventListener('message', async () => {
    const all = await store.queue()
    queue?.reload(all.filter((one) => one.by.id === keeper.who()?.session.member?.id))
  })
  whenLiveChanges((now, before) => {
    if (now !== 'open') return
    if (before === 'lost') void tellBack(flush)
    else if (keptAt.size > 0 || (queue?.all().length ?? 0) > 0) void flush().then(refreshAfter)
  })
  setInterval(() => {
    if (liveStateNow() === 'open') void flush()
  }, againMs)
  if (liveStateNow() === 'open') void flush()

  return {
    heard,
    recall,
    meet,
    flush,
    drafts,
    memberId: () => keeper.who()?.session.member?.id,
    queue: () => queue,
    /** When the answer that stands here was given; undefined: it is as fresh as the line. */
    keptAt: (name: QuestionName, given: Given) => keptAt.get(placeOf(name, given)),
    /** The last moment at which what one sees was true. */
    asOf: () =>
      Math.max(
        lastSignAt(),
        ...[...keptAt].filter(([place]) => place.startsWith('GET /api/conversations ')).map(([, at]) => at),
      ),
    lock: async () => {
      await keeper.lock()
      await openMine()
    },
    wipe: async () => {
      dropBadge()
      await keeper.wipe()
    },
    /** Before signing out: what was not sent would be gone. */
    mayLeave: async () => {
      const count = (await store.queue()).length
      if (count === 0) return true
      bringLeaving()
      return await askLeaving(count)
    },
    prepare,
  }
}

/** Keeping copies whole answers: it waits for what somebody sees, and not for long. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 })
  else setTimeout(work)
}

/** One window of a browser sends at a time; without locks (no TLS) two may, and the server does each but once. */
async function alone(work: () => Promise<number>): Promise<number> {
  if (!('locks' in navigator)) return await work()
  return await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => (lock ? await work() : 0))
}

/** The rest of what is shown without a connection: kept by the worker; what none serves, fetches it while there is a connection. */
async function prepare(): Promise<void> {
  if (isRoom()) return
  startBadge()
  if (!(await startAppWorker()))
    await Promise.all([
      withWordsBeside(import('./offline-banner.tsx')),
      withWordsBeside(import('./queue-sheet.tsx')),
      withWordsBeside(import('./not-kept.tsx')),
      withWordsBeside(import('./queued-reply.tsx')),
      withWordsBeside(import('#web/screens/inbox/reply-view.tsx')),
      withWordsBeside(import('./leaving-dialog.tsx')),
    ])
  document.documentElement.dataset.offline = 'ready'
}

/** The room of states keeps nothing, and is no program to install. */
function isRoom(): boolean {
  return window.location.pathname.startsWith('/dev/states')
}

function send({ name, params, body, key, workspaceId }: Queued): Promise<{ version?: number }> {
  // The name says what the body is; it was typed where the decision was made.
  return ask(name, { params, body } as never, undefined, { key, workspace: workspaceId }) as Promise<{
    version?: number
  }>
}

async function find(id: string, workspace?: string): Promise<Queued['found']> {
  const { state, owner } = await ask('GET /api/conversations/{id}', { params: { id } }, undefined, { workspace })
  return { state, owner: owner?.name ?? null }
}

function show(all: readonly Queued[]): void {
  const marks = new Map<string, Mark>()
  for (const { conversation, state, kind, key } of all) {
    const before = marks.get(conversation.id)
    const reply = kind === 'reply' ? key : before?.reply
    marks.set(conversation.id, { isRefused: state === 'refused' || before?.isRefused === true, reply })
  }
  setMarks(marks)
}

function refreshAfter(): void {
  for (const name of ['GET /api/conversations', 'GET /api/conversations/{id}', 'GET /api/views'] as const)
    void queries.invalidateQueries({ queryKey: [name] })
}

function placeOf(name: QuestionName, given: Given): string {
  return `${name} ${JSON.stringify(given ?? {})}`
}
