import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minute, second } from '#base/clock.ts'
import { replyStates } from '#domain/reply.ts'
import { simulatedAccount, simulatedParent, simulatedReply, simulatedWorkspaceId } from '#testing/outbox-plan.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { laneOpensAt, paceAfterCall } from './account-pace.ts'
import { afterReadBack, afterSend } from './after-call.ts'
import { intentHash } from './intent-hash.ts'
import { type Ability, mayOpenSocket, nextStep } from './next-step.ts'
import { attemptsMax, callMsMax, leaseMs, lookMsMax, paceBurst, paceRefillMs, readBackMsMax } from './outbox-limits.ts'
import type { Situation } from './outbox-store.ts'

const now = new Date('2026-11-23T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const ability: Ability = { canDirect: true, recovery: 'read-back', visibleWithinMs: second, canFind: true }
const input = { now, token: 'token', ability }
const why = { en: 'because', nl: 'daarom' }
const lease = { replyId: 'reply', workspaceId: simulatedWorkspaceId, token: 'token', until: later(leaseMs) }
const after = { now, lease, ability, random: () => 0.5 }

function situation(given: Partial<Situation['reply']> = {}, account: Partial<Situation['account']> = {}): Situation {
  const ours = { ...simulatedAccount('account-1', now), ...account }
  const parent = simulatedParent('parent-1')
  const planned = { id: 'reply', accountId: 'account-1', parentId: 'parent-1', text: 'answer', atMs: 0 }
  const hash = intentHash({
    ...{ workspaceId: simulatedWorkspaceId, account: ours, parent, text: planned.text, visibility: 'public' },
  })
  const reply = { ...simulatedReply(planned, now), dueAt: now, intentHash: hash, ...given }
  return {
    reply,
    account: ours,
    parent,
    mayWriterReply: true,
    stop: { number: 0, isOn: false },
    missing: undefined,
    isLaneBusy: false,
  }
}

test('the intent, the lease and the attempt are written before anything is called', () => {
  const step = nextStep(situation(), input)
  assert.equal(step.do, 'send')
  const { state, attempts, leasedBy, leaseUntil, firstAttemptAt } = step.change?.reply ?? {}
  assert.deepEqual(
    [state, attempts, leasedBy, leaseUntil, firstAttemptAt],
    ['sending', 1, 'token', later(leaseMs), now],
  )
})

test('every state has its next step, and an end is an end', () => {
  for (const state of replyStates) {
    const step = nextStep(situation({ state, leaseUntil: null, lastAttemptAt: now }), input)
    const isMoved = ['ready', 'waiting', 'sending', 'unknown'].includes(state)
    assert.equal(step.change?.reply.dueAt === null, !isMoved, state)
  }
})

test('the first attempt’s moment stays through all later ones', () => {
  const first = later(-10 * minute)
  const step = nextStep(situation({ firstAttemptAt: first, attempts: 2 }), input)
  assert.deepEqual([step.change?.reply.firstAttemptAt, step.change?.reply.attempts], [first, 3])
})

test('the socket opens only under a fresh look, within the lease, without a stop', () => {
  const look = (given: { account?: object; lookedAt?: Date; at?: Date }) =>
    mayOpenSocket(situation({ state: 'sending' }, given.account), {
      lease,
      lookedAt: given.lookedAt ?? now,
      now: given.at ?? now,
    })
  assert.ok(look({}).go)
  assert.deepEqual(look({ lookedAt: later(-lookMsMax - 1) }), { go: false, again: true })
  assert.ok(!look({ account: { stopEpoch: 1 } }).go)
  const tooLate = later(leaseMs - callMsMax + 1)
  const verdict = look({ lookedAt: tooLate, at: tooLate })
  assert.equal(!verdict.go && !verdict.again && verdict.change.reply.state, 'ready')
})

test('tries have an end, and then a person is asked who is told that nothing was posted', () => {
  const last = situation({ state: 'sending', attempts: attemptsMax })
  for (const outcome of [{ kind: 'retry', why } as const, { kind: 'wait', why, until: later(minute) } as const]) {
    const { reply, account } = afterSend(last, outcome, after)
    assert.deepEqual([reply.state, reply.problem?.kind], ['needs_person', 'too_often'])
    if (outcome.kind === 'wait') assert.deepEqual(account?.closedUntil, later(minute))
  }
})

test('a look that fails is repeated for an hour, and then a person is asked', () => {
  const unknown = (ageMs: number) => situation({ state: 'unknown', lastAttemptAt: later(-ageMs) })
  const young = afterReadBack(unknown(minute), { kind: 'unknown', why }, after)
  assert.ok(young.reply.dueAt && young.reply.dueAt > now)
  const old = afterReadBack(unknown(readBackMsMax + 1), { kind: 'retry', why }, after)
  assert.deepEqual([old.reply.state, old.reply.problem?.kind], ['needs_person', 'cannot_know'])
})

for (const [name, until, from] of [
  ['a date', later(90 * second), 90],
  ['the past', later(-minute), 1],
  ['nonsense', new Date(Number.NaN), 1],
] as const) {
  test(`"not before" may be ${name}`, () => {
    const { reply, account } = afterSend(
      situation({ state: 'sending', attempts: 1 }),
      { kind: 'wait', why, until },
      after,
    )
    assert.deepEqual(
      [reply.state, reply.dueAt, account?.closedUntil],
      ['waiting', later(from * second), later(from * second)],
    )
  })
}

test('a shorter "not before" does not open a longer one', () => {
  const closed = situation({ state: 'sending', attempts: 1 }, { closedUntil: later(minute) })
  const { account } = afterSend(closed, { kind: 'wait', why, until: later(second) }, after)
  assert.deepEqual(account?.closedUntil, later(minute))
})

test('an account may burst, and then goes at its pace', () => {
  let fullAt: Date | null = null
  let calls = 0
  for (let ms = 0; ms < 20 * second; ms += 100) {
    const at = later(ms)
    if (laneOpensAt({ closedUntil: null, paceFullAt: fullAt }) > at.getTime()) continue
    fullAt = paceAfterCall(fullAt, at)
    calls += 1
  }
  assert.equal(calls, paceBurst + (20 * second) / paceRefillMs - 1)
})

test('never as someone else: 100,000 ways in which account, target, text or workspace are not the approved ones', () => {
  const random = seededRandom(6)
  const other = () => `other-${random.below(1_000_000)}`
  let called = 0
  for (let round = 0; round < 100_000; round += 1) {
    const one = situation()
    const { reply, account, parent } = one
    if (!account || !parent) throw new Error('both are there')
    const wrong: Situation = random.pick([
      () => ({ ...one, reply: { ...reply, accountId: other() } }),
      () => ({ ...one, account: { ...account, id: other() } }),
      () => ({ ...one, account: { ...account, nativeId: other() } }),
      () => ({ ...one, account: { ...account, network: other() } }),
      () => ({ ...one, account: { ...account, workspaceId: other() } }),
      () => ({ ...one, reply: { ...reply, accountId: other() }, account: { ...account, id: other() } }),
      () => ({ ...one, parent: { ...parent, nativeId: other() } }),
      () => ({ ...one, parent: { ...parent, network: other() } }),
      () => ({ ...one, reply: { ...reply, text: other() } }),
      () => ({ ...one, reply: { ...reply, workspaceId: other() } }),
      () => ({ ...one, reply: { ...reply, visibility: 'direct' as const } }),
      () => ({ ...one, reply: { ...reply, intentHash: other() } }),
    ])()
    if (nextStep(wrong, input).do === 'send') called += 1
    if (mayOpenSocket({ ...wrong, reply: { ...wrong.reply, state: 'sending' } }, { lease, lookedAt: now, now }).go)
      called += 1
  }
  assert.equal(called, 0)
})
