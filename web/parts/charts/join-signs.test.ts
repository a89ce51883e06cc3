import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinSigns, type LineEvent } from './join-signs.ts'

const at = (...steps: number[]): LineEvent[] => steps.map((step) => ({ at: step, label: `day ${step}` }))
const texts = (events: readonly LineEvent[], stepPx: number) =>
  joinSigns(events, (step) => step * stepPx).map(({ text }) => text)

test('where there is room each event has a sign of its own, by its place in the list or its number', () => {
  assert.deepEqual(texts(at(0, 3, 9), 20), ['1', '2', '3'])
  assert.deepEqual(
    texts(
      [
        { at: 2, label: 'a', number: 4 },
        { at: 6, label: 'b', number: 7 },
      ],
      20,
    ),
    ['4', '7'],
  )
})

test('signs that would stand on each other are one, with the names of all', () => {
  assert.deepEqual(texts(at(0, 1, 9), 10), ['1–2', '3'])
  const [sign] = joinSigns(at(0, 1), (step) => step * 10)
  assert.deepEqual([sign?.x, sign?.ats, sign?.name], [5, [0, 1], 'day 0, day 1'])
})

test('a sign that grew takes in what it grew onto', () => {
  // Two of two figures each are wider together than the events are apart.
  const events = [
    { at: 14, label: 'a', number: 11 },
    { at: 44, label: 'b', number: 12 },
    { at: 50, label: 'c', number: 13 },
  ]
  assert.deepEqual(texts(events, 1), ['11–13'])
})

test('two events of one day are one number and one sign', () => {
  const same = { at: 3, label: 'a', number: 2 }
  assert.deepEqual(texts([same, { ...same, label: 'b' }], 20), ['2'])
})

test('no two signs touch, however many there are and however little room', () => {
  for (const stepPx of [1, 3, 7, 12, 19, 25]) {
    const signs = joinSigns(at(...Array.from({ length: 60 }, (_, i) => i * 2)), (step) => step * stepPx)
    for (const [i, { x, halfPx }] of signs.entries()) {
      const before = signs[i - 1]
      assert.ok(!before || x - halfPx >= before.x + before.halfPx, `${stepPx} px a step, sign ${i}`)
    }
    assert.deepEqual(
      signs.flatMap(({ ats }) => ats),
      Array.from({ length: 60 }, (_, i) => i * 2),
    )
  }
})
