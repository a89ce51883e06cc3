// The effect of answering is told in worlds where it is known, never from what comes before an answer, and never from a few.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectWorld, trueEffect } from '#testing/effect-worlds.ts'
import { learnPace } from './answer-pace.ts'
import { effectOfAnswering } from './effect-of-answering.ts'
import { matchMessages } from './match-messages.ts'
import { dayPartAt, type WaitingMessage } from './waiting-message.ts'

const windowMinutes = 48 * 60
const monday = 9 * 60

const waiting = (given: Partial<WaitingMessage>): WaitingMessage => ({
  ...{ author: 'p', stratum: 's', traits: [0], publishedMinute: monday, cell: null, answeredAfter: null },
  ...{ nextAfter: null, next: null, isThanks: false, seenFor: 30 * 1_440 },
  ...given,
})
const matched = (messages: WaitingMessage[]) =>
  matchMessages({ messages, pace: learnPace(messages, 5_000), windowMinutes })

test('the interval holds the truth where before and after would not', () => {
  const truth = trueEffect({ relief: 1, messages: 8_000 }, windowMinutes)
  let [held, naive] = [0, 0]
  const worlds = 10
  for (let seed = 1; seed <= worlds; seed += 1) {
    const { tone } = effectOfAnswering(effectWorld({ seed, messages: 1_000, relief: 1 }), windowMinutes).outcomes
    if ((tone.low ?? 1) <= truth && truth <= (tone.high ?? -1)) held += 1
    naive += (tone.answered ?? 0) / worlds
  }
  assert.ok(held >= 8, `${held} of ${worlds} hold ${truth}`)
  assert.ok(naive > truth + 0.1, `before and after says ${naive}, which is not far from ${truth}`)
})

test('whoever is compared was not answered at the same age, and had said nothing more', () => {
  const answered = waiting({ author: 'a', answeredAfter: 60 })
  for (const [what, other, isAlike] of [
    ['still waits', { author: 'b' }, true],
    ['was answered later', { author: 'b', answeredAfter: 90 }, true],
    ['was answered sooner', { author: 'b', answeredAfter: 30 }, false],
    ['wrote again sooner', { author: 'b', nextAfter: 30, next: 'harsher' }, false],
    ['is in another stratum', { author: 'b', stratum: 'other' }, false],
    ['is the same person', { author: 'a' }, false],
    ['is not watched to the end', { author: 'b', seenFor: 2_000 }, false],
  ] as const) {
    const { pairs } = matched([answered, waiting(other)])
    assert.equal(
      pairs.some((pair) => pair.answered === answered),
      isAlike,
      what,
    )
  }
})

test('nobody stands in for two', () => {
  const { pairs, answered } = matched([
    waiting({ author: 'a', answeredAfter: 60 }),
    waiting({ author: 'b', answeredAfter: 60 }),
    waiting({ author: 'c' }),
  ])
  assert.deepEqual([answered, pairs.length], [2, 1])
})

test('what happened before the answer is nobody’s effect', () => {
  const early = Array.from({ length: 80 }, (_, i) =>
    i % 2 === 0
      ? waiting({ author: `a${i}`, answeredAfter: 600 })
      : waiting({ author: `b${i}`, nextAfter: 300, next: 'harsher' }),
  )
  const late = Array.from({ length: 40 }, (_, i) => waiting({ author: `c${i}` }))
  const { outcomes, matched: count } = effectOfAnswering([...early, ...late], windowMinutes)
  assert.deepEqual([count, outcomes.tone.value], [40, 0])
})

test('of few nothing is said', () => {
  const few = effectWorld({ seed: 4, messages: 60, relief: 1 })
  const { outcomes, hidden } = effectOfAnswering(few, windowMinutes)
  assert.deepEqual([outcomes.tone.isTooFew, hidden], [true, null])
  assert.equal(effectOfAnswering([], windowMinutes).outcomes.tone.value, null)
})

test('what both sides differ in is less after matching, and how strong something unknown would have to be is told', () => {
  const { balance, hidden } = effectOfAnswering(effectWorld({ seed: 8, messages: 1_600, relief: 2 }), windowMinutes)
  for (const { trait, before, after } of balance)
    assert.ok(Math.abs(after) < Math.max(0.1, 0.6 * Math.abs(before)), `trait ${trait}: ${before} became ${after}`)
  assert.ok(hidden && hidden.all > hidden.bound && hidden.bound > 1)
})

for (const [minute, part, left] of [
  [0, 'night', 420],
  [9 * 60, 'office', 540],
  [5 * 1_440 + 9 * 60, 'evening', 540],
  [23 * 60 + 30, 'night', 30],
] as const)
  test(`minute ${minute} of the week is ${part}`, () => assert.deepEqual(dayPartAt(minute), { part, left }))
