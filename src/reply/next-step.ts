import type { ReplyMethods, Words } from '#domain/connector.ts'
import { laneOpensAt, paceAfterCall } from './account-pace.ts'
import type { MissingApproval } from './approval/missing-approval.ts'
import { intentHash } from './intent-hash.ts'
import { attemptsMax, callMsMax, clockSkewMsMax, leaseMs, lookMsMax, readBackMsMax } from './outbox-limits.ts'
import type { AccountRow, Lease, ReplyChange, Situation } from './outbox-store.ts'
import { type ProblemKind, problems } from './reply-problems.ts'

/** What an account's network can do for us when an attempt ends in the dark. */
export type Ability = Pick<ReplyMethods<unknown>, 'recovery' | 'visibleWithinMs' | 'canDirect'> & { canFind: boolean }

export type StepInput = { now: Date; token: string; ability: Ability | undefined }

export type Step =
  /** Not now: somebody else has it, or the account's lane is closed. */
  | { do: 'leave'; change?: undefined }
  | { do: 'write'; change: ReplyChange }
  | { do: 'send' | 'read-back'; change: ReplyChange; lease: Lease }

/** The one place that decides what happens to a reply that is due. Pure: the row, its surroundings, the clock. */
export function nextStep(situation: Situation, input: StepInput): Step {
  const { reply } = situation
  switch (reply.state) {
    case 'ready':
    case 'waiting':
      return stepToSend(situation, input)
    case 'sending':
      return stepAfterLease(situation, input)
    case 'unknown':
      return stepToReadBack(situation, input)
    case 'held':
      // A stop keeps it until somebody resumes; only an account that is gone ends it before.
      return { do: 'write', change: whileHeld(situation, input.now) }
    case 'awaits_approval':
      return { do: 'write', change: stepWithoutApproval(situation, input.now) }
    case 'sent':
    case 'refused':
    case 'undone':
    case 'needs_person':
    case 'assisted':
    case 'removed':
      return { do: 'write', change: { reply: { dueAt: null } } }
  }
}

/** Due only where its account was removed: then its words go back to its writer. */
function stepWithoutApproval({ account }: Situation, now: Date): ReplyChange {
  return !account || account.state === 'removed' ? toRefused('account_removed', now) : { reply: { dueAt: null } }
}

/** Writes the intent, the lease and the attempt: all of it stands before any socket is opened. */
function stepToSend(situation: Situation, { now, token, ability }: StepInput): Step {
  const { reply, account } = situation
  const objection = objectionTo(situation, now)
  if (objection) return { do: 'write', change: objection }
  const canSay = ability && (reply.visibility === 'public' || ability.canDirect)
  if (!canSay) return { do: 'write', change: toPerson('no_interface') }
  if (reply.attempts >= attemptsMax) return { do: 'write', change: toPerson('too_often') }
  if (!isLaneOpen(situation, now)) return { do: 'leave' }
  const lease = leaseFor(situation, { now, token })
  const attempt = {
    state: 'sending',
    attempts: reply.attempts + 1,
    firstAttemptAt: reply.firstAttemptAt ?? now,
    lastAttemptAt: now,
    problem: null,
    ...held(lease),
  } as const
  return { do: 'send', lease, change: { reply: attempt, account: paced(account, now) } }
}

/** The process that held it is gone, or cut off. Whether the network got it, nobody here knows. */
function stepAfterLease({ reply }: Situation, { now, ability }: StepInput): Step {
  const leaseEnd = reply.leaseUntil ?? now
  if (leaseEnd > now) return { do: 'leave' }
  return { do: 'write', change: toUnknown(leaseEnd, ability, problems.no_answer) }
}

function stepToReadBack(situation: Situation, { now, token, ability }: StepInput): Step {
  const { reply, account } = situation
  if (reply.leaseUntil && reply.leaseUntil > now) return { do: 'leave' }
  // Also a network that refuses the second of the same key is asked first: a stop or an undo may have come in between.
  const canKnow = ability?.canFind && ability.recovery !== 'blind' && account?.state === 'connected'
  if (!canKnow || !isAsApproved(situation)) return { do: 'write', change: toPerson('cannot_know') }
  if (isTooOld(situation, now)) return { do: 'write', change: toPerson('cannot_know') }
  if (!isLaneOpen(situation, now)) return { do: 'leave' }
  const lease = leaseFor(situation, { now, token })
  return { do: 'read-back', lease, change: { reply: held(lease), account: paced(account, now) } }
}

/**
 * The last look before the socket. `go` only when nothing changed since the intent was written, the look itself is
 * fresh, and the call must end before the lease does.
 */
export function mayOpenSocket(
  situation: Situation,
  { lease, lookedAt, now }: { lease: Lease; lookedAt: Date; now: Date },
): { go: true } | { go: false; again: true } | { go: false; again: false; change: ReplyChange } {
  const objection = objectionTo(situation, now)
  if (objection) return { go: false, again: false, change: objection }
  if (now.getTime() + callMsMax > lease.until.getTime()) {
    return { go: false, again: false, change: { reply: { state: 'ready', dueAt: now, ...unheld } } }
  }
  if (now.getTime() - lookedAt.getTime() > lookMsMax) return { go: false, again: true }
  return { go: true }
}

/** Why this must not be sent, as what is written instead; undefined when nothing stands against it. */
export function objectionTo(situation: Situation, now: Date): ReplyChange | undefined {
  const { reply, account, parent, mayWriterReply, missing, stopped } = situation
  if (!account || account.state === 'removed') return toRefused('account_removed', now)
  if (!parent || parent.deletedAt) return toRefused('parent_deleted', now)
  if (!isAsApproved(situation)) return toRefused('changed', now)
  if (!mayWriterReply) return toRefused('not_allowed', now)
  if (situation.stop.isOn) return toHeld(now)
  // Approved before a stop that is over, and not among what was let go with its end: a person looks.
  if (reply.stopEpoch !== account.stopEpoch || reply.stopNumber < situation.stop.number) return toPerson('stopped')
  if (account.state === 'reconnect') return toPerson('reconnect')
  if (stopped) return toRefused('rules', now, stopped)
  if (missing) return toApproval(missing)
  return undefined
}

/** The account, the target and the text are still those under the hash: never as someone else. */
function isAsApproved({ reply, account, parent }: Situation): boolean {
  if (!account || !parent || account.id !== reply.accountId) return false
  if (account.workspaceId !== reply.workspaceId || account.network !== parent.network) return false
  return intentHash({ ...reply, account, parent }) === reply.intentHash
}

function isLaneOpen({ account, isLaneBusy }: Situation, now: Date): boolean {
  return !isLaneBusy && laneOpensAt(account) <= now.getTime()
}

export function isTooOld({ reply }: Situation, now: Date): boolean {
  return now.getTime() - (reply.lastAttemptAt ?? now).getTime() > readBackMsMax
}

function leaseFor({ reply }: Situation, { now, token }: { now: Date; token: string }): Lease {
  const until = new Date(now.getTime() + leaseMs)
  return { replyId: reply.id, workspaceId: reply.workspaceId, token, until }
}

const held = ({ token, until }: Lease) => ({ leasedBy: token, leaseUntil: until, dueAt: until })
export const unheld = { leasedBy: null, leaseUntil: null } as const

function paced(account: AccountRow | undefined, now: Date) {
  return account && { paceFullAt: paceAfterCall(account.paceFullAt, now) }
}

/**
 * What became of the attempt is open until the lease has ended (no call of ours is under way) and the network would
 * surely show it. Before that a look proves nothing.
 */
export function toUnknown(leaseEnd: Date, ability: Ability | undefined, why: Words): ReplyChange {
  const dueAt = new Date(leaseEnd.getTime() + clockSkewMsMax + (ability?.visibleWithinMs ?? 0))
  return { reply: { state: 'unknown', dueAt, problem: { kind: 'no_answer', why }, ...unheld } }
}

/** Once more: only after we know that it does not stand there, or where the network itself refuses the second. */
export function toReady(attempts: number, now: Date): ReplyChange {
  if (attempts >= attemptsMax) return toPerson('too_often')
  return { reply: { state: 'ready', dueAt: now, problem: null, ...unheld } }
}

function whileHeld({ account }: Situation, now: Date): ReplyChange {
  return !account || account.state === 'removed' ? toRefused('account_removed', now) : { reply: { dueAt: null } }
}

/** It stays as approved until somebody says that sending goes on, and what to do with it. */
function toHeld(now: Date): ReplyChange {
  const problem = { kind: 'held', why: problems.held } as const
  return { reply: { state: 'held', dueAt: null, heldAt: now, problem, ...unheld } }
}

export function toPerson(kind: ProblemKind, why: Words = problems[kind]): ReplyChange {
  return {
    reply: { state: 'needs_person', dueAt: null, settledAt: null, problem: { kind, why }, ...unheld },
    isGivenBack: true,
  }
}

/** Back to whoever may approve. Nothing was posted, and nothing is. */
export function toApproval(missing: MissingApproval): ReplyChange {
  return {
    reply: { state: 'awaits_approval', dueAt: null, settledAt: null, problem: null, ...unheld },
    isGivenBack: true,
    asksAgain: missing,
  }
}

export function toRefused(kind: ProblemKind | 'refused', now: Date, why?: Words): ReplyChange {
  const words = why ?? (kind === 'refused' ? problems.changed : problems[kind])
  return {
    reply: { state: 'refused', dueAt: null, settledAt: now, problem: { kind, why: words }, ...unheld },
    isGivenBack: true,
    isDraftKept: true,
  }
}
