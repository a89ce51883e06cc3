import type { Clock } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import type { Log } from '#base/log.ts'
import type { ConnectorContext, Failure, Found, ReplyMethods, SendAsk, Sent, Words } from '#domain/connector.ts'
import { afterReadBack, afterSend, type Dark } from './after-call.ts'
import { type Ability, mayOpenSocket, nextStep, objectionTo, toPerson } from './next-step.ts'
import { callMsMax, finishAgainMs, finishTriesMax, lookMsMax, looksMax } from './outbox-limits.ts'
import type { AccountRow, Due, Lease, OutboxStore, ReplyChange, Situation } from './outbox-store.ts'
import { problems } from './reply-problems.ts'

/** The decisions, apart from the driver: the simulation swaps one of them and must notice. */
export const outboxRules = { nextStep, mayOpenSocket, afterSend, afterReadBack }
export type OutboxRules = typeof outboxRules

/** All that the outbox touches. The product and the simulation differ in what is behind it, and in nothing else. */
export type Outbox = {
  store: OutboxStore
  clock: Clock
  log: Log
  rules: OutboxRules
  random: () => number
  newToken: () => string
  /** How replies of a network are sent; undefined where that cannot be done (any more). */
  methodsOf: (account: Pick<AccountRow, 'network' | 'workspaceId'>) => ReplyMethods<unknown> | undefined
  contextFor: (signal: AbortSignal, workspaceId: string) => ConnectorContext
  /** How many stops this process was told of: a look that was under way when one came in is not believed. */
  stopsTold: (workspaceId: string) => number
  /** Opens the seal. It throws when the seal is not of this account. */
  credentialsOf: (account: AccountRow) => unknown
}

/**
 * Does the next thing for one reply that is due: send it, look whether it stands, or settle it. Resolves to whether
 * anything was done. One attempt a lease; a crash anywhere in here is survived by whoever comes next.
 */
export async function driveReply(outbox: Outbox, { replyId, workspaceId }: Due): Promise<boolean> {
  const now = outbox.clock.now()
  const token = outbox.newToken()
  const taken = await outbox.store.take({ replyId, workspaceId, now }, (situation) => ({
    situation,
    ...outbox.rules.nextStep(situation, { now, token, ability: abilityOf(outbox, situation) }),
  }))
  if (!taken || taken.do === 'leave') return false
  switch (taken.do) {
    case 'write':
      break
    case 'send':
      await send(outbox, taken.lease)
      break
    case 'read-back':
      await readBack(outbox, taken.lease, taken.situation)
      break
  }
  return true
}

async function send(outbox: Outbox, lease: Lease): Promise<void> {
  const { clock, rules } = outbox
  for (let look = 1; look <= looksMax; look += 1) {
    const lookedAt = clock.now()
    const told = outbox.stopsTold(lease.workspaceId)
    const situation = await outbox.store.look(lease)
    if (!situation) return
    const ask = askOf(outbox, situation)
    // Nothing may be awaited between this verdict and the call: what it saw must still be true when the socket opens.
    const verdict = rules.mayOpenSocket(situation, { lease, lookedAt, now: clock.now() })
    if (verdict.go && outbox.stopsTold(lease.workspaceId) !== told) continue
    if (verdict.go && ask) {
      const outcome = await call(outbox, lease, (context) =>
        ask.methods.send(watchful(outbox, { lease, lookedAt }, context), ask.ask),
      )
      await finish(outbox, lease, (after) => rules.afterSend(after, outcome, afterInput(outbox, lease, after)))
      return
    }
    if (!verdict.go && verdict.again) continue
    await finish(outbox, lease, (after) => (verdict.go ? toSealed(after) : verdict.change))
    return
  }
  // This machine is too slow to keep the promise that stop means stop; the lease ends by itself and nothing was called.
}

/**
 * A network may take several requests for one answer (a session, a picture, the post). The first opens under the look just made; each one after it is
 * preceded by a look of its own. What is cut off here counts as "unknown": it is read back, not found, and then stopped for good.
 */
function watchful(
  outbox: Outbox,
  { lease, lookedAt }: { lease: Lease; lookedAt: Date },
  context: ConnectorContext,
): ConnectorContext {
  let isFirst = true
  const fetch: ConnectorContext['fetch'] = async (...asked) => {
    const isFresh = isFirst && outbox.clock.now().getTime() - lookedAt.getTime() <= lookMsMax
    isFirst = false
    if (isFresh) {
      return context.fetch(...asked)
    }
    const situation = await outbox.store.look(lease)
    if (!situation || objectionTo(situation, outbox.clock.now())) throw new Error('stopped before this request')
    return context.fetch(...asked)
  }
  return { ...context, fetch }
}

async function readBack(outbox: Outbox, lease: Lease, situation: Situation): Promise<void> {
  const ask = askOf(outbox, situation)
  const find = ask?.methods.find
  if (!ask || !find) return void (await finish(outbox, lease, () => toPerson('cannot_know')))
  // A machine that stood still leaves the account to whoever holds the lane now.
  if (outbox.clock.now().getTime() + callMsMax > lease.until.getTime()) return
  const outcome = await call(outbox, lease, (context) => find(context, ask.ask))
  const isAnother = outcome.kind === 'found' && (await isAnothersPost(outbox, lease, outcome))
  await finish(outbox, lease, (after) =>
    isAnother ? toPerson('ambiguous') : outbox.rules.afterReadBack(after, outcome, afterInput(outbox, lease, after)),
  )
}

/** The credentials do not open: only connecting the account again helps. */
function toSealed({ account }: Situation): ReplyChange {
  const lost = { state: 'reconnect', problem: { kind: 'reconnect', why: problems.reconnect } } as const
  return { ...toPerson('reconnect'), account: account?.state === 'connected' ? lost : undefined }
}

function isAnothersPost(outbox: Outbox, { workspaceId, replyId }: Lease, { nativeId }: { nativeId: string }) {
  return outbox.store.isKnownPost({ workspaceId, nativeId, exceptReplyId: replyId })
}

/** One call, cut off in time. Whatever it throws, and no answer in time, means that we do not know. */
async function call<T extends Sent | Found>(
  outbox: Outbox,
  { workspaceId }: Lease,
  work: (context: ConnectorContext) => Promise<T | Failure>,
): Promise<T | Failure | Dark> {
  const abort = new AbortController()
  const timer = new AbortController()
  const late = outbox.clock.sleep(callMsMax, timer.signal).then((): Dark => {
    abort.abort(new Error('cut off'))
    return dark('no answer in time')
  })
  const answer = (async () => work(outbox.contextFor(abort.signal, workspaceId)))().catch(
    (error: unknown): Dark => dark(messageOf(error)),
  )
  const outcome = await Promise.race([answer, late])
  timer.abort('answered')
  return outcome
}

function dark(detail: string): Dark {
  const cut = detail.slice(0, 200)
  const why: Words = { en: `${problems.no_answer.en} (${cut})`, nl: `${problems.no_answer.nl} (${cut})` }
  return { kind: 'unknown', why }
}

/** Only this process knows what the network said, so a database that is away for a moment is asked again. */
async function finish(outbox: Outbox, lease: Lease, decide: (situation: Situation) => ReplyChange): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await outbox.store.finish(lease, decide)
      return
    } catch (error) {
      if (attempt >= finishTriesMax) throw error
      await outbox.clock.sleep(finishAgainMs * attempt)
    }
  }
}

type FullAsk = { methods: ReplyMethods<unknown>; ask: SendAsk<unknown> }

/** Undefined when the account's credentials do not open or its network is gone. */
function askOf(outbox: Outbox, { reply, account, parent }: Situation): FullAsk | undefined {
  const methods = account && outbox.methodsOf(account)
  if (!methods || !parent) return undefined
  // A network that knows nothing of private would say it to everybody.
  if (reply.visibility === 'direct' && !methods.canDirect) return undefined
  const credentials = opened(outbox, account)
  if (credentials === undefined) return undefined
  const post = {
    nativeId: parent.nativeId,
    rootId: parent.rootId ?? undefined,
    parentId: parent.parentId ?? undefined,
    url: parent.url ?? undefined,
    ref: (parent.ref ?? undefined) as SendAsk<unknown>['post']['ref'],
  }
  return {
    methods,
    ask: {
      credentials,
      account: { nativeId: account.nativeId, handle: account.handle },
      post,
      text: reply.text,
      visibility: reply.visibility,
      lang: reply.lang ?? undefined,
      key: reply.id,
      since: reply.firstAttemptAt ?? reply.createdAt,
    },
  }
}

function opened(outbox: Outbox, account: AccountRow): unknown {
  try {
    return outbox.credentialsOf(account)
  } catch (error) {
    outbox.log.error({ accountId: account.id, err: messageOf(error) }, 'the credentials of an account do not open')
    return undefined
  }
}

function abilityOf(outbox: Outbox, { account }: Situation): Ability | undefined {
  const methods = account && outbox.methodsOf(account)
  if (!methods) return undefined
  const { recovery, visibleWithinMs, canDirect, find } = methods
  return { recovery, visibleWithinMs, canDirect, canFind: find !== undefined }
}

function afterInput(outbox: Outbox, lease: Lease, situation: Situation) {
  return { now: outbox.clock.now(), lease, ability: abilityOf(outbox, situation), random: outbox.random }
}
