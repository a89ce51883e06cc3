import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fakeRow } from './fake-row.ts'
import { groupRows, plainRows } from './promise-groups.ts'

const now = new Date('2026-03-02T10:00:00Z')

/** `minutes` until each promise, null for none → the list as heads and ids. */
function check(minutes: readonly (number | null)[], expected: string): void {
  const rows = minutes.map((left, at) =>
    fakeRow(`r${at}`, { dueAt: left === null ? null : new Date(now.getTime() + left * 60_000).toISOString() }),
  )
  const seen = groupRows(rows, now).map((item) =>
    item.kind === 'head'
      ? `${item.group}${item.isBroken ? '!' : ''}(${item.count})`
      : `${item.position}:${item.row.id}`,
  )
  assert.equal(seen.join(' '), expected)
}

test('no rows, no heads', () => check([], ''))
test('each promise has its head, and a broken one says so', () =>
  check(
    [-3, 14, 15, 59, 60, 4_320, null],
    'now!(2) 1:r0 2:r1 withinHour(2) 3:r2 4:r3 today(1) 5:r4 later(1) 6:r5 noHurry(1) 7:r6',
  ))
test('an empty group has no head', () => check([20, null], 'withinHour(1) 1:r0 noHurry(1) 2:r1'))
test('a row that the server put out of order still stands under its own promise', () =>
  check([null, 5], 'now(1) 1:r1 noHurry(1) 2:r0'))
test('a view with its own order has no heads', () =>
  assert.deepEqual(
    plainRows([fakeRow('a'), fakeRow('b')]).map((item) => item.key),
    ['a', 'b'],
  ))
