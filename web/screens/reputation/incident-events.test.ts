import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChartEvent, eventPlaces, numberedDays } from './incident-events.ts'

const days = ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-06']
const on = (day: string, untilDay?: string): ChartEvent => ({
  day,
  label: day.slice(-2),
  ...(untilDay && { untilDay }),
})
const places = (...events: ChartEvent[]) =>
  eventPlaces(days, events).map(({ at, number, label, until }) => [at, number, label, until])

test('each stands on its day, numbered by days whatever order they come in', () => {
  assert.deepEqual(places(on('2026-11-06'), on('2026-11-02')), [
    [0, 1, '02', undefined],
    [3, 2, '06', undefined],
  ])
})

test('two of one day are one sign', () => {
  const events = [on('2026-11-03'), { ...on('2026-11-03'), label: 'too' }, on('2026-11-05')]
  assert.deepEqual(places(...events), [
    [1, 1, '03, too', undefined],
    [2, 2, '05', undefined],
  ])
  assert.deepEqual(
    numberedDays(events).map(({ day, number, labels }) => [day, number, labels]),
    [
      ['2026-11-03', 1, ['03', 'too']],
      ['2026-11-05', 2, ['05']],
    ],
  )
})

test('what began earlier, or on a day that the chart leaves out, keeps its number and stands on the next day', () => {
  assert.deepEqual(places(on('2026-10-20', '2026-11-03'), on('2026-11-04'), on('2026-11-30')), [
    [0, 1, '20', 1],
    [2, 2, '04', undefined],
    [3, 3, '30', undefined],
  ])
})

test('what lasted is drawn until its last day, or until the chart ends', () => {
  assert.deepEqual(places(on('2026-11-02', '2026-11-04'), on('2026-11-03', '2026-12-24')), [
    [0, 1, '02', 1],
    [1, 2, '03', 3],
  ])
  assert.deepEqual(eventPlaces([], [on('2026-11-02')]), [])
})
