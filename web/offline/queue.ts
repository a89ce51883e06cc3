import type { ApiProblem } from '#api/contract/contract.ts'
import type { Row } from '#api/contract/shapes.ts'
import { type ChangeName, isProblem } from '#web/api.ts'

/** What was decided in this browser and has not reached the server. */
export type Queued = {
  /** Made here. The server does what carries it once, so that asking again is safe. */
  key: string
  by: { id: string; name: string }
  /** Where it was decided, and where it goes, whatever is open by then. Older ones say it by their member only. */
  workspaceId?: string
  /** In the order in which they were made. */
  nth: number
  name: ChangeName
  params: { id: string }
  /** With the version of the conversation that was seen, where the route knows one. */
  body: Record<string, unknown>
  kind:
    | 'finish'
    | 'reopen'
    | 'wait'
    | 'handOver'
    | 'release'
    | 'claim'
    | 'noise'
    | 'work'
    | 'correct'
    | 'note'
    | 'reply'
  conversation: { id: string; key: string; title: string }
  /** A whole sentence in the language of who made it. */
  label: string
  /** How the card looks meanwhile. */
  change: Partial<Row>
  madeAt: number
  /** `waiting` goes out by itself; `asks` is an answer so old that its writer must say so again; `refused` was not done. */
  state: 'waiting' | 'asks' | 'refused'
  /** The writer said so again. */
  isConfirmed?: boolean
  why?: ApiProblem['error']
  /** How the conversation was found when it was refused. */
  found?: { state: Row['state']; owner: string | null }
}
export type NewQueued = Omit<Queued, 'nth' | 'state' | 'by' | 'workspaceId' | 'madeAt'>

/** An answer to somebody may be out of place by then: beyond this it is not sent without asking. */
export const asksAfterMs = 10 * 60_000

type Ways = {
  by: Queued['by']
  workspaceId?: string
  queued: readonly Queued[]
  nowMs: () => number
  /** One request, with its key. Throws what `ask` throws; answers with the new version where there is one. */
  send: (queued: Queued) => Promise<{ version?: number }>
  put: (queued: Queued) => Promise<void>
  drop: (key: string) => Promise<void>
  find: (conversationId: string) => Promise<Queued['found']>
  onChange: (queued: readonly Queued[]) => void
}

export type Queue = ReturnType<typeof openQueue>

/** Decisions in the order in which they were made, sent one by one; none is ever gone without its maker knowing. */
export function openQueue(ways: Ways) {
  let all: readonly Queued[] = ways.queued.toSorted((a, b) => a.nth - b.nth)
  let underWay: string | undefined
  let running: Promise<number> | undefined

  const become = (next: readonly Queued[]): void => {
    all = next
    ways.onChange(all)
  }
  const change = async (key: string, by: Partial<Queued>): Promise<void> => {
    become(all.map((one) => (one.key === key ? { ...one, ...by } : one)))
    const changed = all.find((one) => one.key === key)
    if (changed) await ways.put(changed)
  }
  const remove = async (key: string): Promise<void> => {
    become(all.filter((one) => one.key !== key))
    await ways.drop(key)
  }

  const sendAll = async (): Promise<number> => {
    let sentCount = 0
    for (const one of all) if (isTooOld(one, ways.nowMs())) await change(one.key, { state: 'asks' })
    /** What comes after an answer that asks was decided after it, and waits for it. */
    const held = new Set(all.filter((one) => one.state === 'asks').map((one) => one.conversation.id))
    for (let next = nextOf(all, held); next; next = nextOf(all, held)) {
      const outcome = await sendOne(next)
      if (outcome === 'later') break
      if (outcome === 'done') sentCount += 1
    }
    return sentCount
  }
  const sendOne = async (queued: Queued): Promise<'done' | 'refused' | 'later'> => {
    underWay = queued.key
    try {
      const { version } = await ways.send(queued)
      await remove(queued.key)
      await follow(queued, version)
      return 'done'
    } catch (error) {
      if (!isProblem(error)) throw error
      if (isSilence(error.status)) return 'later'
      const { code, message, details } = error
      // Refused first: what still waits would be laid over what is found.
      await change(queued.key, { state: 'refused', why: { code, message, details } })
      const found = await ways.find(queued.conversation.id).catch(() => undefined)
      if (found) await change(queued.key, { found })
      return 'refused'
    } finally {
      underWay = undefined
    }
  }
  /** What was decided next about the same conversation was decided upon what this one made of it. */
  const follow = async (sent: Queued, version: number | undefined): Promise<void> => {
    const now = version ?? (sent.kind === 'reply' ? Number(sent.body.version) + 1 : undefined)
    if (now === undefined) return
    for (const one of all)
      if (one.conversation.id === sent.conversation.id && one.state !== 'refused' && 'version' in one.body)
        await change(one.key, { body: { ...one.body, version: now } })
  }

  return {
    all: () => all,
    add: async (given: NewQueued): Promise<void> => {
      const { by, workspaceId } = ways
      const nth = 1 + Math.max(0, ...all.map((one) => one.nth))
      const queued: Queued = { ...given, by, workspaceId, nth, madeAt: ways.nowMs(), state: 'waiting' }
      // On disk before it is shown as kept.
      await ways.put(queued)
      become([...all, queued])
    },
    /** Off the queue, if it has not left; what it was, for its words. */
    takeBack: async (key: string): Promise<Queued | undefined> => {
      const queued = all.find((one) => one.key === key)
      if (!queued || underWay === key) return undefined
      await remove(key)
      return queued
    },
    /** Another window of this browser changed what waits. */
    reload: (queued: readonly Queued[]): void => become(queued.toSorted((a, b) => a.nth - b.nth)),
    confirm: (key: string) => change(key, { state: 'waiting', isConfirmed: true }),
    /** Sends what can be sent; how many went out. Two callers share one round. */
    flush: (): Promise<number> => {
      running ??= sendAll().finally(() => {
        running = undefined
      })
      return running
    },
  }
}

function nextOf(all: readonly Queued[], held: ReadonlySet<string>): Queued | undefined {
  return all.find((one) => one.state === 'waiting' && !held.has(one.conversation.id))
}

/** A clock that was set back says nothing about how long it waited: then it asks too. */
function isTooOld({ kind, state, madeAt, isConfirmed }: Queued, nowMs: number): boolean {
  const ageMs = nowMs - madeAt
  return kind === 'reply' && state === 'waiting' && !isConfirmed && (ageMs > asksAfterMs || ageMs < 0)
}

/** No answer, a server that cannot now, or a session that ended: nothing was decided about it. */
function isSilence(status: number): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500
}
