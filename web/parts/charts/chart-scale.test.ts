import assert from 'node:assert/strict'
import { test } from 'node:test'
import { airy, gridValues, labelPlaces, nameSides, stepBy } from './chart-scale.ts'

test('never more than three lines, and always round values within the ends', () => {
  for (const [low, high] of [
    [0, 7],
    [56, 72],
    [-640, 400],
    [0, 1],
    [0.2, 0.31],
    [3, 9_871],
  ] as const) {
    const values = gridValues(low, high)
    assert.ok(values.length >= 1 && values.length <= 3, `${low}–${high}: ${values}`)
    assert.ok(
      values.every((value) => value >= low && value <= high),
      `${low}–${high}: ${values}`,
    )
  }
})

test('values that are all the same still have a scale', () => {
  assert.deepEqual(gridValues(4, 4), [4])
  assert.deepEqual(airy(4, 4), [3, 5])
})

test('the ends are always named, and names never stand closer than they are wide', () => {
  assert.deepEqual(labelPlaces(28, 160), [0, 27])
  assert.deepEqual(labelPlaces(28, 400), [0, 7, 14, 20, 27])
  assert.deepEqual(labelPlaces(3, 2_000), [0, 1, 2])
  assert.deepEqual(labelPlaces(1, 300), [0])
  assert.deepEqual(labelPlaces(0, 300), [])
})

test('a name stands where there is room for it, or nowhere', () => {
  const edges = { left: 40, right: 600 }
  const sides = (...xs: number[]) =>
    nameSides(
      xs.map((x) => ({ x, name: 'Praise for the crew' })),
      edges,
    )
  assert.deepEqual(sides(300), ['left'])
  assert.deepEqual(sides(60), ['right'])
  assert.deepEqual(sides(300, 550), ['left', 'left'])
  assert.deepEqual(sides(60, 120), [undefined, 'right'])
  assert.deepEqual(sides(60, 600), ['right', 'left'])
})

test('keys step through the points and stop at the ends', () => {
  assert.equal(stepBy('ArrowRight', 6, 7), 6)
  assert.equal(stepBy('ArrowLeft', 0, 7), 0)
  assert.equal(stepBy('ArrowLeft', 3, 7), 2)
  assert.equal(stepBy('Home', 3, 7), 0)
  assert.equal(stepBy('End', 3, 7), 6)
  assert.equal(stepBy('j', 3, 7), undefined)
})
