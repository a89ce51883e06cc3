import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { examplePromise } from './example-promise.ts'

const day = [{ from: '09:00', to: '17:00' }]
const office: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: [day, day, day, day, day, [], []],
  holidays: { country: 'NL', region: null },
  closedDays: [],
  openDays: [],
  isUrgentNeverStopped: true,
}
const check = (hours: OpeningHours, now: string, minutes = 30) => {
  const found = examplePromise({ hours, minutes, now: new Date(now) })
  return found && [found.heardAt.toISOString(), found.dueAt?.toISOString()]
}

test('the example is a message of Friday afternoon', () =>
  assert.deepEqual(check(office, '2026-12-01T10:00:00Z'), ['2026-12-04T15:45:00.000Z', '2026-12-07T08:15:00.000Z']))

test('or one before the longest holiday that comes', () =>
  assert.deepEqual(check(office, '2026-12-16T10:00:00Z'), ['2026-12-24T15:45:00.000Z', '2026-12-28T08:15:00.000Z']))

test('where it never closes there is nothing to show', () => {
  const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }])
  assert.equal(check({ ...office, holidays: null, week: always }, '2026-12-01T10:00:00Z'), undefined)
})

test('what is open too seldom is due at no moment', () => {
  const seldom = { ...office, week: [[{ from: '09:00', to: '09:01' }], [], [], [], [], [], []] }
  assert.deepEqual(check(seldom, '2026-12-01T10:00:00Z', 120), ['2026-12-07T08:00:00.000Z', undefined])
})
