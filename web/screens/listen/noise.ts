import type { Sample } from '#api/contract/shapes.ts'
import { type Bounds, shareBounds } from '#domain/doubt.ts'
import { hitKey } from '#web/parts/sample/use-first-hits.ts'

export type Noise = { spamCount: number; struckCount: number; of: number; share: number } & Bounds

/** How much of the sample is not worth hearing: judged as spam, or struck here. A message that is both counts once. */
export function noiseIn(sample: readonly Sample[], struckKeys: ReadonlySet<string>): Noise {
  const struckCount = sample.filter((one) => struckKeys.has(hitKey(one))).length
  const spamCount = sample.filter((one) => one.isSpam && !struckKeys.has(hitKey(one))).length
  const of = sample.length
  const count = spamCount + struckCount
  return { spamCount, struckCount, of, share: of === 0 ? 0 : count / of, ...shareBounds(count, of) }
}

/** A number a day as a person says it: from ten on without a fraction. */
export function roundedPerDay(perDay: number): number {
  return perDay >= 10 ? Math.round(perDay) : Math.round(perDay * 10) / 10
}
