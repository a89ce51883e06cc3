import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laterChoices } from './later-choices.ts'

const timeZone = 'Europe/Amsterdam'
const said = (now: string, opensAt?: string, zone = timeZone): string[] =>
  laterChoices({ now: new Date(now), timeZone: zone, opensAt: opensAt ? new Date(opensAt) : undefined }).map(
    ({ id, at }) => `${id} ${at.toISOString().slice(0, 16)}`,
  )

const cases: [what: string, got: string[], expected: string[]][] = [
  [
    'an hour from now, on five minutes; when we open; tomorrow at nine',
    said('2026-03-13T13:02:10Z', '2026-03-16T07:30:00Z'),
    ['hour 2026-03-13T14:05', 'tomorrow 2026-03-14T08:00', 'opening 2026-03-16T07:30'],
  ],
  [
    'opening at nine is said once, and by that name',
    said('2026-03-12T13:00:00Z', '2026-03-13T08:00:00Z'),
    ['hour 2026-03-12T14:00', 'opening 2026-03-13T08:00'],
  ],
  [
    'tomorrow is tomorrow there, not where the reader sits',
    said('2026-03-12T23:30:00Z', undefined, 'Asia/Tokyo'),
    ['hour 2026-03-13T00:30', 'tomorrow 2026-03-14T00:00'],
  ],
  [
    'nine stays nine over the night in which the clock goes forward',
    said('2026-03-28T12:00:00Z'),
    ['hour 2026-03-28T13:00', 'tomorrow 2026-03-29T07:00'],
  ],
  [
    'an opening that has passed meanwhile is not offered',
    said('2026-03-12T13:00:00Z', '2026-03-12T12:59:00Z'),
    ['hour 2026-03-12T14:00', 'tomorrow 2026-03-13T08:00'],
  ],
]

for (const [what, got, expected] of cases) test(what, () => assert.deepEqual(got, expected))
