import assert from 'node:assert/strict'
import { test } from 'node:test'
import { graveFrom } from './alert.ts'
import { type AlertFigures, doublingsIn, weighAlert } from './weigh-alert.ts'

const figures = (given: Partial<AlertFigures['spike']> & Partial<Omit<AlertFigures, 'spike'>>): AlertFigures => ({
  spike: { count: given.count ?? 12, all: given.all ?? 15, logChance: given.logChance ?? -6 },
  doublingsPerHour: given.doublingsPerHour ?? 0,
  reach: given.reach === undefined ? 3_000 : given.reach,
})

const cases: [name: string, given: Parameters<typeof figures>[0], level: number][] = [
  [
    'barely unusual, half of it grave, ebbing, heard by few',
    { count: 4, all: 8, logChance: -3.2, doublingsPerHour: -1, reach: 100 },
    4,
  ],
  ['a dozen people, most of them grave, steady', {}, 6],
  ['the same, doubling twice an hour, before a hundred thousand', { doublingsPerHour: 2, reach: 100_000 }, 7],
  [
    'as unlikely as can be, all grave, racing, before a million',
    { count: 90, all: 90, logChance: -30, doublingsPerHour: 3, reach: 2_000_000 },
    10,
  ],
]
for (const [name, given, level] of cases)
  test(`${level} of 10: ${name}`, () => assert.equal(weighAlert(figures(given)).level, level))

test('it pages when it is grave in more than one way', () => {
  assert.ok(weighAlert(figures({})).level < graveFrom)
  assert.ok(weighAlert(figures({ logChance: -9, doublingsPerHour: 1.5, reach: 20_000 })).level >= graveFrom)
})

test('more of anything never makes it less, and the parts say all of it', () => {
  const base = figures({})
  const more: Parameters<typeof figures>[0][] = [
    { logChance: -9 },
    { count: 15 },
    { doublingsPerHour: 2 },
    { reach: 50_000 },
  ]
  for (const given of more) assert.ok(weighAlert(figures(given)).level >= weighAlert(base).level, JSON.stringify(given))
  const { level, parts } = weighAlert(base)
  const product = parts.reduce((all, { factor, weight }) => all * factor ** weight, 1)
  assert.equal(level, Math.round(1 + 9 * product))
  assert.equal(Math.round(10 * parts.reduce((all, { weight }) => all + weight, 0)), 10)
})

test('whose reach nobody knows is neither small nor large', () => {
  const [few, unknown, many] = [100, null, 100_000].map((reach) => weighAlert(figures({ reach })).parts[3]?.factor ?? 0)
  assert.ok((few ?? 1) < (unknown ?? 0) && (unknown ?? 1) < (many ?? 0))
})

test('how fast it grows is its second half against its first, by the hour', () => {
  assert.equal(doublingsIn([1, 1, 1, 3, 3, 1], 10), Math.log2(8 / 4) * 2)
  assert.equal(doublingsIn([2, 2], 5), 0)
  assert.ok(doublingsIn([9, 9, 0, 0], 15) < -5)
  assert.equal(doublingsIn([7], 5), 0)
})
