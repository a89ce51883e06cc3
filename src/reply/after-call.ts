import { backOffMs } from '#base/back-off.ts'
import { second } from '#base/clock.ts'
import type { Failure, Found, Sent, Words } from '#domain/connector.ts'
import { type Ability, isTooOld, toPerson, toReady, toRefused, toUnknown, unheld } from './next-step.ts'
import { attemptsMax, backOffFirstMs, backOffMost } from './outbox-limits.ts'
import type { Lease, ReplyChange, Situation } from './outbox-store.ts'

/** A call that threw, or was cut off: the network may or may not have done it. */
export type Dark = { kind: 'unknown'; why: Words }
export type AfterInput = { now: Date; lease: Lease; ability: Ability | undefined; random: () => number }

/** What a finished attempt means. The switch knows every way a network can answer. */
export function afterSend(situation: Situation, outcome: Sent | Failure | Dark, input: AfterInput): ReplyChange {
  const { reply } = situation
  const { now, lease, ability } = input
  const isLast = reply.attempts >= attemptsMax
  switch (outcome.kind) {
    case 'sent':
      return toSent(outcome, now)
    case 'unknown':
      return toUnknown(lease.until, ability, outcome.why)
    case 'wait': {
      const until = notBefore(outcome.until, now)
      const account = closed(situation, until)
      if (isLast) return { ...toPerson('too_often'), account }
      return { reply: waiting(outcome, until), account }
    }
    case 'retry': {
      if (isLast) return toPerson('too_often')
      const delayMs = backOff(reply.attempts, input)
      return { reply: waiting(outcome, new Date(now.getTime() + delayMs)) }
    }
    case 'reconnect':
      return { ...toPerson('reconnect'), account: lost(situation, outcome.why) }
    case 'refused':
      return toRefused('refused', now, outcome.why)
  }
}

/** What looking for our own text means: only a clear "not there" lets it go out again. */
export function afterReadBack(situation: Situation, outcome: Found | Failure | Dark, input: AfterInput): ReplyChange {
  const { reply } = situation
  const { now } = input
  switch (outcome.kind) {
    case 'found':
      return toSent({ ...outcome, kind: 'sent' }, now, { heardBackAt: now })
    case 'not-found':
      return toReady(reply.attempts, now)
    case 'wait': {
      const until = notBefore(outcome.until, now)
      return { reply: { dueAt: until, ...unheld }, account: closed(situation, until) }
    }
    case 'retry':
    case 'unknown': {
      if (isTooOld(situation, now)) return toPerson('cannot_know')
      const elapsedMs = now.getTime() - (reply.lastAttemptAt ?? now).getTime()
      const delayMs = backOff(Math.log2(1 + elapsedMs / backOffFirstMs / 8), input)
      return { reply: { dueAt: new Date(now.getTime() + delayMs), ...unheld } }
    }
    case 'reconnect':
      return { ...toPerson('cannot_know'), account: lost(situation, outcome.why) }
    case 'refused':
      return toPerson('cannot_know')
  }
}

export function toSent({ nativeId, url, ref }: Sent, now: Date, extra: { heardBackAt?: Date } = {}): ReplyChange {
  return {
    reply: {
      state: 'sent',
      nativeId,
      url: url ?? null,
      ref: ref ?? null,
      problem: null,
      dueAt: null,
      settledAt: now,
      ...extra,
      ...unheld,
    },
  }
}

function waiting(failure: Failure, dueAt: Date) {
  return { state: 'waiting', dueAt, problem: { kind: failure.kind, why: failure.why }, ...unheld } as const
}

/** A moment that a network gave may be nonsense; one in the past means "soon". */
function notBefore(until: Date, now: Date): Date {
  const soonMs = now.getTime() + second
  return new Date(Number.isFinite(until.getTime()) ? Math.max(until.getTime(), soonMs) : soonMs)
}

function closed({ account }: Situation, until: Date) {
  const known = account?.closedUntil
  return { closedUntil: known && known > until ? known : until }
}

function lost({ account }: Situation, why: Words) {
  return account?.state === 'connected'
    ? ({ state: 'reconnect', problem: { kind: 'reconnect', why } } as const)
    : undefined
}

function backOff(failuresInRow: number, { random }: AfterInput): number {
  return backOffMs({ failuresInRow, firstMs: backOffFirstMs, mostMs: backOffMost, random })
}
