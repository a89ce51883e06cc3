import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beganPlace, mostHeard, volumePoints } from './volume-points.ts'

const hourAt = (n: number) => new Date(Date.UTC(2026, 4, 4, 9) + n * 3_600_000).toISOString()
const expected = { heard: 9, low: 1, middle: 3.5, high: 7 }
const volume = [0, 1, 2].map((n) => ({ hour: hourAt(n), count: n, expected: { ...expected, heard: 9 - n } }))

test('where something is usual its searches are drawn against it; where nothing is, its conversations and no band', () => {
  const [first] = volumePoints({ volume })
  assert.deepEqual(first, { at: new Date(hourAt(0)), place: 0, heard: 9, usual: { low: 1, middle: 3.5, high: 7 } })
  const bare = volumePoints({ volume: volume.map((one) => ({ ...one, expected: null })) })
  assert.deepEqual(
    bare.map(({ heard, usual }) => [heard, usual]),
    [
      [0, undefined],
      [1, undefined],
      [2, undefined],
    ],
  )
  assert.equal(mostHeard(bare)?.place, 2)
})

test('the mark stands within its hour, in the picture or not at all', () => {
  const of = (n: number) => beganPlace({ volume, beganAt: hourAt(n) })
  assert.deepEqual([of(0), of(1.5), of(2.75), of(-0.1)], [0, 1.5, 2, undefined])
  assert.equal(beganPlace({ volume: [], beganAt: hourAt(0) }), undefined)
})
