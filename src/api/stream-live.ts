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
/** How soon the browser tries again when the line breaks. */
const reconnectMs = second

/** The live line of one open screen: events as they are committed, resumed after the last that was heard (`Last-Event-ID`, `?after=`). */
export function streamLive(context: HonoContext, visit: MemberVisit, live: Live): Response {
  const { house, ctx } = visit
  return streamSSE(context, async (stream) => {
    const queue: LiveEvent[] = []
    let wake = () => {}
    let isOver = false
    const subscription = live.subscribe(ctx.workspaceId, (event) => {
      queue.push(event)
      wake()
    })
    stream.onAbort(() => {
      isOver = true
      wake()
    })
    try {
      await subscription.begun
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
      subscription.end()
    }
  })
}

/**
 * What the line missed, and then `hello`. It begins a little before the last event that was heard, since a lower number may be
 * committed after a higher one; the screen passes over what it heard already. Too much to tell again: `reset`, ask anew.
 */
async function replay(
  context: HonoContext,
  live: Live,
  workspaceId: string,
  write: (event: { id?: string; event: string; data: string; retry?: number }) => Promise<void>,
): Promise<void> {
  // The browser's own header counts first: it is newer than the address, which stays as it was when the line was opened.
  const lastId = Number(context.req.header('last-event-id') ?? context.req.query('after'))
  const isResumed = Number.isSafeInteger(lastId) && lastId > 0
  const missed = isResumed ? await live.since(workspaceId, lastId) : undefined
  if (isResumed && !missed) await write({ event: 'reset', data: '{}' })
  for (const event of missed ?? []) await write(lineOf(event))
  const hello = { event: 'hello', data: '{}', retry: reconnectMs }
  if (missed) return write(hello)
  const newest = await live.newest(workspaceId)
  return write(newest > 0 ? { id: String(newest), ...hello } : hello)
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
