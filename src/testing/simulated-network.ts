import { second } from '#base/clock.ts'
import type { Failure, Found, ReplyMethods, SendAsk, Sent } from '#domain/connector.ts'
import type { Random } from './seeded-random.ts'
import type { VirtualTime } from './virtual-time.ts'

export type PostedReply = {
  nativeId: string
  key: string
  account: string
  parent: string
  text: string
  atMs: number
  visibleMs: number
}
export type NetworkCall = { kind: 'send' | 'find'; atMs: number; ask: SendAsk<unknown> }

/** How this world's network behaves. `breaksWord`: what it accepted may show up later than it promised. */
export type NetworkManners = {
  recovery: 'key' | 'read-back' | 'blind'
  visibleWithinMs: number
  faultShare: number
  breaksWord: boolean
}

export type SimulatedNetwork = {
  posts: PostedReply[]
  /** Until when it asked each account to be left alone; milliseconds. */
  closedUntil: Map<string, number>
  methods: ReplyMethods<unknown>
}

const why = { en: 'simulated', nl: 'gesimuleerd' }
const sendFaults = [
  'refused',
  '429',
  'no line',
  '500 before',
  '500 after',
  'hangs before',
  'hangs after',
  'slow',
  'late',
  'late',
  'revoked',
] as const
const findFaults = ['429', 'no line', '500', 'hangs', 'revoked', 'refused'] as const

/** A network that keeps the truth: what was posted, when it shows, and every call that was made. */
export function simulatedNetwork(input: {
  time: VirtualTime
  random: Random
  manners: NetworkManners
  onCall: (call: NetworkCall) => void
}): SimulatedNetwork {
  const { time, random, manners, onCall } = input
  const posts: PostedReply[] = []
  const closedUntil = new Map<string, number>()
  const close = (ask: SendAsk<unknown>, seconds: number): Failure => {
    const untilMs = time.nowMs() + seconds * second
    closedUntil.set(ask.account.nativeId, Math.max(untilMs, closedUntil.get(ask.account.nativeId) ?? 0))
    return { kind: 'wait', why, until: new Date(untilMs) }
  }

  const accept = (ask: SendAsk<unknown>, lateMs: number): PostedReply => {
    const known = manners.recovery === 'key' && posts.find((post) => post.key === ask.key)
    if (known) return known
    const atMs = time.nowMs()
    const post = {
      nativeId: `post-${posts.length + 1}`,
      key: ask.key,
      account: ask.account.nativeId,
      parent: ask.post.nativeId,
      text: ask.text,
      atMs,
      visibleMs: atMs + lateMs,
    }
    posts.push(post)
    return post
  }
  const lateness = (isLate: boolean): number => {
    if (isLate && manners.breaksWord) return manners.visibleWithinMs * random.between(1, 8)
    return isLate ? random.between(0, manners.visibleWithinMs) : random.between(0, second)
  }

  const send: ReplyMethods<unknown>['send'] = (context, ask) => {
    onCall({ kind: 'send', atMs: time.nowMs(), ask })
    const fault = random.chance(manners.faultShare) ? random.pick(sendFaults) : 'none'
    const wayMs = fault === 'slow' ? random.between(5 * second, 29 * second) : random.between(1, 400)
    const backMs = random.between(1, 400)
    return new Promise<Sent | Failure>((resolve, reject) => {
      time.at(wayMs, () => {
        // A call that was cut off before it arrived never arrives.
        if (context.signal.aborted) return
        const posted =
          fault === 'none' || fault === 'slow' || fault === 'late' || fault === '500 after' || fault === 'hangs after'
            ? accept(ask, lateness(fault === 'late'))
            : undefined
        time.at(backMs, () => {
          switch (fault) {
            case 'none':
            case 'slow':
            case 'late':
              if (posted) resolve({ kind: 'sent', nativeId: posted.nativeId })
              return
            case '500 before':
            case '500 after':
              return reject(new Error('HTTP 500'))
            case 'hangs before':
            case 'hangs after':
              return
            case 'refused':
              return resolve({ kind: 'refused', why })
            case 'no line':
              return resolve({ kind: 'retry', why })
            case '429':
              return resolve(close(ask, random.between(1, 180)))
            case 'revoked':
              return resolve({ kind: 'reconnect', why })
          }
        })
      })
    })
  }

  const find: ReplyMethods<unknown>['find'] = (_context, ask) => {
    onCall({ kind: 'find', atMs: time.nowMs(), ask })
    const fault = random.chance(manners.faultShare / 2) ? random.pick(findFaults) : 'none'
    return new Promise<Found | Failure>((resolve, reject) => {
      time.at(random.between(1, 300), () => {
        switch (fault) {
          case 'none':
            return resolve(seen(ask))
          case 'hangs':
            return
          case '500':
            return reject(new Error('HTTP 500'))
          case 'no line':
            return resolve({ kind: 'retry', why })
          case 'refused':
            return resolve({ kind: 'refused', why })
          case '429':
            return resolve(close(ask, random.between(60, 600)))
          case 'revoked':
            return resolve({ kind: 'reconnect', why })
        }
      })
    })
  }
  const seen = (ask: SendAsk<unknown>): Found => {
    const post = posts.find(
      (one) =>
        one.visibleMs <= time.nowMs() &&
        one.account === ask.account.nativeId &&
        one.parent === ask.post.nativeId &&
        one.text === ask.text,
    )
    return post ? { kind: 'found', nativeId: post.nativeId } : { kind: 'not-found' }
  }

  const { recovery, visibleWithinMs } = manners
  return { posts, closedUntil, methods: { recovery, visibleWithinMs, send, ...(recovery === 'blind' ? {} : { find }) } }
}
