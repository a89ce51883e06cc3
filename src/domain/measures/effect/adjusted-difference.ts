import { addOuter, dot, inverse, times } from './solve.ts'
import type { EffectOutcomeKind, Side } from './weigh-pairs.ts'

export type Difference = {
  /** Of those who were answered, less of those who were alike and were not. */
  value: number
  low: number
  high: number
  /** How it was with those who were answered. */
  answered: number
}
const z = 1.96

/**
 * What is left between both sides after what they still differ in (least squares on the matched, Abadie and Spiess 2022). Its doubt takes pairs and people as witnesses: what
 * two messages of one person share, and two sides of one pair, is counted once (Cameron, Gelbach and Miller 2011). Null where there is nobody on a side.
 */
export function adjustedDifference(
  sides: readonly Side[],
  { kind, slopes }: { kind: EffectOutcomeKind; slopes: Float64Array },
): Difference | null {
  const left = sides.map((side) => side.y[kind] - dot(slopes, side.x))
  const rows = sides.map((side, i) => ({ side, y: left[i] ?? 0 }))
  const [ours, others] = [meanOf(rows.filter(isOurs)), meanOf(rows.filter((row) => !isOurs(row)))]
  if (!ours || !others) return null
  const pulls = rows.map(({ side, y }) =>
    side.isAnswered
      ? (side.weight * (y - ours.mean)) / ours.weight
      : (-side.weight * (y - others.mean)) / others.weight,
  )
  const value = ours.mean - others.mean
  const reach = quantile(Math.min(ours.count, others.count)) * Math.sqrt(varianceOf(sides, pulls))
  return {
    ...{ value, low: Math.max(-1, value - reach), high: Math.min(1, value + reach) },
    answered: sides.filter((one) => one.isAnswered).reduce((sum, one) => sum + one.y[kind], 0) / ours.count,
  }
}

type Row = { side: Side; y: number }
const isOurs = ({ side }: Row) => side.isAnswered

function meanOf(rows: readonly Row[]): { mean: number; weight: number; count: number } | null {
  const weight = rows.reduce((sum, { side }) => sum + side.weight, 0)
  if (weight === 0) return null
  return { mean: rows.reduce((sum, { side, y }) => sum + side.weight * y, 0) / weight, weight, count: rows.length }
}

/** The slopes of what both sides still differ in; where a cell has few, it takes those of all. */
export function slopesOf(sides: readonly Side[], kind: EffectOutcomeKind): Float64Array {
  const width = sides[0]?.x.length ?? 0
  const size = width + 2
  const [square, right] = [new Float64Array(size * size), new Float64Array(size)]
  for (const { x, y, weight, isAnswered } of sides) {
    const row = [1, isAnswered ? 1 : 0, ...x]
    addOuter(square, row, weight)
    for (let i = 0; i < size; i += 1) right[i] = (right[i] ?? 0) + weight * (row[i] ?? 0) * y[kind]
  }
  return times(inverse(square, size), right).slice(2)
}

function varianceOf(sides: readonly Side[], pulls: readonly number[]): number {
  const by = (keyOf: (side: Side) => string | number) => {
    const sums = new Map<string | number, number>()
    for (const [i, side] of sides.entries()) sums.set(keyOf(side), (sums.get(keyOf(side)) ?? 0) + (pulls[i] ?? 0))
    let sum = 0
    for (const one of sums.values()) sum += one ** 2
    return (sum * sums.size) / Math.max(1, sums.size - 1)
  }
  const [pairs, people] = [by(({ pair }) => pair), by(({ author }) => author)]
  const alone = pulls.reduce((sum, one) => sum + one ** 2, 0)
  return Math.max(pairs, people, pairs + people - alone)
}

/** Student's, for as many witnesses, by its first terms. */
function quantile(count: number): number {
  return z + (z ** 3 + z) / (4 * Math.max(1, count - 1))
}
