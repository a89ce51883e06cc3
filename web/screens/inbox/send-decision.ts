import type { Row } from '#api/contract/shapes.ts'
import { ask, isProblem, newKey } from '#web/api.ts'
import { isQueued, openOffline } from '#web/offline/door.ts'
import type { NewQueued } from '#web/offline/queue.ts'
import { type DecisionAsk, newestVersion } from './decision-asks.ts'
import type { Changed, Subject } from './run-plan.ts'

/** How it is told of while it waits in this browser. */
export type Telling = { label: string; change: Partial<Row> }

const kinds = {
  'POST /api/conversations/{id}/finish': 'finish',
  'POST /api/conversations/{id}/reopen': 'reopen',
  'POST /api/conversations/{id}/wait': 'wait',
  'POST /api/conversations/{id}/claim': 'claim',
  'POST /api/conversations/{id}/release': 'release',
  'POST /api/conversations/{id}/hand-over': 'handOver',
  'POST /api/conversations/{id}/noise': 'noise',
} as const satisfies Record<DecisionAsk['name'], NewQueued['kind']>

/** To the server, or into the queue of this browser when nobody answers. `key` is there when it waits. */
export async function sendDecision(row: Subject, asked: DecisionAsk, { label, change }: Telling): Promise<Changed> {
  const { name, body } = asked
  const { id } = row
  const key = newKey()
  // Each route has its own body; the pair was made together.
  const send = () => ask(name, { params: { id }, body } as never, undefined, { key }) as Promise<Changed>
  const version = newestVersion(row)
  return await orQueue(send, {
    ...{ key, name, label, change, params: { id }, body: { ...body, version }, kind: kinds[name] },
    conversation: { id, key: row.key, title: row.title },
    answer: { id, version, key },
  })
}

type Waiting<T> = NewQueued & { answer: T }

/**
 * The version it was decided upon goes along only where it waits: what is decided now, is decided about what is there now. What
 * is decided after something that waits waits behind it.
 */
export async function orQueue<T, W>(send: () => Promise<T>, { answer, ...queued }: Waiting<W>): Promise<T | W> {
  if (!isQueued(queued.conversation.id)) {
    try {
      return await send()
    } catch (error) {
      if (!isProblem(error, 'offline')) throw error
      const offline = await openOffline()
      const queue = offline?.queue()
      if (!queue) throw error
      await queue.add(queued)
      void offline?.flush()
      return answer
    }
  }
  const offline = await openOffline()
  const queue = offline?.queue()
  if (!queue) return await send()
  await queue.add(queued)
  void offline?.flush()
  return answer
}
