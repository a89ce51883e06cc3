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

/** What may happen to a call that sends: whether it is accepted, and what the caller hears. */
const sendFaults = {
  none: { isPosted: true, answer: 'sent' },
  slow: { isPosted: true, answer: 'sent' },
  late: { isPosted: true, answer: 'sent' },
  '500 after': { isPosted: true, answer: 'thrown' },
  '500 before': { isPosted: false, answer: 'thrown' },
  'hangs after': { isPosted: true, answer: 'nothing' },
  'hangs before': { isPosted: false, answer: 'nothing' },
  refused: { isPosted: false, answer: 'refused' },
  'no line': { isPosted: false, answer: 'retry' },
  revoked: { isPosted: false, answer: 'reconnect' },
  '429': { isPosted: false, answer: 'wait' },
} as const
const sendFaultNames = Object.keys(sendFaults) as (keyof typeof sendFaults)[]
const findAnswers = ['wait', 'retry', 'thrown', 'nothing', 'reconnect', 'refused'] as const
type Answer = (typeof sendFaults)[keyof typeof sendFaults]['answer'] | (typeof findAnswers)[number]

type World = { time: VirtualTime; random: Random; manners: NetworkManners; onCall: (call: NetworkCall) => void }
type Network = World & Pick<SimulatedNetwork, 'posts' | 'closedUntil'>

/** A network that keeps the truth: what was posted, when it shows, and every call that was made. */
export function simulatedNetwork(world: World): SimulatedNetwork {
  const network: Network = { ...world, posts: [], closedUntil: new Map() }
  const { recovery, visibleWithinMs } = world.manners
  const send: ReplyMethods<unknown>['send'] = (context, ask) => sendOn(network, context.signal, ask)
  const find: ReplyMethods<unknown>['find'] = (_context, ask) => findOn(network, ask)
  const methods = { recovery, visibleWithinMs, send, ...(recovery === 'blind' ? {} : { find }) }
  return { posts: network.posts, closedUntil: network.closedUntil, methods }
}

function sendOn(network: Network, signal: AbortSignal, ask: SendAsk<unknown>): Promise<Sent | Failure> {
  const { time, random, manners, onCall } = network
  onCall({ kind: 'send', atMs: time.nowMs(), ask })
  const fault = random.chance(manners.faultShare) ? random.pick(sendFaultNames) : 'none'
  const { isPosted, answer } = sendFaults[fault]
  const wayMs = fault === 'slow' ? random.between(5 * second, 29 * second) : random.between(1, 400)
  const backMs = random.between(1, 400)
  return new Promise((resolve, reject) => {
    time.at(wayMs, () => {
      // A call that was cut off before it arrived never arrives.
      if (signal.aborted) return
      // An accepted post may show late after any answer but the quickest.
      const isLate = fault === 'late' || answer !== 'sent'
      const post = isPosted ? accept(network, ask, latenessMs(network, isLate)) : undefined
      time.at(backMs, () => {
        if (answer === 'nothing') return
        if (answer === 'thrown') return reject(new Error('HTTP 500'))
        if (answer !== 'sent') return resolve(failure(network, ask, answer))
        if (post) resolve({ kind: 'sent', nativeId: post.nativeId })
      })
    })
  })
}

function findOn(network: Network, ask: SendAsk<unknown>): Promise<Found | Failure> {
  const { time, random, manners, onCall } = network
  onCall({ kind: 'find', atMs: time.nowMs(), ask })
  const answer = random.chance(manners.faultShare / 2) ? random.pick(findAnswers) : 'seen'
  return new Promise((resolve, reject) => {
    time.at(random.between(1, 300), () => {
      if (answer === 'nothing') return
      if (answer === 'thrown') return reject(new Error('HTTP 500'))
      resolve(answer === 'seen' ? seen(network, ask) : failure(network, ask, answer))
    })
  })
}

/** With keys of its own a network takes the second of the same key as the first. */
function accept({ posts, manners, time }: Network, ask: SendAsk<unknown>, lateMs: number): PostedReply {
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

function latenessMs({ random, manners }: Network, isLate: boolean): number {
  if (!isLate) return random.below(second)
  return manners.breaksWord
    ? manners.visibleWithinMs * random.between(1, 8)
    : random.below(Math.max(1, manners.visibleWithinMs))
}

function seen({ posts, time }: Network, ask: SendAsk<unknown>): Found {
  const post = posts.find(
    (one) =>
      one.visibleMs <= time.nowMs() &&
      one.account === ask.account.nativeId &&
      one.parent === ask.post.nativeId &&
      one.text === ask.text,
  )
  return post ? { kind: 'found', nativeId: post.nativeId } : { kind: 'not-found' }
}

function failure(
  { time, random, closedUntil }: Network,
  { account }: SendAsk<unknown>,
  kind: Exclude<Answer, 'sent' | 'thrown' | 'nothing'>,
): Failure {
  if (kind !== 'wait') return { kind, why }
  const untilMs = time.nowMs() + random.pick([1, 5, 30, 120, 600]) * second
  closedUntil.set(account.nativeId, Math.max(untilMs, closedUntil.get(account.nativeId) ?? 0))
  return { kind, why, until: new Date(untilMs) }
}
