import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonsInOrder, reviewMoment, silenceIdPattern, silenceProblem, withRetired } from './silence.ts'
import { starterReasons } from './silence-starter.ts'

const reasons = starterReasons('en')
const now = new Date('2026-03-02T15:20:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

for (const [why, given, problem] of [
  ['a reason that asks for no moment', { reasonId: 'let-stand', reviewAt: null }, undefined],
  ['a moment may always be given', { reasonId: 'let-stand', reviewAt: inDays(3) }, undefined],
  ['waiting for facts ends', { reasonId: 'wait-for-facts', reviewAt: null }, 'no_review'],
  ['a moment that is past', { reasonId: 'wait-for-facts', reviewAt: inDays(-1) }, 'past'],
  ['a moment nobody lives to see', { reasonId: 'wait-for-facts', reviewAt: inDays(731) }, 'too_far'],
  ['no such reason', { reasonId: 'because', reviewAt: null }, 'unknown'],
] as const)
  test(`a choice: ${why}`, () => assert.equal(silenceProblem(given, { reasons, now }), problem))

test('a retired reason is chosen no more', () => {
  const retired = reasons.map((one) => ({ ...one, isRetired: one.id === 'let-stand' }))
  const given = { reasonId: 'let-stand', reviewAt: null }
  assert.equal(silenceProblem(given, { reasons: retired, now }), 'retired')
  assert.ok(!reasonsInOrder(retired, { advised: undefined, lastId: 'let-stand' }).some(({ id }) => id === 'let-stand'))
})

for (const [why, given, first] of [
  ['as they stand', { advised: undefined, lastId: undefined }, 'let-stand'],
  ['what was chosen last', { advised: undefined, lastId: 'baiting' }, 'baiting'],
  ['the advice before that', { advised: { answers: false, strategy: 'legal' }, lastId: 'baiting' }, 'legal-says-no'],
  [
    'no advice where the policy answers',
    { advised: { answers: true, strategy: 'legal' }, lastId: 'baiting' },
    'baiting',
  ],
  ['what no reason is for', { advised: { answers: false, strategy: 'apologise' }, lastId: 'baiting' }, 'baiting'],
] as const)
  test(`the first one: ${why}`, () => {
    const order = reasonsInOrder(reasons, given)
    assert.equal(order[0]?.id, first)
    assert.deepEqual(order.map(({ id }) => id).toSorted(), reasons.map(({ id }) => id).toSorted(), 'none is lost')
  })

test('what is left out when saving is retired, not gone', () => {
  const kept = reasons.slice(1)
  const saved = withRetired(kept, reasons)
  assert.deepEqual(saved.at(-1), { ...reasons[0], isRetired: true })
  assert.equal(saved.length, reasons.length)
})

test('looked at again in the morning, so many days on', () => {
  assert.equal(reviewMoment({ reviewDays: null }, now), null)
  const at = reviewMoment({ reviewDays: 7 }, now)
  assert.deepEqual([at?.getHours(), at?.getDate()], [9, 9])
})

test('both languages have the same reasons, each whole', () => {
  const dutch = starterReasons('nl')
  assert.deepEqual(
    dutch.map(({ id }) => id),
    reasons.map(({ id }) => id),
  )
  for (const one of [...dutch, ...reasons]) {
    assert.match(one.id, silenceIdPattern)
    assert.ok(one.name !== '' && one.says.endsWith('.'), one.id)
    if (one.isReviewNeeded) assert.notEqual(one.reviewDays, null, one.id)
  }
})
