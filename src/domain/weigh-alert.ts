import type { AlertSpike, Severity, SeverityPart } from './alert.ts'

/** What the severity is read from. */
export type AlertFigures = {
  spike: Pick<AlertSpike, 'count' | 'all' | 'logChance'>
  /** Doublings an hour; below zero it ebbs away. */
  doublingsPerHour: number
  /** Followers of those who wrote it, together; null where no network says. */
  reach: number | null
}

const weights = { unlikely: 0.4, negative: 0.2, fast: 0.2, reach: 0.2 } as const
/** As unlikely as can be told apart: once in a million million looks. */
const unlikelyMost = -12
/** Neither growing nor ebbing. */
const steady = 0.4
const perDoubling = 0.2
/** A million followers. */
const reachMost = 6
const factorLeast = 0.05
/** Where no network says how many listen. */
const reachUnknown = 0.5

/**
 * How bad it is, from 1 to 10: one and nine times the product of four factors, each to the power of its weight (a weighted geometric mean), so that
 * what is small in one thing is not made up for by much of another. Pure; docs/spikes.md says the same in words.
 */
export function weighAlert({ spike, doublingsPerHour, reach }: AlertFigures): Severity {
  const share = spike.all > 0 ? spike.count / spike.all : 0
  const parts: SeverityPart[] = [
    part('unlikely', spike.logChance, spike.logChance / unlikelyMost),
    part('negative', share, share),
    part('fast', doublingsPerHour, steady + perDoubling * doublingsPerHour),
    part('reach', reach, reach === null ? reachUnknown : Math.log10(1 + reach) / reachMost),
  ]
  const product = parts.reduce((all, { factor, weight }) => all * factor ** weight, 1)
  return { level: Math.min(10, Math.max(1, Math.round(1 + 9 * product))), parts }
}

function part(name: SeverityPart['part'], figure: number | null, factor: number): SeverityPart {
  return { part: name, figure, factor: Math.min(1, Math.max(factorLeast, factor)), weight: weights[name] }
}

/** How fast it grows within a stretch: its second half against its first. One is added to each, so that small numbers do not shout. */
export function doublingsIn(people: readonly number[], binMinutes: number): number {
  const half = Math.floor(people.length / 2)
  if (half === 0) return 0
  const sum = (part: readonly number[]) => part.reduce((all, one) => all + one, 0)
  const [before, after] = [sum(people.slice(-2 * half, -half)), sum(people.slice(-half))]
  return Math.log2((after + 1) / (before + 1)) / ((half * binMinutes) / 60)
}
