// The rules of others, as their help pages and papers tell them: what the same replay makes of them.
import { bins, binsOfHour, hours, type Replay } from './spikes.replay.part.ts'

/** `again`: told once more, as the alert that was told before it. */
export type Alarm = { at: number; endAt: number; again?: boolean }
const coolDownBins = binsOfHour

export const peers: { name: string; alarms: (given: Replay) => Alarm[] }[] = [
  {
    name: 'last hour at least twice the mean of the twelve before (Kommonpoll)',
    alarms: ({ messages }) => hourAgainst(messages.all, { back: 12, times: 2 }),
  },
  {
    name: 'the same, of grave messages only',
    alarms: ({ messages }) => hourAgainst(messages.grave, { back: 12, times: 2 }),
  },
  {
    name: 'last hour over 150 % of the mean of seven days (Agility PR)',
    alarms: ({ messages }) => hourAgainst(messages.all, { back: 168, times: 1.5 }),
  },
  {
    name: 'last hour over twice the same hour of the four weeks before (Salesforce)',
    alarms: ({ messages }) => hourAgainstWeeks(messages.all),
  },
  {
    name: 'mean of 24 hours over that of seven days by half a deviation (Socialmetrix)',
    alarms: ({ messages }) => dayAgainstWeek(messages.all),
  },
]

/** The last hour against the mean of the same hour, so many weeks back. */
function hourAgainstWeeks(counts: Int32Array): Alarm[] {
  const alarms: Alarm[] = []
  for (let hour = 4 * 168; hour < hours; hour += 1) {
    const before = [1, 2, 3, 4].reduce((total, back) => total + sumOf(counts, hour - back * 168), 0) / 4
    const count = sumOf(counts, hour)
    const at = (hour + 1) * binsOfHour - 1
    if (count >= 3 && count >= 2 * before) alarms.push({ at, endAt: at })
  }
  return alarms
}

export function sumOf(counts: Int32Array, hour: number): number {
  let total = 0
  for (let bin = hour * binsOfHour; bin < (hour + 1) * binsOfHour; bin += 1) total += counts[bin] ?? 0
  return total
}

/** An hour against the mean of those before, asked every five minutes, at least three messages, with an hour of cool-down: as help pages of others describe it. */
function hourAgainst(counts: Int32Array, { back, times }: { back: number; times: number }): Alarm[] {
  const alarms: Alarm[] = []
  const upTo = prefix(counts)
  let quietUntil = 0
  for (let bin = (back + 1) * binsOfHour; bin < bins; bin += 1) {
    const hour = (upTo[bin + 1] ?? 0) - (upTo[bin + 1 - binsOfHour] ?? 0)
    const before = ((upTo[bin + 1 - binsOfHour] ?? 0) - (upTo[bin + 1 - (back + 1) * binsOfHour] ?? 0)) / back
    if (bin < quietUntil || hour < 3 || hour < times * before) continue
    alarms.push({ at: bin, endAt: bin })
    quietUntil = bin + coolDownBins
  }
  return alarms
}

/** The last day against the last week and its standard deviation of hours, asked once an hour. */
function dayAgainstWeek(counts: Int32Array): Alarm[] {
  const alarms: Alarm[] = []
  for (let hour = 168; hour < hours; hour += 1) {
    const week = Array.from({ length: 168 }, (_, back) => sumOf(counts, hour - back))
    const mean = week.reduce((total, one) => total + one, 0) / 168
    const deviation = Math.sqrt(week.reduce((total, one) => total + (one - mean) ** 2, 0) / 168)
    const day = week.slice(0, 24).reduce((total, one) => total + one, 0) / 24
    const at = (hour + 1) * binsOfHour - 1
    const last = alarms.at(-1)
    if (day > mean + 0.5 * deviation && (!last || at - last.at >= 24 * binsOfHour)) alarms.push({ at, endAt: at })
  }
  return alarms
}

function prefix(counts: Int32Array): Float64Array {
  const upTo = new Float64Array(counts.length + 1)
  counts.forEach((count, at) => {
    upTo[at + 1] = (upTo[at] ?? 0) + count
  })
  return upTo
}
