import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpeningHours, TimeRange } from '#domain/opening-hours.ts'
import { nextOpening } from './next-opening.ts'

const days = (from: string, to: string, count = 5): TimeRange[][] =>
  Array.from({ length: 7 }, (_, day) => (day < count ? [{ from, to }] : []))
const office: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: days('09:00', '17:00'),
  holidays: { country: 'NL', region: null },
  closedDays: [],
  openDays: [],
  isUrgentNeverStopped: true,
}
const allDay = { ...office, week: days('00:00', '24:00', 7), holidays: null }
const weekdays = { ...office, week: days('00:00', '24:00'), holidays: null }

const cases: [what: string, hours: OpeningHours | null, now: string, opens: string | undefined][] = [
  ['before the door opens it is this morning', office, '2026-03-11T05:00Z', '2026-03-11T08:00:00.000Z'],
  ['while it is open it is the next morning', office, '2026-03-11T10:00Z', '2026-03-12T08:00:00.000Z'],
  ['on a Friday evening it is Monday', office, '2026-03-13T18:00Z', '2026-03-16T08:00:00.000Z'],
  ['the clock goes forward in that weekend', office, '2026-03-27T18:00Z', '2026-03-30T07:00:00.000Z'],
  ['the Monday of Easter is a holiday', office, '2026-04-03T18:00Z', '2026-04-07T07:00:00.000Z'],
  ['midnight of days that follow each other opens nothing', weekdays, '2026-03-11T10:00Z', '2026-03-15T23:00:00.000Z'],
  ['what never closes never opens', allDay, '2026-03-11T10:00Z', undefined],
  ['without hours it is always open', null, '2026-03-11T10:00Z', undefined],
]

for (const [what, hours, now, opens] of cases)
  test(what, () => assert.equal(nextOpening(hours, new Date(now))?.toISOString(), opens))
