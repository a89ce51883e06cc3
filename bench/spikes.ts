/**
 * How early crises are seen, and how often peace is disturbed: twelve weeks are replayed at 3, 60 and 3,000 messages a day, each with forty crises
 * of five shapes and forty peaks that are none (`spikes.replay.part.ts`), bin by bin through the detector as the product runs it. *Found*: an alert between
 * the first message and a quarter of an hour after it became a crisis by the truth. The rules of others, as their help pages tell them, go through the same replay.
 *
 *   npm run bench -- spikes [--json] [--seeds=3] [--from=101] [--ours] [--each]
 *
 * The bounds were tuned on the seeds 1 to 3; the seeds from 101 on were never looked at while they were.
 */
import { parseArgs } from 'node:util'
import { type Alert, followAlert } from '#crisis/follow-alert.ts'
import { learnPart, learnRhythm } from '#crisis/learn-rhythm.ts'
import { shareOf } from '#crisis/usual-share.ts'
import { share } from './house.part.ts'
import { type Alarm, peers, sumOf } from './spikes.peers.part.ts'
import { bins, binsOfHour, type Happening, hours, type Replay, replay, weeks } from './spikes.replay.part.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    each: { type: 'boolean' },
    ours: { type: 'boolean' },
    from: { type: 'string', default: '101' },
    seeds: { type: 'string', default: '3' },
  },
})
const levels = [3, 60, 3_000]
const seeds = Array.from({ length: Number(options.seeds) }, (_, at) => at + Number(options.from))
const dayBins = 24 * binsOfHour

/** How much more is expected of a peak that was entered ahead, when nobody said how large it will be. */
const enteredTimes = 5
const learnedHours = 8 * 168
/** After its last message an alert may still be the crisis's for so long: the windows look back. */
const afterBins = 2 * binsOfHour

type Score = {
  found: number
  late: number
  missed: number
  alerts: number
  crises: number
  falseAlarms: number
  delays: number[]
  benign: string[]
  missedWhat: string[]
}

const rules: { name: string; alarms: (given: Replay) => Alarm[] }[] = [
  { name: 'Wederhoor', alarms: (given) => ours(given) },
  { name: 'the same bounds, by somebody who knew the true rates', alarms: (given) => ours(given, true) },
  ...peers,
]

/** Whoever knew the true rates: no detector by these rules can know more. */
const knows = { rhythm: { shape: [], level: { a: 1e6, b: 1e6 }, spread: 0.02 }, usual: { mean: 0.2, weight: 1000 } }
const figures: Record<string, unknown> = {}
const oursAll: Score[] = []
for (const { name, alarms } of options.ours ? rules.slice(0, 1) : rules) {
  console.log(`\n${name}`)
  for (const perDay of levels) {
    const scores = seeds.map((seed) => {
      const given = replay({ perDay, seed: seed * 1_000 + perDay })
      return score(given.happenings, alarms(given))
    })
    const all = sum(scores)
    if (name === 'Wederhoor') oursAll.push(...scores)
    print(perDay, all)
  }
}
const total = sum(oursAll)
const weeksWatched = weeks * oursAll.length
figures.foundShare = total.found / total.crises
figures.falseAlarmsPerWeek = total.falseAlarms / weeksWatched
figures.worstFalseAlarmsPerWeek = Math.max(...oursAll.map((one) => one.falseAlarms / weeks))
figures.alertsPerCrisis = total.alerts / (total.found + total.late)
figures.medianMinutesToAlert = share(total.delays, 0.5)
console.log(options.json ? JSON.stringify(figures) : figures)

function print(perDay: number, all: Score): void {
  const minutes = all.delays.length ? `${share(all.delays, 0.5)} min (p90 ${share(all.delays, 0.9)})` : '—'
  console.log(
    `  ${String(perDay).padStart(5)} a day: found ${((100 * all.found) / all.crises).toFixed(0)} %, late ${all.late}, missed ${all.missed} of ${all.crises}; ` +
      `${(all.falseAlarms / weeks / seeds.length).toFixed(2)} false alarms a week; ${(all.alerts / Math.max(1, all.found + all.late)).toFixed(2)} alerts a crisis; ` +
      `from the first message ${minutes}`,
  )
  if (options.each) console.log(`        false: ${tally(all.benign)}; not in time: ${tally(all.missedWhat)}`)
}

function tally(names: readonly string[]): string {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${name} ${all.length}`).join(', ') || 'none'
}

/** The detector as the product runs it: learned anew each night, what was an alert or entered ahead not being learned from. */
function ours(given: Replay, oracle = false): Alarm[] {
  const { grave, all, slots, happenings } = given
  const entered = happenings.filter((one) => one.what === 'entered ahead')
  const isEntered = (bin: number) => entered.some((one) => bin >= one.startAt && bin < one.endAt)
  const unusual = new Uint8Array(hours)
  for (const one of entered)
    for (let bin = one.startAt; bin < one.endAt; bin += 1) unusual[Math.floor(bin / binsOfHour)] = 1
  const worth: number[] = []
  let toldUntil = 0
  const alarms: Alarm[] = []
  let alert: Alert | undefined
  let { rhythm, usual } = oracle ? knows : learned(given, { hour: 0, unusual })
  for (let bin = 0; bin < bins; bin += 1) {
    const hour = Math.floor(bin / binsOfHour)
    if (!oracle && bin % dayBins === 0) ({ rhythm, usual } = learned(given, { hour, unusual }))
    worth.push(
      oracle
        ? (given.usual.all[bin] ?? 0) * (given.usual.tone[bin] ?? 0) * 1.16
        : ((rhythm.shape[slots[hour] ?? 0] ?? 1) / binsOfHour) * (isEntered(bin) ? enteredTimes : 1),
    )
    // What an alert has told is not looked at again, or its day would raise it anew.
    const from = Math.max(toldUntil, bin + 1 - dayBins)
    const lately = {
      grave: Array.from(grave.subarray(from, bin + 1)),
      all: Array.from(all.subarray(from, bin + 1)),
      worth: worth.slice(from),
    }
    const step = followAlert(new Date(bin * 300_000), { alert, lately, rhythm, usual })
    if (step.kind === 'raised') alarms.push({ at: bin, endAt: bin })
    const current = alarms.at(-1)
    if (current && step.kind !== 'quiet') {
      current.endAt = bin
      unusual[hour] = 1
      if (step.kind === 'raised')
        for (let back = 0; back <= step.alert.spike.windowMinutes / 60; back += 1) unusual[hour - back] = 1
    }
    if (step.kind === 'over') toldUntil = bin
    alert = step.kind === 'raised' || step.kind === 'going_on' ? step.alert : undefined
  }
  return alarms
}

function learned({ grave, all, slots }: Replay, { hour, unusual }: { hour: number; unusual: Uint8Array }) {
  const length = Math.min(hour, learnedHours)
  const past = Array.from({ length }, (_, index) => {
    const at = hour - length + index
    const weight = unusual[at] ? 0 : 1
    return { slot: slots[at] ?? 0, count: sumOf(grave, at), all: sumOf(all, at), ageHours: hour - 1 - at, weight }
  })
  const rhythm = learnPart(past, learnRhythm(past.map((one) => ({ ...one, count: one.all }))))
  return { rhythm, usual: shareOf(past) }
}

function score(happenings: readonly Happening[], alarms: readonly Alarm[]): Score {
  const crises = happenings.filter((one) => one.kind === 'crisis')
  const result: Score = {
    found: 0,
    late: 0,
    missed: 0,
    alerts: 0,
    crises: crises.length,
    falseAlarms: 0,
    delays: [],
    benign: [],
    missedWhat: [],
  }
  const isOf = (alarm: Alarm, one: Happening) => alarm.at >= one.firstAt && alarm.at < one.endAt + afterBins
  for (const crisis of crises) {
    const own = alarms.filter((alarm) => isOf(alarm, crisis))
    const first = own[0]
    result.alerts += own.length
    if (!first) result.missed += 1
    else if (first.at <= crisis.thereAt + 3) result.found += 1
    else result.late += 1
    if (!first || first.at > crisis.thereAt + 3) result.missedWhat.push(crisis.what)
    if (first) result.delays.push((first.at - crisis.firstAt) * 5)
  }
  for (const alarm of alarms) {
    if (crises.some((crisis) => isOf(alarm, crisis))) continue
    result.falseAlarms += 1
    result.benign.push(
      happenings.find((one) => one.kind === 'benign' && isOf(alarm, one))?.what ??
        `nothing w${Math.floor(alarm.at / 2016)}`,
    )
  }
  return result
}

function sum(scores: readonly Score[]): Score {
  const add = (pick: (one: Score) => number) => scores.reduce((total, one) => total + pick(one), 0)
  return {
    found: add((one) => one.found),
    late: add((one) => one.late),
    missed: add((one) => one.missed),
    alerts: add((one) => one.alerts),
    crises: add((one) => one.crises),
    falseAlarms: add((one) => one.falseAlarms),
    delays: scores.flatMap((one) => one.delays),
    benign: scores.flatMap((one) => one.benign),
    missedWhat: scores.flatMap((one) => one.missedWhat),
  }
}
