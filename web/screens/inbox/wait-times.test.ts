import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localMinute, readLocalMinute, waitChoices } from './wait-times.ts'

/** Local time throughout: that is what the person means. */
function check(now: [number, number, number, number, number], expected: Record<string, string>): void {
  const [year, month, day, hour, minute] = now
  const choices = waitChoices(new Date(year, month - 1, day, hour, minute))
  assert.deepEqual(Object.fromEntries(choices.map((choice) => [choice.id, localMinute(choice.until)])), expected)
}

test('on a Wednesday', () =>
  check([2026, 3, 4, 14, 7], {
    hour: '2026-03-04T15:10',
    threeHours: '2026-03-04T17:10',
    tomorrow: '2026-03-05T09:00',
    monday: '2026-03-09T09:00',
    week: '2026-03-11T09:00',
  }))
test('on a Sunday tomorrow is Monday, and is offered once', () =>
  check([2026, 3, 8, 10, 0], {
    hour: '2026-03-08T11:00',
    threeHours: '2026-03-08T13:00',
    tomorrow: '2026-03-09T09:00',
    week: '2026-03-15T09:00',
  }))
test('on a Monday the next one is meant', () =>
  assert.equal(
    waitChoices(new Date(2026, 2, 9, 8, 0))
      .find((choice) => choice.id === 'monday')
      ?.until.getDate(),
    16,
  ))
test('a moment in the past is no moment to wait for', () => {
  const now = new Date(2026, 2, 4, 14, 0)
  assert.equal(readLocalMinute('2026-03-04T13:59', now), undefined)
  assert.equal(readLocalMinute('', now), undefined)
  assert.equal(readLocalMinute('2026-03-04T15:00', now)?.getHours(), 15)
})
