import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FetchFailed, type FetchFailedWhy } from '#base/fetch-failed.ts'
import { failureOfError, failureOfStatus } from './http-failure.ts'

const now = new Date('2026-05-04T09:00:00.000Z')
function check(
  status: number,
  kind: string | undefined,
  headers: Record<string, string> = {},
  untilSeconds?: number,
): void {
  const failure = failureOfStatus({ status, headers: new Headers(headers), host: 'a.test', now })
  assert.equal(failure?.kind, kind, String(status))
  if (failure?.kind === 'wait') assert.equal((failure.until.getTime() - now.getTime()) / 1_000, untilSeconds)
}

test('a status has one meaning', () => {
  for (const status of [200, 204, 304]) check(status, undefined)
  for (const status of [400, 403, 404, 405, 410, 422, 451]) check(status, 'refused')
  for (const status of [408, 500, 502, 503, 504, 520]) check(status, 'retry')
  check(401, 'reconnect')
})

test('Retry-After is kept to the second, as a number and as a date, and never for more than a day', () => {
  check(429, 'wait', {}, 60)
  check(429, 'wait', { 'retry-after': '120' }, 120)
  check(429, 'wait', { 'retry-after': 'Mon, 04 May 2026 09:02:07 GMT' }, 127)
  check(429, 'wait', { 'retry-after': 'Mon, 04 May 2020 09:02:07 GMT' }, 0)
  check(429, 'wait', { 'retry-after': 'soon' }, 60)
  check(429, 'wait', { 'retry-after': '999999999' }, 86_400)
  check(503, 'wait', { 'retry-after': '5' }, 5)
})

test('the network is quoted, shortly', () => {
  const says = `No\n such   tag ${'x'.repeat(500)}`
  const failure = failureOfStatus({ status: 422, headers: new Headers(), host: 'a.test', now, says })
  assert.match(failure?.why.nl ?? '', /^a\.test accepteert dit niet\. \(422: No such tag x{188}\)$/)
})

test('no answer at all may work later, or not', () => {
  const kind = (why: FetchFailedWhy): string => failureOfError(new FetchFailed(why, 'a.test')).kind
  assert.deepEqual((['no-connection', 'too-slow', 'inside-address', 'bad-url'] as const).map(kind), [
    'retry',
    'retry',
    'refused',
    'refused',
  ])
  assert.throws(() => failureOfError(new TypeError('ours')), TypeError)
})
