import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOfSpan, nextLetterAt, type ReportSpan, reportFileName } from './saved-report.ts'

const cases: { span: ReportSpan; today: string; from: string; to: string }[] = [
  { span: { kind: 'days', days: 7 }, today: '2026-03-03', from: '2026-02-25', to: '2026-03-03' },
  { span: { kind: 'week' }, today: '2026-11-30', from: '2026-11-23', to: '2026-11-29' },
  { span: { kind: 'week' }, today: '2026-11-29', from: '2026-11-16', to: '2026-11-22' },
  { span: { kind: 'month' }, today: '2026-03-31', from: '2026-02-01', to: '2026-02-28' },
  { span: { kind: 'month' }, today: '2027-01-01', from: '2026-12-01', to: '2026-12-31' },
  {
    span: { kind: 'fixed', from: '2026-01-01', to: '2026-01-02' },
    today: '2027-01-01',
    from: '2026-01-01',
    to: '2026-01-02',
  },
]

for (const { span, today, from, to } of cases)
  test(`${JSON.stringify(span)} on ${today} is ${from} to ${to}`, () => {
    assert.deepEqual(daysOfSpan(span, today), { from, to })
  })

test('a file is called after its report and its days, by letters that every system takes', () => {
  const days = { from: '2026-11-23', to: '2026-11-29' }
  assert.equal(reportFileName('Week / directie: “zorg”', days), 'Week-directie-zorg-2026-11-23-2026-11-29.pdf')
  assert.equal(reportFileName('///', days), 'report-2026-11-23-2026-11-29.pdf')
})

const zone = 'Europe/Amsterdam'
const leaves = (plan: Parameters<typeof nextLetterAt>[0], after: string) =>
  nextLetterAt(plan, { after: new Date(after), zone }).toISOString()

test('a letter leaves by the clock of the place, also across the night in which it moves', () => {
  const monday = { rhythm: 'week', onDay: 1, hour: '08:00' } as const
  assert.equal(leaves(monday, '2026-10-19T06:00:00Z'), '2026-10-26T07:00:00.000Z')
  assert.equal(leaves(monday, '2026-10-19T05:59:59Z'), '2026-10-19T06:00:00.000Z')
  assert.equal(leaves({ ...monday, onDay: 7 }, '2026-11-30T12:00:00Z'), '2026-12-06T07:00:00.000Z')
})

test('a month has each of its days once, and the first of the next comes after the last', () => {
  const first = { rhythm: 'month', onDay: 1, hour: '07:30' } as const
  assert.equal(leaves(first, '2026-12-01T06:30:00Z'), '2027-01-01T06:30:00.000Z')
  assert.equal(leaves({ ...first, onDay: 28 }, '2027-01-29T00:00:00Z'), '2027-02-28T06:30:00.000Z')
})
