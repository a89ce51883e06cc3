import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minuteIn, momentIn } from './zoned-minute.ts'

const cases: [zone: string, minute: string, moment: string | undefined][] = [
  ['Europe/Amsterdam', '2026-01-15T09:00', '2026-01-15T08:00:00.000Z'],
  ['Europe/Amsterdam', '2026-07-15T09:00', '2026-07-15T07:00:00.000Z'],
  ['Europe/Amsterdam', '2026-03-29T09:00', '2026-03-29T07:00:00.000Z'],
  // Twice: the first.
  ['Europe/Amsterdam', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  // Never: as far behind the jump.
  ['Europe/Amsterdam', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['America/Sao_Paulo', '2026-12-31T23:59', '2027-01-01T02:59:00.000Z'],
  ['Asia/Kathmandu', '2026-06-01T00:00', '2026-05-31T18:15:00.000Z'],
  ['Pacific/Apia', '2026-06-01T00:00', '2026-05-31T11:00:00.000Z'],
  ['UTC', '2026-02-30T09:00', undefined],
  ['UTC', '2026-02-20', undefined],
  ['UTC', '', undefined],
]

test('what a clock on the wall shows is one moment, in every zone and in the nights that are longer or shorter', () => {
  for (const [zone, minute, moment] of cases)
    assert.equal(momentIn(zone, minute)?.toISOString(), moment, `${zone} ${minute}`)
})

test('what a moment is called leads back to it', () => {
  for (const zone of ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'])
    for (let hour = 0; hour < 24 * 365; hour += 7) {
      const at = new Date(Date.UTC(2026, 0, 1, hour))
      const back = momentIn(zone, minuteIn(zone, at))
      // The hour that comes twice leads to its first.
      assert.ok(
        back && [0, 1_800_000, 3_600_000].includes(at.getTime() - back.getTime()),
        `${zone} ${at.toISOString()}`,
      )
      assert.equal(minuteIn(zone, back), minuteIn(zone, at))
    }
})
