import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsOf, stretchOf } from './course-points.ts'

const minute = (n: number) => new Date(Date.UTC(2026, 4, 4, 9) + n * 60_000).toISOString()
const bin = (n: number, people: number) => ({ at: minute(n), people, all: people + 1, expected: 1, low: 0, high: 3 })
const course = [bin(0, 0), bin(15, 2), bin(30, 7), bin(45, 9)]
const hour = (n: number, middle: number) => ({
  ...{ from: minute(n), until: minute(n + 60) },
  ...{ low: middle / 2, middle, high: middle * 2 },
})

test('an hour ahead stands in its middle and is a quarter of itself', () => {
  const points = pointsOf({ course, forecast: [hour(60, 40), hour(120, 20)], beganAt: minute(20), lastAt: minute(50) })
  assert.deepEqual(
    points.map(({ place }) => place),
    [0, 1, 2, 3, 6, 10],
  )
  assert.deepEqual(points[4]?.ahead, { low: 5, middle: 10, high: 20 })
  assert.equal(points[4]?.heard, undefined)
  assert.deepEqual(points[2]?.usual, { low: 0, middle: 1, high: 3 })
})

test('the stretch begins in the quarter of its first message and ends at the last look', () => {
  const of = (from: number, to: number) =>
    stretchOf({ course, forecast: [], beganAt: minute(from), lastAt: minute(to) })
  assert.deepEqual(of(20, 50), [1, 3])
  assert.deepEqual(of(15, 44), [1, 2])
  assert.deepEqual(of(-90, 5), [0, 0])
  assert.equal(of(-90, -30), undefined)
})
