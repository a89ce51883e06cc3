import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOfSpan, type ReportSpan, reportFileName } from './saved-report.ts'

const cases: { span: ReportSpan; today: string; from: string; to: string }[] = [
  { span: { kind: 'days', days: 7 }, today: '2026-03-03', from: '2026-02-25', to: '2026-03-03' },
  { span: { kind: 'week' }, today: '2026-11-30', from: '2026-11-23', to: '2026-11-29' },
  { span: { kind: 'week' }, today: '2026-11-29', from: '2026-11-16', to: '2026-11-22' },
  { span: { kind: 'month' }, today: '2026-03-31', from: '2026-02-01', to: '2026-02-28' },
  { span: { kind: 'month' }, today: '2027-01-01', from: '2026-12-01', to: '2026-12-31' },
  { span: { kind: 'fixed', from: '2026-01-01', to: '2026-01-02' }, today: '2027-01-01', from: '2026-01-01', to: '2026-01-02' },
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
