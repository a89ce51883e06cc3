import type { Context as HonoContext } from 'hono'
import { streamSSE } from 'hono/streaming'
import { second } from '#base/clock.ts'
import type { LiveEvent } from '#domain/event.ts'
import { findMember } from '#team/find-member.ts'
import type { House, MemberVisit } from './handler.ts'
import type { Live } from './live.ts'

/** How soon a revoked session loses its stream (PROMISES: at most 15 s), and how often a silent line is kept warm. */
const recheckMs = 10 * second
const queueMax = 2_000

/** The live line of one open screen: events as they are committed, resumed by the browser's own Last-Event-ID. */
export function streamLive(context: HonoContext, visit: MemberVisit, live: Live): Response {
  const { house, ctx } = visit
  return streamSSE(context, async (stream) => {
    const queue: LiveEvent[] = []
    let wake = () => {}
    let isOver = false
    const unsubscribe = live.subscribe(ctx.workspaceId, (event) => {
      queue.push(event)
      wake()
    })
    stream.onAbort(() => {
      isOver = true
      wake()
    })
    try {
      await replay(context, live, ctx.workspaceId, (event) => stream.writeSSE(event))
      let isDue = false
      let checkedAtMs = house.app.clock.now().getTime()
      while (!isOver) {
        // A busy line is asked as often as a silent one: whoever lost the right to it loses it within the time.
        if (isDue || house.app.clock.now().getTime() - checkedAtMs >= recheckMs) {
          if (!(await isStillMember(house, visit))) return
          await stream.writeSSE({ event: 'ping', data: '{}' })
          isDue = false
          checkedAtMs = house.app.clock.now().getTime()
        }
        if (queue.length > queueMax) {
          queue.length = 0
          await stream.writeSSE({ event: 'reset', data: '{}' })
        }
        // Asked anew after every write: what arrives during one finds nobody asleep to wake.
        const event = queue.shift()
        if (event) await stream.writeSSE(lineOf(event))
        else isDue = (await waitFor((resolve) => (wake = resolve), recheckMs)) === 'time'
      }
    } finally {
      unsubscribe()
    }
  })
}

async function replay(
  context: HonoContext,
  live: Live,
  workspaceId: string,
  write: (event: { id?: string; event: string; data: string }) => Promise<void>,
): Promise<void> {
  await write({ event: 'hello', data: '{}' })
  const lastId = Number(context.req.header('last-event-id'))
  if (!Number.isSafeInteger(lastId) || lastId <= 0) return
  const missed = await live.since(workspaceId, lastId)
  if (!missed) return write({ event: 'reset', data: '{}' })
  for (const event of missed) if (event.id > lastId) await write(lineOf(event))
}

function lineOf(event: LiveEvent) {
  const line = { event: event.kind, data: JSON.stringify(event) }
  // What is not kept has no number: the browser must not give it back as the last it heard.
  return event.id > 0 ? { id: String(event.id), ...line } : line
}

async function isStillMember(house: House, visit: MemberVisit): Promise<boolean> {
  const session = await house.auth.session(visit.headers)
  if (!session) return false
  const member = await findMember(house.app, { userId: session.userId, workspaceId: visit.ctx.workspaceId })
  return member !== undefined
}

function waitFor(arm: (resolve: () => void) => void, mostMs: number): Promise<'woken' | 'time'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('time'), mostMs)
    arm(() => {
      clearTimeout(timer)
      resolve('woken')
    })
  })
}
