import type { PastHour } from './learn-rhythm.ts'
import type { UsualShare } from './look-for-spike.ts'

const halfLifeHours = 14 * 24
/** Before anything is known: a fifth of what is said is grave, and that is worth five messages of conviction. */
const shareBefore = { grave: 1, all: 5 }

const deviationsMax = 3

/**
 * Which share of messages is usually grave, and from how many messages that is known. A day counts for no more than a middling day and three
 * deviations: where three people write a day, one campaign that is praised by four hundred would be all that is known.
 */
export function shareOf(hours: readonly (PastHour & { all: number })[]): UsualShare {
  let { grave, all } = shareBefore
  const days = daysOf(hours)
  const middle = days.map((day) => day.all).toSorted((one, other) => one - other)[Math.floor(days.length / 2)] ?? 0
  const most = middle + deviationsMax * Math.sqrt(middle + 1)
  for (const day of days) {
    const weight = day.weight * Math.min(1, most / Math.max(1, day.all))
    grave += weight * day.grave
    all += weight * day.all
  }
  return { mean: grave / all, weight: all }
}

type Day = { grave: number; all: number; weight: number }

function daysOf(hours: readonly (PastHour & { all: number })[]): Day[] {
  const days = new Map<number, Day>()
  for (const hour of hours) {
    if (hour.weight === 0) continue
    const daysAgo = Math.floor(hour.ageHours / 24)
    const day = days.get(daysAgo) ?? { grave: 0, all: 0, weight: 0.5 ** (hour.ageHours / halfLifeHours) }
    days.set(daysAgo, { ...day, grave: day.grave + hour.weight * hour.count, all: day.all + hour.weight * hour.all })
  }
  return [...days.values()]
}
