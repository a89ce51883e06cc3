import { shareBounds } from '#domain/doubt.ts'

/**
 * A figure of a report: what it is, between which two numbers the truth lies in 95 of 100 such cases, and on how many it rests. `value` is null where there is
 * nothing to say; `isTooFew` says that it is not to be leaned on. What each is, and how it is counted: docs/measures.md.
 */
export type Measure = {
  value: number | null
  low: number | null
  high: number | null
  sample: number
  isTooFew: boolean
}

/** Under so many nothing is claimed: a share of thirty is uncertain by eighteen in a hundred to either side. */
export const sampleFloor = 30

export function measureOf(
  value: number | null,
  { low, high, sample }: { low: number; high: number; sample: number },
): Measure {
  const isTooFew = sample < sampleFloor
  return value === null || sample === 0
    ? { value: null, low: null, high: null, sample, isTooFew }
    : { value, low, high, sample, isTooFew }
}

/** How many of how many, as a share from 0 to 1. */
export function shareMeasure(count: number, of: number): Measure {
  return measureOf(of > 0 ? count / of : null, { ...shareBounds(count, of), sample: of })
}

/** Something that was counted in full: it is what it is, however few. */
export function countMeasure(count: number): Measure {
  return { value: count, low: count, high: count, sample: count, isTooFew: false }
}
