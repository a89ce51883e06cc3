import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursProblem, type TimeRange } from '#domain/opening-hours.ts'
import {
  areWeekdaysAlike,
  copiedToWeekdays,
  isSameHours,
  ownDaysOf,
  readEnd,
  readTime,
  startHours,
  withDay,
  withOpenDay,
  withOwnDay,
  withoutOwnDay,
  withRange,
} from './hours-draft.ts'

const start = startHours('Europe/Amsterdam')
const times = (...texts: string[]): TimeRange[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split('-')
    return { from, to }
  })

test('what it begins with can be saved as it is', () => assert.equal(hoursProblem(start), undefined))

test('another time begins after the last, and leaves what to fill in where the day is full', () => {
  const cases: [TimeRange[], TimeRange[]][] = [
    [[], times('09:00-17:00')],
    [times('09:00-12:00'), times('09:00-12:00', '13:00-17:00')],
    [times('09:00-22:00'), times('09:00-22:00', '23:00-24:00')],
    [times('09:00-24:00'), [...times('09:00-24:00'), { from: '', to: '' }]],
    [times('13:00-17:00', '09:00-12:00'), times('13:00-17:00', '09:00-12:00', '18:00-22:00')],
  ]
  for (const [before, after] of cases) assert.deepEqual(withRange(before), after)
})

test('Monday is copied to the weekdays, not to the weekend', () => {
  const changed = withDay(start, 0, times('08:00-12:00', '13:00-18:00'))
  assert.deepEqual([areWeekdaysAlike(start), areWeekdaysAlike(changed)], [true, false])
  const { week } = copiedToWeekdays(changed)
  assert.deepEqual(
    week.map((ranges) => ranges.length),
    [2, 2, 2, 2, 2, 0, 0],
  )
  assert.notEqual(week[0]?.[0], week[1]?.[0], 'each day has times of its own')
})

test('a day of one’s own is closed or open, never both, and open as its weekday', () => {
  const closed = withOwnDay(start, '2026-12-25', 'closed')
  const open = withOwnDay(closed, '2026-12-25', 'open')
  assert.deepEqual([open.closedDays, open.openDays], [[], [{ date: '2026-12-25', ranges: times('09:00-17:00') }]])
  const saturday = withOpenDay(withOwnDay(open, '2026-12-19', 'open'), '2026-12-19', times('10:00-14:00'))
  const all = withOwnDay(saturday, '2026-12-22', 'closed')
  assert.deepEqual(
    ownDaysOf(all).map(({ date, ranges }) => [date, ranges?.length ?? 0]),
    [
      ['2026-12-19', 1],
      ['2026-12-22', 0],
      ['2026-12-25', 1],
    ],
  )
  assert.deepEqual(withoutOwnDay(open, '2026-12-25'), start)
})

test('a time is read as people write it', () => {
  const cases: [string, string][] = [
    ['9', '09:00'],
    ['09:30', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['17u', '17:00'],
    ['17u30', '17:30'],
    [' 8 ', '08:00'],
    ['0', '00:00'],
    ['24', '24:00'],
    ['25', '25'],
    ['24:01', '24:01'],
    ['9:75', '9:75'],
    ['noon', 'noon'],
    ['', ''],
  ]
  for (const [typed, time] of cases) assert.equal(readTime(typed), time, typed)
  assert.deepEqual([readEnd('0'), readEnd('00:00'), readEnd('17'), readEnd('')], ['24:00', '24:00', '17:00', ''])
})

test('the order of the fields and of own days is no change', () => {
  const turned = { ...start, week: start.week.map((day) => day.map(({ from, to }) => ({ to, from }))) }
  assert.ok(isSameHours(start, turned))
  assert.ok(isSameHours(null, null))
  assert.ok(!isSameHours(start, null))
  assert.ok(!isSameHours(start, withDay(start, 5, times('10:00-14:00'))))
  const [one, other] = ['2026-12-22', '2026-12-23']
  assert.ok(
    isSameHours(
      withOwnDay(withOwnDay(start, one, 'closed'), other, 'closed'),
      withOwnDay(withOwnDay(start, other, 'closed'), one, 'closed'),
    ),
  )
})
