// The detector as the product runs it, through a replay: learned anew each night, asked every five minutes.
import { type Alert, followAlert, isAgain } from '#crisis/follow-alert.ts'
import { learnPart, learnRhythm, type Rhythm } from '#crisis/learn-rhythm.ts'
import type { UsualShare } from '#crisis/look-for-spike.ts'
import { shareOf } from '#crisis/usual-share.ts'
import { type Alarm, sumOf } from './spikes.peers.part.ts'
import { bins, binsOfHour, hours, type Replay } from './spikes.replay.part.ts'

/** How much more is expected of a peak that was entered ahead, when nobody said how large it will be. */
const enteredTimes = 5
const learnedHours = 8 * 168
const dayBins = 24 * binsOfHour
/** Threads bring somewhat more grave messages than the rate itself. */
const threadTimes = 1.16

type Knowledge = { rhythm: Rhythm; usual: UsualShare }
type Knowing = {
  /** What is believed at the beginning of this day; what was an alert or entered ahead is not learned from. */
  onDay(hour: number, unusual: Uint8Array): Knowledge
  /** How many average hours a bin is worth. */
  worthOf(bin: number, rhythm: Rhythm): number
}

export function ours(given: Replay): Alarm[] {
  const { slots } = given
  const isEntered = enteredOf(given)
  return alarmsOf(given, {
    onDay: (hour, unusual) => learned(given, { hour, unusual }),
    worthOf: (bin, { shape }) =>
      ((shape[slots[Math.floor(bin / binsOfHour)] ?? 0] ?? 1) / binsOfHour) * (isEntered(bin) ? enteredTimes : 1),
  })
}

/** By the same bounds, somebody who knew the true rates: no detector by these rules can know more. */
export function oursKnowing(given: Replay): Alarm[] {
  const known = { rhythm: { shape: [], level: { a: 1e6, b: 1e6 }, spread: 0.02 }, usual: { mean: 0.2, weight: 1000 } }
  return alarmsOf(given, {
    onDay: () => known,
    worthOf: (bin) => (given.usual.all[bin] ?? 0) * (given.usual.tone[bin] ?? 0) * threadTimes,
  })
}

function alarmsOf(given: Replay, { onDay, worthOf }: Knowing): Alarm[] {
  const { grave, all } = given
  const unusual = enteredHours(given)
  const worth: number[] = []
  let toldUntil = 0
  const alarms: Alarm[] = []
  let alert: Alert | undefined
  let before: Alert | undefined
  let known = onDay(0, unusual)
  for (let bin = 0; bin < bins; bin += 1) {
    const hour = Math.floor(bin / binsOfHour)
    if (bin % dayBins === 0) known = onDay(hour, unusual)
    worth.push(worthOf(bin, known.rhythm))
    // What an alert has told is not looked at again, or its day would raise it anew.
    const from = Math.max(toldUntil, bin + 1 - dayBins)
    const lately = {
      grave: Array.from(grave.subarray(from, bin + 1)),
      all: Array.from(all.subarray(from, bin + 1)),
      worth: worth.slice(from),
    }
    const now = new Date(bin * 300_000)
    const step = followAlert(now, { alert, lately, ...known })
    if (step.kind === 'raised') alarms.push({ at: bin, endAt: bin, again: isAgain(before, now) })
    const current = alarms.at(-1)
    if (current && step.kind !== 'quiet') {
      current.endAt = bin
      unusual[hour] = 1
      if (step.kind === 'raised')
        for (let back = 0; back <= step.alert.spike.windowMinutes / 60; back += 1) unusual[hour - back] = 1
    }
    if (step.kind === 'over') {
      toldUntil = bin
      before = step.alert
    }
    alert = step.kind === 'raised' || step.kind === 'going_on' ? step.alert : undefined
  }
  return alarms
}

const enteredAheadOf = ({ happenings }: Replay) => happenings.filter((one) => one.what === 'entered ahead')

function enteredOf(given: Replay): (bin: number) => boolean {
  const entered = enteredAheadOf(given)
  return (bin) => entered.some((one) => bin >= one.startAt && bin < one.endAt)
}

function enteredHours(given: Replay): Uint8Array {
  const unusual = new Uint8Array(hours)
  for (const one of enteredAheadOf(given))
    for (let bin = one.startAt; bin < one.endAt; bin += 1) unusual[Math.floor(bin / binsOfHour)] = 1
  return unusual
}

function learned({ grave, all, slots }: Replay, { hour, unusual }: { hour: number; unusual: Uint8Array }): Knowledge {
  const length = Math.min(hour, learnedHours)
  const past = Array.from({ length }, (_, index) => {
    const at = hour - length + index
    const weight = unusual[at] ? 0 : 1
    return { slot: slots[at] ?? 0, count: sumOf(grave, at), all: sumOf(all, at), ageHours: hour - 1 - at, weight }
  })
  const rhythm = learnPart(past, learnRhythm(past.map((one) => ({ ...one, count: one.all }))))
  return { rhythm, usual: shareOf(past) }
}
