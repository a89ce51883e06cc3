import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerEffect, type EffectInput, type EffectMessage, withoutIds } from './answer-effect.ts'
import type { Assessment, Sentiment } from './assessment.ts'

const hourMs = 3_600_000
const sentAt = new Date('2026-11-23T09:00:00Z')
const hours = (count: number) => new Date(sentAt.getTime() + count * hourMs)

type Judged = { tone?: Sentiment; p?: number; intent?: Assessment['intent']['top'] }

function judged({ tone = 'neutral', p = 0.9, intent = 'other' }: Judged): Assessment {
  return {
    ...{ lang: 'nl', langP: 1, isAssessed: true, urgency: 0, anger: 0, sarcasm: 0, spam: 0, by: 'test' },
    sentiment: { class: tone, score: 0, p },
    intent: { top: intent, p: { [intent]: 0.9 } },
    reasons: [],
  }
}

function said(id: string, at: number, given: Judged & Partial<EffectMessage> = {}): EffectMessage {
  const { isInThread = true, deletedAt = null, editedAt = null, isThanks = false } = given
  return { id, at: hours(at), isInThread, deletedAt, editedAt, isThanks, assessment: judged(given) }
}

const complaint = said('asked', -1, { tone: 'negative', intent: 'complaint' })

function seen(messages: readonly EffectMessage[], given: Partial<EffectInput> = {}) {
  const thread = { firstAt: hours(-1), before: 1, after: messages.length }
  return answerEffect({
    ...{ sentAt, untilAt: hours(14 * 24), now: hours(30), answeredId: 'asked', thread },
    messages: [complaint, ...messages],
    ...given,
  })
}

const outcomes: [string, readonly EffectMessage[], string][] = [
  ['nothing yet', [], 'waiting'],
  ['an answer', [said('a', 1)], 'replied'],
  ['thanks', [said('a', 1, { isThanks: true, tone: 'positive' })], 'thanked'],
  ['thanks for something else, elsewhere', [said('a', 1, { isThanks: true, isInThread: false })], 'elsewhere'],
  ['a complaint that goes on', [said('a', 1, { intent: 'complaint' })], 'complained'],
  ['a complaint that goes on elsewhere', [said('a', 1, { tone: 'negative', isInThread: false })], 'complained'],
  [
    'a complaint, and thanks after it',
    [said('a', 1, { tone: 'negative' }), said('b', 2, { isThanks: true })],
    'thanked',
  ],
  [
    'thanks, and a complaint after it',
    [said('a', 1, { isThanks: true }), said('b', 2, { tone: 'negative' })],
    'complained',
  ],
  ['a tone that is hardly there', [said('a', 1, { tone: 'negative', p: 0.3 })], 'replied'],
  ['what came after the window', [said('a', 15 * 24, { isThanks: true })], 'waiting'],
]
for (const [name, messages, outcome] of outcomes)
  test(`${name}: ${outcome}`, () => assert.equal(seen(messages).outcome, outcome))

test('silence is quiet only when the window is over', () => {
  assert.equal(seen([], { now: hours(14 * 24 - 1) }).outcome, 'waiting')
  assert.equal(seen([], { now: hours(14 * 24) }).outcome, 'quiet')
})

test('a message that was deleted or edited after the answer is told; before it, it is not', () => {
  const gone = (at: number) => seen([], { messages: [{ ...complaint, deletedAt: hours(at) }] })
  assert.deepEqual([gone(2).outcome, gone(2).deletedAt], ['deleted', hours(2).toISOString()])
  assert.deepEqual([gone(-0.5).outcome, gone(-0.5).deletedAt], ['waiting', null])
  const edited = seen([], { messages: [{ ...complaint, editedAt: hours(3) }] })
  assert.deepEqual([edited.outcome, edited.editedAt], ['edited', hours(3).toISOString()])
})

test('the tone is that of what was answered and of the newest that has one, and carries its doubt', () => {
  const { tone } = seen([said('a', 1, { tone: 'positive', p: 0.8 }), said('b', 2, { tone: 'unsure', p: 0 })])
  assert.deepEqual([tone?.before.mentionId, tone?.after.mentionId, tone?.change], ['asked', 'a', 'better'])
  assert.ok(Math.abs((tone?.p ?? 0) - 0.72) < 1e-9)
})

test('a change between two tones that are not sure is unclear, and of one tone alone there is none', () => {
  assert.equal(seen([said('a', 1, { tone: 'positive', p: 0.52 })]).tone?.change, 'unclear')
  assert.equal(seen([said('a', 1, { tone: 'unsure' })]).tone, null)
  assert.equal(seen([said('a', 1, { tone: 'negative' })]).tone?.change, 'same')
})

test('a thread spreads less only when chance does not explain it', () => {
  const spread = (before: number, after: number, firstAt = hours(-10), now = hours(12)) =>
    seen([], { now, thread: { firstAt, before, after } }).spread
  assert.equal(spread(60, 4)?.change, 'less')
  assert.equal(spread(4, 60)?.change, 'more')
  assert.equal(spread(8, 6)?.change, 'unclear')
  assert.equal(spread(2, 3), null, 'too few to say')
  assert.equal(spread(60, 4, hours(-0.2)), null, 'a thread of minutes has no hours')
  assert.deepEqual([spread(60, 4)?.hoursBefore, spread(60, 4)?.hoursAfter], [10, 12])
})

test('what is left of somebody who is forgotten names no message', () => {
  const left = withoutIds(
    seen([said('a', 1, { tone: 'positive' }), said('b', 2, { tone: 'negative', isInThread: false })]),
  )
  assert.equal(left.outcome, 'complained')
  assert.ok(!/"(a|b|asked)"/u.test(JSON.stringify(left)))
})
