import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawnRows, inSight, startsOf } from './rows-in-sight.ts'

const heights = [28, 100, 100, 28, 100]

test('rows begin where those above them end', () => {
  assert.deepEqual(startsOf(heights), [0, 28, 128, 228, 256, 356])
  assert.deepEqual(startsOf([]), [0])
})

const sights: [what: string, top: number, height: number, first: number, last: number][] = [
  ['at the top', 0, 100, 0, 1],
  ['a row of which one line is left', 127, 100, 1, 2],
  ['a row that is just gone', 128, 100, 2, 2],
  ['a row that begins below the sight', 0, 128, 0, 1],
  ['a row whose first line is seen', 0, 129, 0, 2],
  ['all of them', 0, 1000, 0, 4],
  ['pulled above the top', -40, 60, 0, 0],
  ['further down than there are rows', 900, 100, 4, 4],
]
for (const [what, top, height, first, last] of sights)
  test(`in sight: ${what}`, () => assert.deepEqual(inSight(startsOf(heights), { top, height }), { first, last }))

test('nothing is in sight without rows, or without room', () => {
  assert.equal(inSight(startsOf([]), { top: 0, height: 100 }), undefined)
  assert.equal(inSight(startsOf(heights), { top: 0, height: 0 }), undefined)
})

test('of ten thousand rows those in sight are found, wherever one looks', () => {
  const starts = startsOf(Array.from({ length: 10_000 }, (_, at) => (at % 50 === 0 ? 28 : 76)))
  for (let top = 0; top < (starts.at(-1) ?? 0); top += 997) {
    const seen = inSight(starts, { top, height: 600 })
    const plain = starts.slice(0, -1).flatMap((start, at) => {
      const end = starts[at + 1] ?? 0
      return end > top && start < top + 600 ? [at] : []
    })
    assert.deepEqual(seen, { first: plain[0], last: plain.at(-1) })
  }
})

const drawings: [what: string, always: number | undefined, rows: number[]][] = [
  ['some above and some below', undefined, [3, 4, 5, 6, 7, 8]],
  ['the head above them too', 1, [1, 3, 4, 5, 6, 7, 8]],
  ['a head among them once', 4, [3, 4, 5, 6, 7, 8]],
]
for (const [what, always, rows] of drawings)
  test(`drawn: ${what}`, () =>
    assert.deepEqual(drawnRows({ first: 5, last: 6 }, { count: 100, spare: 2, always }), rows))

test('no row is drawn that is not there', () =>
  assert.deepEqual(drawnRows({ first: 0, last: 2 }, { count: 3, spare: 4, always: 0 }), [0, 1, 2]))
