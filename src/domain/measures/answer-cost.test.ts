import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerCost, type CostGiven, plainCosts } from './answer-cost.ts'

const source = { id: 's', name: 'Bluesky', network: 'bluesky', mentions: 200, answers: 50 }
const given = (more: Partial<CostGiven>): CostGiven => ({
  ...{ settings: { ...plainCosts, hourCost: 60, sourceCosts: { s: 365.25 / 12 } }, days: 30 },
  ...{ answers: 100, written: 80, minutes: Array(40).fill(3), assist: 10, sources: [source] },
  ...more,
})

test('an answer costs the minutes it took, the model that helped and what was listened to', () => {
  const cost = answerCost(given({}))
  assert.deepEqual([cost.writing, cost.assist, Math.round(cost.listening ?? 0)], [240, 10, 30])
  assert.equal(Math.round((cost.perAnswer ?? 0) * 100), 280)
  assert.deepEqual(
    cost.sources.map(({ perMention, perAnswer }) => [perMention, perAnswer].map((one) => Math.round((one ?? 0) * 100))),
    [[15, 60]],
  )
})

for (const [what, more, wanted] of [
  ['nobody said what an hour costs', { settings: plainCosts }, [null, null, null]],
  ['no answer’s minutes are known', { minutes: [] }, [null, 30, null]],
  ['nothing was answered', { answers: 0, written: 0, minutes: [] }, [0, 30, null]],
] as const)
  test(`nothing is guessed where ${what}`, () => {
    const { writing, listening, perAnswer } = answerCost(given(more))
    assert.deepEqual([writing, listening === null ? null : Math.round(listening), perAnswer], wanted)
  })
