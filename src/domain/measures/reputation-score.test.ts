import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '#testing/seeded-random.ts'
import { shareMeasure } from './measure.ts'
import { driversOf, reputationScore, scoreChange, type ToneCounts, type TopicPart } from './reputation-score.ts'
import { waitWithin } from './wait-quantile.ts'

const day = (given: Partial<ToneCounts>): ToneCounts => ({
  ...{ negative: 0, neutral: 0, mixed: 0, positive: 0, unsure: 0 },
  ...given,
})

for (const [days, value] of [
  [[day({ positive: 40 })], 100],
  [[day({ negative: 40 })], 0],
  [[day({ positive: 20, negative: 20 })], 50],
  [[day({ positive: 30, negative: 10, neutral: 40, unsure: 900 })], 62.5],
  [[day({ positive: 30 }), day({ negative: 10, neutral: 40 })], 62.5],
  [[day({ unsure: 12 })], null],
  [[], null],
] as const)
  test(`the score of ${JSON.stringify(days)} is ${value}`, () => assert.equal(reputationScore(days).value, value))

test('under thirty it is said to be too few, and the band of few is wide', () => {
  const few = reputationScore([day({ positive: 5, negative: 1 })])
  const many = reputationScore([day({ positive: 500, negative: 100 })])
  assert.deepEqual([few.isTooFew, many.isTooFew], [true, false])
  assert.ok((few.high ?? 0) - (few.low ?? 0) > 3 * ((many.high ?? 0) - (many.low ?? 0)))
})

test('the band holds the true score in about 95 of 100 worlds, also where days differ from each other', () => {
  const random = seededRandom(11)
  for (const spread of [0, 0.2]) {
    let held = 0
    for (let world = 0; world < 400; world += 1) {
      const days = Array.from({ length: 28 }, () => {
        const share = 0.4 + (random.next() - 0.5) * 2 * spread
        const counts = day({})
        for (let said = 0; said < 40; said += 1) counts[random.chance(share) ? 'positive' : 'negative'] += 1
        return counts
      })
      const { low, high } = reputationScore(days)
      if ((low ?? 0) <= 40 && 40 <= (high ?? 0)) held += 1
    }
    assert.ok(held / 400 >= 0.92, `days that differ by ${spread}: ${held / 4} in a hundred`)
  }
})

test('a change that chance explains is not called one', () => {
  const calm = Array.from({ length: 28 }, (_, i) => day({ positive: 6 + (i % 3), negative: 4 + (i % 2), neutral: 8 }))
  const storm = calm.map((one, i) => (i < 7 ? { ...one, negative: 40 } : one))
  assert.equal(scoreChange(calm, calm.toReversed())?.isClear, false)
  assert.equal(scoreChange(storm, calm)?.isClear, true)
  assert.equal(scoreChange(calm, [day({ positive: 4 })]), null)
})

test('the points of all topics are the change of the score', () => {
  const random = seededRandom(5)
  for (let world = 0; world < 200; world += 1) {
    const parts = (): TopicPart[] =>
      Array.from({ length: 1 + random.below(6) }, (_, i) => {
        const weight = random.below(900) + 1
        return { topicId: `t${i + random.below(3)}${i}`, weight, pull: Math.round((random.next() * 2 - 1) * weight) }
      })
    const [now, before] = [parts(), parts()]
    const net = (all: TopicPart[]) =>
      all.reduce((sum, { pull }) => sum + pull, 0) / all.reduce((sum, { weight }) => sum + weight, 0)
    const points = driversOf(now, before).reduce((sum, one) => sum + one.points, 0)
    assert.ok(Math.abs(points - 50 * (net(now) - net(before))) < 1e-9)
  }
})

test('a topic that is spoken of more pulls the score down where it is worse than the rest, and one of which nothing changed did nothing', () => {
  const at = (weight: number): TopicPart[] => [
    { topicId: 'bags', weight, pull: -weight / 2 },
    { topicId: 'crew', weight: 100, pull: 50 },
  ]
  const [first, second] = driversOf(at(300), at(100))
  assert.deepEqual([first?.topicId, second], ['bags', { topicId: 'crew', points: 0 }])
  assert.equal(first?.points, -12.5)
  assert.deepEqual(driversOf(at(300), []), [])
})

test('what half and nine in ten had to wait, and how sure that is', () => {
  const counts = Array.from({ length: 100 }, (_, i) => ({ minutes: i + 1, waits: 1 }))
  assert.deepEqual([waitWithin(0.5, counts).value, waitWithin(0.9, counts).value], [50, 90])
  const { low, high } = waitWithin(0.5, counts)
  assert.deepEqual([low, high], [41, 61])
  assert.equal(waitWithin(0.5, []).value, null)
  assert.equal(waitWithin(0.5, [{ minutes: 3, waits: 4 }]).isTooFew, true)
  assert.deepEqual(waitWithin(0.5, [...counts, { minutes: 43_200, waits: 0 }]).value, 50)
})

test('a share of none says nothing', () => {
  assert.equal(shareMeasure(0, 0).value, null)
  assert.equal(shareMeasure(15, 60).value, 0.25)
})
