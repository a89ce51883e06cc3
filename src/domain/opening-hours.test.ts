import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter, hoursOf, hoursProblem, isDate, minuteOfDay, type OpeningHours, weekdayOf } from './opening-hours.ts'

const day = [{ from: '09:00', to: '17:00' }]
const hours: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: [day, day, day, day, day, [], []],
  holidays: null,
  closedDays: ['2026-12-24'],
  openDays: [{ date: '2026-12-19', ranges: day }],
  isUrgentNeverStopped: true,
}
const monday = (...ranges: [from: string, to: string][]) => ({
  week: [ranges.map(([from, to]) => ({ from, to })), day, [], [], [], [], []],
})

test('what is wrong with hours is said with its place', () => {
  const cases: [Partial<OpeningHours>, unknown][] = [
    [{}, undefined],
    [{ timeZone: 'Europe/Atlantis' }, { kind: 'zone' }],
    [{ timeZone: '+02:00' }, { kind: 'zone' }],
    [{ timeZone: '' }, { kind: 'zone' }],
    [{ week: [day] }, { kind: 'week' }],
    [{ week: [[], [], [], [], [], [], []] }, { kind: 'never_open' }],
    [monday(['22:00', '24:00'], ['00:00', '06:00']), undefined],
    [monday(['09:00', '12:00'], ['12:00', '17:00']), undefined],
    [monday(['09:00', '12:30'], ['12:00', '17:00']), { kind: 'overlap', at: 0 }],
    [monday(['17:00', '09:00']), { kind: 'backwards', at: 0 }],
    [monday(['09:00', '09:00']), { kind: 'backwards', at: 0 }],
    [monday(['09:00', '24:01']), { kind: 'time', at: 0 }],
    [monday(['', '17:00']), { kind: 'time', at: 0 }],
    [monday(['24:00', '24:00']), { kind: 'time', at: 0 }],
    [
      monday(...Array.from({ length: 7 }, (_, at): [string, string] => [`0${at}:00`, `0${at}:30`])),
      { kind: 'ranges', at: 0 },
    ],
    [{ closedDays: ['2026-02-30'] }, { kind: 'date', at: '2026-02-30' }],
    [{ closedDays: ['2026-12-24', '2026-12-24'] }, { kind: 'twice', at: '2026-12-24' }],
    [{ closedDays: ['2026-12-19'] }, { kind: 'twice', at: '2026-12-19' }],
    [{ openDays: [{ date: '2026-12-19', ranges: [] }] }, { kind: 'ranges', at: '2026-12-19' }],
    [
      { openDays: [{ date: '2026-12-19', ranges: [{ from: '12:00', to: '10:00' }] }] },
      { kind: 'backwards', at: '2026-12-19' },
    ],
    [{ closedDays: Array.from({ length: 101 }, (_, at) => dayAfter('2026-01-01', at)) }, { kind: 'own_days' }],
  ]
  for (const [part, problem] of cases)
    assert.deepEqual(hoursProblem({ ...hours, ...part }), problem, JSON.stringify(part))
})

test('times, days and weekdays are those of the calendar', () => {
  assert.deepEqual(['00:00', '09:05', '24:00', '24:01', '9:00', '12:60'].map(minuteOfDay), [
    0,
    545,
    1_440,
    undefined,
    undefined,
    undefined,
  ])
  assert.deepEqual(['2024-02-29', '2026-02-29', '2026-13-01', 'tomorrow'].map(isDate), [true, false, false, false])
  assert.equal(dayAfter('2026-12-31'), '2027-01-01')
  assert.equal(dayAfter('2026-03-28', 2), '2026-03-30')
  assert.deepEqual([weekdayOf('2026-12-07'), weekdayOf('2026-12-06')], [0, 6])
})

test('what is most urgent is not stopped, unless somebody wants it', () => {
  assert.equal(hoursOf(3, hours), null)
  assert.equal(hoursOf(2, hours), hours)
  const stopped = { ...hours, isUrgentNeverStopped: false }
  assert.equal(hoursOf(3, stopped), stopped)
  assert.equal(hoursOf(0, null), null)
})
