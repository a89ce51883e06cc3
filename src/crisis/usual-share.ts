import type { PastHour } from './learn-rhythm.ts'
import type { UsualShare } from './look-for-spike.ts'

const halfLifeHours = 14 * 24
/** Before anything is known: a fifth of what is said is grave, and that is worth five messages of conviction. */
const shareBefore = { grave: 1, all: 5 }

/** Which share of messages is usually grave, and from how many messages that is known. */
export function shareOf(hours: readonly (PastHour & { all: number })[]): UsualShare {
  let { grave, all } = shareBefore
  for (const hour of hours) {
    const weight = hour.weight * 0.5 ** (hour.ageHours / halfLifeHours)
    grave += weight * hour.count
    all += weight * hour.all
  }
  return { mean: grave / all, weight: all }
}
