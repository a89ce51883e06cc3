import { heads } from '#triage/heads.ts'
import type { Labels } from './read-seeds.ts'

/** Seen this often before anything was seen: what never went together is not ruled out. */
const seenBefore = 0.3

/** Which sentiments go with which intents: the logarithm of how much more often than by chance, rounded. */
export function companyOf(labels: readonly Labels[]): number[][] {
  const count = (holds: (one: Labels) => boolean): number => labels.filter(holds).length
  const all = labels.length + seenBefore * heads.sentiment.length * heads.intent.length
  return heads.sentiment.map((sentiment) =>
    heads.intent.map((intent) => {
      const both = count((one) => one.sentiment === sentiment && one.intent === intent) + seenBefore
      const apart = (count((one) => one.sentiment === sentiment) + 1) * (count((one) => one.intent === intent) + 1)
      return Math.round(1_000 * Math.log((both * all) / apart)) / 1_000
    }),
  )
}
