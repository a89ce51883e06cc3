import { afterSend } from '#reply/after-call.ts'
import { type OutboxRules, outboxRules } from '#reply/drive-reply.ts'
import { intentHash } from '#reply/intent-hash.ts'
import { mayOpenSocket, nextStep, toReady } from '#reply/next-step.ts'
import type { Situation } from '#reply/outbox-store.ts'

/** The outbox with one thing wrong. A simulation that does not notice each of them proves nothing about the real one. */
export const outboxMutants: Record<string, OutboxRules> = {
  'no intent before the call': {
    ...outboxRules,
    nextStep: (situation, input) => {
      const step = nextStep(situation, input)
      if (step.do !== 'send') return step
      const { leasedBy, leaseUntil } = step.change.reply
      return { ...step, change: { reply: { leasedBy, leaseUntil } } }
    },
  },
  'no wait before the read-back': {
    ...outboxRules,
    afterSend: (situation, outcome, input) => {
      const change = afterSend(situation, outcome, input)
      return outcome.kind === 'unknown' ? { ...change, reply: { ...change.reply, dueAt: input.now } } : change
    },
    nextStep: (situation, input) => {
      const step = nextStep(situation, input)
      if (situation.reply.state !== 'sending' || step.do !== 'write') return step
      return { ...step, change: { ...step.change, reply: { ...step.change.reply, dueAt: input.now } } }
    },
  },
  'a time-out taken as a failure': {
    ...outboxRules,
    afterSend: (situation, outcome, input) =>
      afterSend(situation, outcome.kind === 'unknown' ? { kind: 'retry', why: outcome.why } : outcome, input),
  },
  'no read-back': {
    ...outboxRules,
    nextStep: (situation, input) => {
      const step = nextStep(situation, input)
      if (step.do !== 'read-back') return step
      return { do: 'write', change: toReady(situation.reply.attempts, input.now) }
    },
  },
}

/** The same for the neighbouring promises: never as someone else, stop means stop. */
export const neighbourMutants: Record<string, OutboxRules> = {
  'the approved hash is not looked at': {
    ...outboxRules,
    nextStep: (situation, input) => nextStep(asIfApproved(situation), input),
    mayOpenSocket: (situation, input) => mayOpenSocket(asIfApproved(situation), input),
  },
  'approval is not looked at': {
    ...outboxRules,
    nextStep: (situation, input) => nextStep(asIfNothingMissing(situation), input),
    mayOpenSocket: (situation, input) => mayOpenSocket(asIfNothingMissing(situation), input),
  },
  'no look at the stop before the call': {
    ...outboxRules,
    nextStep: (situation, input) => nextStep(asIfNotStopped(situation), input),
    mayOpenSocket: (situation, input) => mayOpenSocket(asIfNotStopped(situation), input),
  },
  'the stop is looked at when the intent is written, and not again before the call': {
    ...outboxRules,
    mayOpenSocket: (situation, input) => mayOpenSocket(asIfNotStopped(situation), input),
  },
  'a stop that is over is forgotten: what was approved before it leaves': {
    ...outboxRules,
    nextStep: (situation, input) => nextStep(asIfNew(situation), input),
    mayOpenSocket: (situation, input) => mayOpenSocket(asIfNew(situation), input),
  },
  'the network\'s "not before" is forgotten': {
    ...outboxRules,
    nextStep: (situation, input) => nextStep(asIfOpen(situation), input),
    afterSend: (situation, outcome, input) =>
      afterSend(situation, outcome.kind === 'wait' ? { ...outcome, kind: 'retry' } : outcome, input),
  },
}

function asIfNothingMissing(situation: Situation): Situation {
  return { ...situation, missing: undefined }
}

function asIfApproved(situation: Situation): Situation {
  const { reply, account, parent } = situation
  if (!account || !parent) return situation
  const hash = intentHash({ ...reply, account, parent })
  return { ...situation, reply: { ...reply, intentHash: hash } }
}

function asIfNotStopped(situation: Situation): Situation {
  const { reply, account } = situation
  const stop = { isOn: false, number: reply.stopNumber }
  return account ? { ...situation, stop, account: { ...account, stopEpoch: reply.stopEpoch } } : situation
}

function asIfNew(situation: Situation): Situation {
  return { ...situation, stop: { ...situation.stop, number: situation.reply.stopNumber } }
}

function asIfOpen(situation: Situation): Situation {
  const { account } = situation
  return account ? { ...situation, account: { ...account, closedUntil: null } } : situation
}
