import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quietUntil } from './quiet-until.ts'

const night = { from: '22:00', to: '07:00' }
const noon = { from: '12:00', to: '13:00' }

/** Amsterdam, an hour (winter) or two (summer) before Greenwich. */
function check(quiet: { from: string; to: string } | null, at: string, until: string | null): void {
  assert.equal(quietUntil({ quiet, timeZone: 'Europe/Amsterdam' }, new Date(at))?.toISOString() ?? null, until)
}

test('the day is not quiet', () => check(night, '2026-11-23T20:59:00Z', null))
test('a night begins before midnight', () => check(night, '2026-11-23T21:00:00Z', '2026-11-24T06:00:00.000Z'))
test('a night ends after it', () => check(night, '2026-11-24T05:59:00Z', '2026-11-24T06:00:00.000Z'))
test('at its end it is over', () => check(night, '2026-11-24T06:00:00Z', null))
test('a pause lies within a day', () => check(noon, '2026-11-23T11:30:00Z', '2026-11-23T12:00:00.000Z'))
test('before a pause it is not quiet', () => check(noon, '2026-11-23T10:59:00Z', null))
test('the night in which the clock goes forward ends an hour sooner', () =>
  check(night, '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'))
test('none is none', () => check(null, '2026-11-23T23:00:00Z', null))
test('from and to alike is none', () => check({ from: '08:00', to: '08:00' }, '2026-11-23T07:00:00Z', null))
