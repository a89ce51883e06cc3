// The runner over rows gives the alerts that the pure rules give over the same course in memory.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, hour, minute } from '#base/clock.ts'
import { type Alert, followAlert } from '#crisis/follow-alert.ts'
import { learnPart, learnRhythm, type PastHour } from '#crisis/learn-rhythm.ts'
import { shareOf } from '#crisis/usual-share.ts'
import { alertHouse, type Said } from '#testing/alert-house.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'

const binMs = 5 * minute
const startMs = Date.parse('2026-11-16T00:00:00.000Z')
const [daysBefore, hoursReplayed] = [9, 9]
const bins = (daysBefore * day + hoursReplayed * hour) / binMs
const firstLook = (daysBefore * day) / binMs

/** Sixty a day, two days of which are crises: one in the past that must not be learned from, one in what is replayed, with a campaign before it. */
function course(): { grave: number[]; all: number[]; said: Said[] } {
  const random = seededRandom(11)
  const [grave, all] = [Array.from({ length: bins }, () => 0), Array.from({ length: bins }, () => 0)]
  const said: Said[] = []
  const say = (bin: number, isGrave: boolean) => {
    if (bin >= bins) return
    all[bin] = (all[bin] ?? 0) + 1
    if (isGrave) grave[bin] = (grave[bin] ?? 0) + 1
    said.push({ at: new Date(startMs + bin * binMs + random.below(binMs)), isGrave })
  }
  say(0, false)
  for (let bin = 0; bin < bins; bin += 1) {
    const ofDay = Math.floor(bin / 12) % 24
    const rate = (60 / 288) * (ofDay < 7 ? 0.2 : 1.3)
    for (let left = 0; left < 20; left += 1) if (random.chance(rate / 20)) say(bin, random.chance(0.2))
  }
  const blow = (from: number, people: number) => {
    for (let left = people; left > 0; left -= 1)
      say(from + Math.floor(-6 * Math.log(random.next())), random.chance(0.85))
  }
  blow(5 * 288 + 130, 40)
  for (let left = 50; left > 0; left -= 1) say(firstLook + 2 + random.below(12), random.chance(0.18))
  blow(firstLook + 30, 30)
  return { grave, all, said }
}

/** As `bench/spikes.ts` runs it, learned anew at midnight. */
function pure({ grave, all }: { grave: readonly number[]; all: readonly number[] }) {
  const alarms: { raisedAt: number; endedAt: number | null }[] = []
  const hourOf = (bin: number) => Math.floor(bin / 12)
  const sum = (counts: readonly number[], at: number) =>
    counts.slice(at * 12, at * 12 + 12).reduce((sum, one) => sum + one, 0)
  const unusual = new Set<number>()
  const slot = (at: number) => at % 168
  const learned = (until: number) => {
    const past: (PastHour & { all: number })[] = Array.from({ length: until }, (_, at) => ({
      ...{
        slot: slot(at),
        count: sum(grave, at),
        all: sum(all, at),
        ageHours: until - 1 - at,
        weight: unusual.has(at) ? 0 : 1,
      },
    }))
    return {
      rhythm: learnPart(past, learnRhythm(past.map((one) => ({ ...one, count: one.all })))),
      usual: shareOf(past),
    }
  }
  let alert: Alert | undefined
  let told = 0
  let { rhythm, usual } = learned(daysBefore * 24)
  for (let bin = firstLook; bin < bins; bin += 1) {
    if (bin % 288 === 0) ({ rhythm, usual } = learned(hourOf(bin)))
    const from = Math.max(told, bin + 1 - 288)
    const worth = Array.from({ length: bin + 1 - from }, (_, at) => (rhythm.shape[slot(hourOf(from + at))] ?? 1) / 12)
    const lately = { grave: grave.slice(from, bin + 1), all: all.slice(from, bin + 1), worth }
    const now = startMs + (bin + 1) * binMs
    const step = followAlert(new Date(now), { alert, lately, rhythm, usual })
    const current = alarms.at(-1)
    if (step.kind === 'raised') alarms.push({ raisedAt: now, endedAt: null })
    if (step.kind === 'over' && current) {
      current.endedAt = now
      told = bin
    }
    alert = step.kind === 'raised' || step.kind === 'going_on' ? step.alert : undefined
  }
  return alarms
}

test('the runner raises and ends what the pure rules do, at the same looks', async () => {
  const clock = openFakeClock(new Date(startMs).toISOString())
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock })
  const here = await alertHouse(app)
  const told = course()
  const wanted = pure(told)
  assert.ok(wanted.length > 0 && wanted.some(({ endedAt }) => endedAt !== null), 'there is something to compare')
  // What is said later is not there yet: each look finds what was said up to it.
  await here.tell(told.said.filter(({ at }) => at.getTime() < startMs + firstLook * binMs))
  clock.advance(firstLook * binMs)
  const later = Map.groupBy(
    told.said.filter(({ at }) => at.getTime() >= startMs + firstLook * binMs),
    ({ at }) => Math.floor((at.getTime() - startMs) / binMs),
  )
  for (let bin = firstLook; bin < bins; bin += 1) {
    const now = later.get(bin)
    if (now) await here.tell(now)
    await here.lookFor(1)
    if (bin === firstLook + 40) here.restart()
  }
  const { open, recent } = await here.read()
  const given = [...open, ...recent].map(({ raisedAt, endedAt }) => ({
    raisedAt: raisedAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  }))
  assert.deepEqual(
    given.toSorted((one, other) => one.raisedAt - other.raisedAt),
    wanted,
  )
})
