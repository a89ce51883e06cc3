import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { minute } from '#base/clock.ts'
import type { OpeningHours, TimeRange } from '#domain/opening-hours.ts'
import { afterOpenMinutes, openMinutesBetween, openWithinDays } from './open-time.ts'

const range = (text: string): TimeRange => {
  const [from = '', to = ''] = text.split('-')
  return { from, to }
}
/** `9-17 ×5` in short: days as they are written on a door, Monday first. */
const week = (...days: string[]): TimeRange[][] =>
  Array.from({ length: 7 }, (_, day) => (days[day] ?? '').split(' ').filter(Boolean).map(range))
const workdays = (ranges: string) => week(ranges, ranges, ranges, ranges, ranges)
const everyDay = (ranges: string) => week(ranges, ranges, ranges, ranges, ranges, ranges, ranges)

const plain: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: workdays('09:00-17:00'),
  holidays: null,
  closedDays: [],
  openDays: [],
  isUrgentNeverStopped: true,
}
const office = plain
const dutch: OpeningHours = { ...plain, holidays: { country: 'NL', region: null } }
const lunch = { ...plain, week: workdays('08:30-12:00 13:00-17:30') }
const nights = { ...plain, week: everyDay('00:00-06:00 22:00-24:00') }
const allDay = { ...plain, week: everyDay('00:00-24:00') }
const shop = { ...dutch, week: week('13:00-18:00', '09:00-18:00', '', '09:00-21:00', '', '10:00-17:00') }
const sundays = { ...plain, week: week('', '', '', '', '', '', '09:00-17:00') }
const within = (timeZone: string, hours: OpeningHours = plain): OpeningHours => ({ ...hours, timeZone })
const closed = (...closedDays: string[]): OpeningHours => ({ ...dutch, closedDays })
const open = (date: string, ranges: string): OpeningHours => ({
  ...dutch,
  openDays: [{ date, ranges: ranges.split(' ').map(range) }],
})
const place = (country: string, region: string | null = null): OpeningHours => ({
  ...plain,
  holidays: { country, region },
})

/** A time of the clock there; with an offset where it comes twice. */
function at(clock: string, { timeZone }: OpeningHours): number {
  const text = clock.replace(' ', 'T')
  if (/[+-]\d\d:\d\d$/u.test(text)) return Temporal.Instant.from(text).epochMilliseconds
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone, { disambiguation: 'reject' }).epochMilliseconds
}

type Case = readonly [says: string, hours: OpeningHours, from: string, minutes: number, due: string]
// 4 December 2026 is a Friday.
const cases: readonly Case[] = [
  // A working week
  ['the promise jumps the weekend', office, '2026-12-04 16:45', 30, '2026-12-07 09:15'],
  ['within a day it is the clock', office, '2026-12-01 10:00', 30, '2026-12-01 10:30'],
  ['the last minute of a day ends with the day', office, '2026-12-04 16:45', 15, '2026-12-04 17:00'],
  ['one more is the first of the next', office, '2026-12-04 16:45', 16, '2026-12-07 09:01'],
  ['a whole day from its opening', office, '2026-12-01 09:00', 480, '2026-12-01 17:00'],
  ['a whole day from noon', office, '2026-12-01 12:00', 480, '2026-12-02 12:00'],
  ['two days from Thursday afternoon', office, '2026-12-03 15:00', 960, '2026-12-07 15:00'],
  ['a whole week', office, '2026-12-01 11:00', 2_400, '2026-12-08 11:00'],
  ['seconds are kept', office, '2026-12-04 16:59:30', 1, '2026-12-07 09:00:30'],
  // Outside hours
  ['before opening it waits for the door', office, '2026-12-01 03:00', 30, '2026-12-01 09:30'],
  ['after closing it waits for the next day', office, '2026-12-01 21:00', 30, '2026-12-02 09:30'],
  ['in the weekend it waits for Monday', office, '2026-12-05 12:00', 30, '2026-12-07 09:30'],
  ['on Sunday at midnight', office, '2026-12-06 00:00', 60, '2026-12-07 10:00'],
  ['on Friday night', office, '2026-12-04 23:59', 1, '2026-12-07 09:01'],
  // On the edge
  ['at opening', office, '2026-12-01 09:00', 1, '2026-12-01 09:01'],
  ['a minute before opening', office, '2026-12-01 08:59', 1, '2026-12-01 09:01'],
  ['at closing', office, '2026-12-01 17:00', 1, '2026-12-02 09:01'],
  ['a second before closing', office, '2026-12-01 16:59:59', 1, '2026-12-02 09:00:59'],
  // Zero minutes
  ['nothing takes no time, open', office, '2026-12-01 10:00', 0, '2026-12-01 10:00'],
  ['nothing takes no time, closed', office, '2026-12-05 10:00', 0, '2026-12-05 10:00'],
  // Several ranges a day
  ['lunch does not count', lunch, '2026-12-01 11:45', 30, '2026-12-01 13:15'],
  ['up to lunch', lunch, '2026-12-01 11:45', 15, '2026-12-01 12:00'],
  ['in the midst of lunch', lunch, '2026-12-01 12:30', 30, '2026-12-01 13:30'],
  ['over lunch and the night', lunch, '2026-12-01 11:30', 330, '2026-12-02 09:00'],
  ['over lunch and the weekend', lunch, '2026-12-04 11:00', 360, '2026-12-07 09:00'],
  // A shop that closes on Wednesdays, Fridays and Sundays
  ['Monday morning', shop, '2026-11-30 09:00', 60, '2026-11-30 14:00'],
  ['from Tuesday to Thursday', shop, '2026-12-01 17:30', 60, '2026-12-03 09:30'],
  ['late-night shopping, then Saturday', shop, '2026-12-03 20:30', 60, '2026-12-05 10:30'],
  ['from Saturday to Monday', shop, '2026-12-05 16:45', 30, '2026-12-07 13:15'],
  // Nights
  ['midnight is no border', nights, '2026-12-01 23:30', 60, '2026-12-02 00:30'],
  ['at midnight', nights, '2026-12-02 00:00', 60, '2026-12-02 01:00'],
  ['the day waits for the night', nights, '2026-12-01 12:00', 30, '2026-12-01 22:30'],
  ['up to 24:00 is the midnight', nights, '2026-12-01 22:00', 120, '2026-12-02 00:00'],
  ['a whole night', nights, '2026-12-01 22:00', 480, '2026-12-02 06:00'],
  ['a night and a little', nights, '2026-12-01 22:00', 481, '2026-12-02 22:01'],
  ['day and night is the clock', allDay, '2026-12-04 16:45', 2_880, '2026-12-06 16:45'],
  ['always over the weekend', allDay, '2026-12-05 23:59', 2, '2026-12-06 00:01'],
  // Summer begins: on 29 March 2026 at 02:00 it is 03:00
  ['a short night', nights, '2026-03-28 22:00', 420, '2026-03-29 06:00'],
  ['the hour that is not does not count', allDay, '2026-03-29 01:30', 60, '2026-03-29 03:30'],
  ['a day of 23 hours', allDay, '2026-03-29 00:00', 1_380, '2026-03-30 00:00'],
  [
    'an opening that does not exist is the jump',
    { ...plain, week: everyDay('02:30-04:00') },
    '2026-03-29 00:00',
    30,
    '2026-03-29 03:30',
  ],
  [
    'a closing that does not exist is the jump',
    { ...plain, week: everyDay('01:00-02:30') },
    '2026-03-29 01:00',
    61,
    '2026-03-30 01:01',
  ],
  [
    'a range that does not exist is closed',
    { ...plain, week: everyDay('02:10-02:50') },
    '2026-03-29 00:00',
    40,
    '2026-03-30 02:50',
  ],
  [
    'two ranges around the jump touch',
    { ...plain, week: everyDay('01:00-02:30 02:30-04:00') },
    '2026-03-29 01:30',
    60,
    '2026-03-29 03:30',
  ],
  ['the office does not notice it', office, '2026-03-27 16:45', 30, '2026-03-30 09:15'],
  // Winter begins: on 25 October 2026 at 03:00 it is 02:00
  ['a long night', nights, '2026-10-24 22:00', 540, '2026-10-25 06:00'],
  ['a day of 25 hours', allDay, '2026-10-25 00:00', 1_500, '2026-10-26 00:00'],
  ['the hour that comes twice counts twice', allDay, '2026-10-25 01:30', 180, '2026-10-25 03:30'],
  ['from the first half past two', allDay, '2026-10-25 02:30+02:00', 60, '2026-10-25 02:30+01:00'],
  ['from the second half past two', allDay, '2026-10-25 02:30+01:00', 30, '2026-10-25 03:00+01:00'],
  [
    'an opening that comes twice is the first',
    { ...plain, week: everyDay('02:30-04:00') },
    '2026-10-25 00:00',
    30,
    '2026-10-25 02:00+01:00',
  ],
  [
    'a closing that comes twice is the first',
    { ...plain, week: everyDay('01:00-02:30') },
    '2026-10-25 02:15+02:00',
    16,
    '2026-10-26 01:01',
  ],
  ['the office does not notice that either', office, '2026-10-23 16:45', 30, '2026-10-26 09:15'],
  // Leap days and the end of the year
  ['29 February is a Thursday of 2024', office, '2024-02-28 16:30', 60, '2024-02-29 09:30'],
  ['from 29 February', office, '2024-02-29 16:30', 60, '2024-03-01 09:30'],
  ['2025 has none', office, '2025-02-28 16:30', 60, '2025-03-03 09:30'],
  ['over the end of the year', allDay, '2026-12-31 23:30', 60, '2027-01-01 00:30'],
  ['New Year is a Friday', dutch, '2026-12-31 16:45', 30, '2027-01-04 09:15'],
  ['without holidays it is a day like others', office, '2026-12-31 16:45', 30, '2027-01-01 09:15'],
  ['Christmas and its weekend', dutch, '2026-12-24 16:45', 30, '2026-12-28 09:15'],
  ['Christmas in the midst of the week', dutch, '2024-12-24 16:45', 30, '2024-12-27 09:15'],
  // Public holidays of the Netherlands
  ["King's Day", dutch, '2026-04-24 16:45', 30, '2026-04-28 09:15'],
  ["King's Day on a Sunday is kept on Saturday", dutch, '2025-04-25 16:45', 30, '2025-04-28 09:15'],
  ["the Saturday of King's Day closes a shop", shop, '2025-04-24 20:45', 30, '2025-04-28 13:15'],
  [
    "and the Sunday of King's Day is a Sunday",
    { ...sundays, holidays: dutch.holidays },
    '2025-04-26 12:00',
    30,
    '2025-04-27 09:30',
  ],
  ["in 2031 King's Day moves again", shop, '2031-04-24 20:45', 30, '2031-04-28 13:15'],
  ['Easter Monday', dutch, '2026-04-03 16:45', 30, '2026-04-07 09:15'],
  ['Good Friday is none by law', dutch, '2026-04-02 16:45', 30, '2026-04-03 09:15'],
  ['Ascension Day', dutch, '2026-05-13 16:45', 30, '2026-05-15 09:15'],
  ['Whit Monday', dutch, '2026-05-22 16:45', 30, '2026-05-26 09:15'],
  ['Liberation Day is open unless it is closed by hand', dutch, '2026-05-04 16:45', 30, '2026-05-05 09:15'],
  ['Liberation Day closed by hand', closed('2026-05-05'), '2026-05-04 16:45', 30, '2026-05-06 09:15'],
  ['on a holiday itself', dutch, '2026-05-14 11:00', 60, '2026-05-15 10:00'],
  // Own days
  ['two own days', closed('2026-12-07', '2026-12-08'), '2026-12-04 16:45', 30, '2026-12-09 09:15'],
  ['an own closed day that is a Sunday', closed('2026-12-06'), '2026-12-04 16:45', 30, '2026-12-07 09:15'],
  ['open on a Saturday', open('2026-12-05', '10:00-14:00'), '2026-12-04 16:45', 30, '2026-12-05 10:15'],
  ['open on a holiday', open('2026-05-14', '12:00-13:00'), '2026-05-13 16:45', 90, '2026-05-15 09:15'],
  [
    'other hours on a weekday',
    open('2026-12-07', '07:00-08:00 20:00-24:00'),
    '2026-12-06 12:00',
    120,
    '2026-12-07 21:00',
  ],
  // Other countries, and parts of one
  ['Corpus Christi in Bavaria', place('DE', 'BY'), '2026-06-03 16:45', 30, '2026-06-05 09:15'],
  ['but not in Germany', place('DE'), '2026-06-03 16:45', 30, '2026-06-04 09:15'],
  ['the feast of peace, in Augsburg', place('DE', 'BY-A'), '2025-08-07 16:45', 30, '2025-08-11 09:15'],
  ['the national day of Belgium', place('BE'), '2026-07-20 16:45', 30, '2026-07-22 09:15'],
  ['Thanksgiving', within('America/New_York', place('US')), '2026-11-25 16:45', 30, '2026-11-27 09:15'],
  ['a country of which nobody knows', place('QQ'), '2026-12-24 16:45', 30, '2026-12-25 09:15'],
  // Other time zones
  ['Kathmandu, 05:45 ahead', within('Asia/Kathmandu'), '2026-12-04 16:45', 30, '2026-12-07 09:15'],
  ['Kathmandu from a moment of ours', within('Asia/Kathmandu'), '2026-12-01 03:00+00:00', 30, '2026-12-01 03:45+00:00'],
  ["St. John's, 03:30 behind", within('America/St_Johns'), '2026-12-04 16:45', 30, '2026-12-07 09:15'],
  ["St. John's, the short night", within('America/St_Johns', allDay), '2026-03-08 01:30', 60, '2026-03-08 03:30'],
  ["St. John's, the long night", within('America/St_Johns', allDay), '2026-11-01 00:30', 180, '2026-11-01 02:30'],
  [
    "St. John's when its clock turned at a minute past midnight",
    within('America/St_Johns', allDay),
    '2010-11-06 12:00',
    800,
    '2010-11-07 00:20',
  ],
  [
    'Lord Howe turns by half an hour',
    within('Australia/Lord_Howe', allDay),
    '2026-04-05 00:00',
    1_470,
    '2026-04-06 00:00',
  ],
  ['Cairo begins a summer at midnight', within('Africa/Cairo', nights), '2026-04-23 22:00', 180, '2026-04-24 02:00'],
  ['Havana lives the first hour twice', within('America/Havana', allDay), '2026-10-31 23:30', 150, '2026-11-01 01:00'],
  ['Apia had no 30 December in 2011', within('Pacific/Apia'), '2011-12-29 16:45', 30, '2012-01-02 09:15'],
  [
    'Auckland is ahead of everybody',
    within('Pacific/Auckland'),
    '2026-12-03 17:00+00:00',
    30,
    '2026-12-03 20:30+00:00',
  ],
  [
    'far in the west it is still yesterday',
    within('Pacific/Pago_Pago'),
    '2026-12-05 02:00+00:00',
    30,
    '2026-12-05 02:30+00:00',
  ],
]

function clock(ms: number, { timeZone }: OpeningHours): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never' })
}

for (const [says, hours, from, minutes, due] of cases) {
  test(says, () => {
    const start = new Date(at(from, hours))
    const found = afterOpenMinutes(start, minutes, hours)
    assert.ok(found)
    assert.equal(clock(found.getTime(), hours), clock(at(due, hours), hours))
    assert.equal(openMinutesBetween(start, found, hours), minutes)
  })
}

test('the table has its eighty cases', () => assert.ok(cases.length >= 80, String(cases.length)))

test('without hours the time runs day and night', () => {
  const from = new Date('2026-12-04T16:45:00Z')
  assert.equal(afterOpenMinutes(from, 30, null)?.toISOString(), '2026-12-04T17:15:00.000Z')
  assert.equal(openMinutesBetween(from, new Date('2026-12-05T16:45:00Z'), null), 1_440)
})

test('what is never open has no moment, and that is found out soon', () => {
  const from = new Date('2026-12-04T16:45:00Z')
  const never = { ...plain, week: week() }
  assert.equal(afterOpenMinutes(from, 1, never), undefined)
  assert.equal(openMinutesBetween(from, new Date('2027-12-04T16:45:00Z'), never), 0)
  const rarely = { ...plain, week: week('09:00-09:01') }
  const mondays = Math.floor(openWithinDays / 7)
  assert.ok(afterOpenMinutes(from, mondays, rarely))
  assert.equal(afterOpenMinutes(from, mondays + 2, rarely), undefined)
  assert.throws(() => afterOpenMinutes(from, -1, plain), /forward/u)
  assert.throws(() => openMinutesBetween(from, new Date('2046-12-04T16:45:00Z'), never), /ten years/u)
})

test('backwards nothing lies between', () => {
  const [early, late] = [new Date('2026-12-01T10:00:00Z'), new Date('2026-12-01T12:00:00Z')]
  assert.equal(openMinutesBetween(late, early, plain), 0)
  assert.equal(openMinutesBetween(early, early, plain), 0)
  assert.equal(openMinutesBetween(early, late, plain), 120)
})

const zones = [
  'Europe/Amsterdam',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
]

/** Up to three ranges a day, out of times in order, so that none overlaps. */
const dayArbitrary = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((quarters) =>
    Array.from({ length: Math.floor(quarters.length / 2) }, (_, at) => ({
      from: quarterTime(quarters[2 * at] ?? 0),
      to: quarterTime(quarters[2 * at + 1] ?? 0),
    })),
  )

function quarterTime(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}

const hoursArbitrary: fc.Arbitrary<OpeningHours> = fc.record({
  timeZone: fc.constantFrom(...zones),
  week: fc.array(dayArbitrary, { minLength: 7, maxLength: 7 }),
  holidays: fc.constantFrom(null, dutch.holidays, place('DE', 'BY').holidays),
  closedDays: fc.constantFrom<string[][]>([], ['2026-03-29', '2026-10-25']),
  openDays: fc.constantFrom(plain.openDays, open('2026-12-25', '10:00-24:00').openDays),
  isUrgentNeverStopped: fc.boolean(),
})
const momentArbitrary = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z') / 1_000, max: Date.parse('2027-12-31T00:00:00Z') / 1_000 })
  .map((seconds) => new Date(seconds * 1_000))

test('as much open time lies before what is due as was promised, and the moment before is too early', () => {
  fc.assert(
    fc.property(hoursArbitrary, momentArbitrary, fc.integer({ min: 0, max: 4_000 }), (hours, from, minutes) => {
      const due = afterOpenMinutes(from, minutes, hours)
      if (!due) return
      assert.equal(openMinutesBetween(from, due, hours), minutes)
      if (minutes > 0) assert.ok(openMinutesBetween(from, new Date(due.getTime() - 1), hours) < minutes)
    }),
    { numRuns: 300 },
  )
})

const quarterMs = 15 * minute

test('open time is what the clock there says, quarter by quarter', () => {
  fc.assert(
    fc.property(hoursArbitrary, momentArbitrary, (drawn, moment) => {
      // Away from the nights in which a time comes twice, whether it is open can be read from the clock alone.
      const hours = { ...drawn, timeZone: 'Asia/Kathmandu', holidays: null, closedDays: [], openDays: [] }
      const from = new Date(Math.floor(moment.getTime() / quarterMs) * quarterMs)
      let counted = 0
      for (let passed = 0; passed < 1_500; passed += 15) {
        const local = new Date(from.getTime() + passed * minute + 345 * minute)
        const time = local.toISOString().slice(11, 16)
        const ranges = hours.week[(local.getUTCDay() + 6) % 7] ?? []
        const next = new Date(local.getTime() + 15 * minute)
        const end = next.toISOString().slice(11, 16)
        if (ranges.some((one) => one.from <= time && (end === '00:00' ? one.to === '24:00' : end <= one.to)))
          counted += 15
      }
      assert.equal(openMinutesBetween(from, new Date(from.getTime() + 1_500 * minute), hours), counted)
    }),
    { numRuns: 300 },
  )
})
