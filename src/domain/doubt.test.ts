import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Bounds, countBounds, shareBounds } from './doubt.ts'

function check({ low, high }: Bounds, expected: [number, number]) {
  assert.deepEqual(
    [low, high].map((bound) => Math.round(bound * 1_000) / 1_000),
    expected,
  )
}

// The figures of R: prop.test(correct = FALSE) and poisson.test.
test('four of twenty', () => check(shareBounds(4, 20), [0.081, 0.416]))
test('none of twenty is not none at all', () => check(shareBounds(0, 20), [0, 0.161]))
test('all of twenty is not all', () => check(shareBounds(20, 20), [0.839, 1]))
test('nothing was looked at', () => check(shareBounds(0, 0), [0, 1]))
test('ten in a week are between five and eighteen', () => {
  const { low, high } = countBounds(10)
  assert.ok(Math.abs(low - 4.795) < 0.03 && Math.abs(high - 18.39) < 0.03)
})
test('none in a week may be three', () => {
  const { low, high } = countBounds(0)
  assert.equal(low, 0)
  assert.ok(Math.abs(high - 3.689) < 0.05)
})
