import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOfSpan } from '#domain/saved-report.ts'
import { reportSearch } from '#web/report-search.ts'
import { daysProblem, searchOfSpan, spanOfSearch } from './report-span.ts'

const usual = { kind: 'days', days: 28 }
const chosen = { kind: 'fixed', from: '2026-02-27', to: '2026-03-02' }

for (const [address, span] of [
  [{}, usual],
  [{ days: 90 }, { kind: 'days', days: 90 }],
  [{ days: 3 }, usual],
  [{ days: '90' }, usual],
  [{ span: 'week' }, { kind: 'week' }],
  [{ span: 'month', days: 7 }, { kind: 'month' }],
  [{ span: 'year' }, usual],
  [{ from: '2026-02-27', to: '2026-03-02' }, chosen],
  [{ from: '2026-02-27', to: '2026-03-02', span: 'week', days: 7 }, chosen],
  [{ from: '2026-02-27' }, usual],
  [{ to: '2026-03-02', span: 'week' }, { kind: 'week' }],
  [{ from: '2026-02-30', to: '2026-03-02' }, usual],
  [{ from: '2026-13-01', to: '2026-03-02' }, usual],
  [{ from: '27-02-2026', to: '2026-03-02' }, usual],
  [{ from: 20_260_227, to: '2026-03-02' }, usual],
] as const)
  test(`the address ${JSON.stringify(address)} is of ${JSON.stringify(span)}`, () =>
    assert.deepEqual(spanOfSearch(reportSearch(address)), span))

test('a pair that no report can have stays in the address: the server says why', () => {
  const pair = { from: '2026-03-02', to: '2026-02-27' }
  assert.deepEqual(spanOfSearch(reportSearch(pair)), { kind: 'fixed', ...pair })
})

for (const span of [usual, { kind: 'week' }, { kind: 'month' }, chosen] as Parameters<typeof searchOfSpan>[0][])
  test(`${span.kind} is read back from the address, whatever stood there before`, () => {
    const before = { days: 7, span: 'week', from: '2026-01-01', to: '2026-01-02', network: 'bluesky' }
    const search = reportSearch({ ...before, ...searchOfSpan(span) })
    assert.deepEqual(spanOfSearch(search), span)
    assert.equal(search.network, 'bluesky')
  })

for (const [from, to, problem] of [
  ['2026-03-02', '2026-03-02', undefined],
  ['2027-03-01', '2028-02-29', undefined],
  ['2027-03-01', '2028-03-01', { kind: 'too many', days: 367 }],
  ['2026-03-02', '2026-03-01', { kind: 'order' }],
  ['', '2026-03-01', { kind: 'missing' }],
  ['2026-03-01', '', { kind: 'missing' }],
] as const)
  test(`from ${from || 'nothing'} to ${to || 'nothing'}: ${problem?.kind ?? 'right'}`, () =>
    assert.deepEqual(daysProblem({ from, to }), problem))

test('last week and last month are over: none of their days is today', () => {
  const today = '2026-03-01'
  assert.deepEqual(daysOfSpan(spanOfSearch({ span: 'week' }), today), { from: '2026-02-16', to: '2026-02-22' })
  assert.deepEqual(daysOfSpan(spanOfSearch({ span: 'month' }), today), { from: '2026-02-01', to: '2026-02-28' })
})
