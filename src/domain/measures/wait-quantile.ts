import { type Measure, measureOf } from './measure.ts'

/** How many waited so long, in steps of `waitStep`. */
export type WaitCount = { minutes: number; waits: number }

const z = 1.96

/**
 * The minutes within which a share of those who were answered had their answer: 0.5 is the median, 0.9 what nine in ten had. The least step of which that is true.
 * Its bounds are those of ranks (a binomial, so nothing is assumed of how waiting is distributed): however long the longest waited, they do not move.
 */
export function waitWithin(share: number, counts: readonly WaitCount[]): Measure {
  const sorted = counts.filter(({ waits }) => waits > 0).toSorted((a, b) => a.minutes - b.minutes)
  const sample = sorted.reduce((sum, { waits }) => sum + waits, 0)
  const reach = z * Math.sqrt(sample * share * (1 - share))
  const at = (rank: number): number => {
    let passed = 0
    for (const { minutes, waits } of sorted) {
      passed += waits
      if (passed >= rank) return minutes
    }
    return sorted.at(-1)?.minutes ?? 0
  }
  const rank = sample * share
  return measureOf(sample > 0 ? at(rank) : null, {
    low: at(Math.max(1, rank - reach)),
    high: at(Math.min(sample, rank + reach + 1)),
    sample,
  })
}
