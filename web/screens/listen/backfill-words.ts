import type { BackfillView } from '#api/contract/shapes.ts'

/** What we have goes fast and counts for a tenth; each network is one part of the rest, by the days it is through. */
const storedShare = 0.1

/** How much of the way is gone, 0 to 1. */
export function shareDone({ stored, sources, since }: BackfillView, now = Date.now()): number {
  if (!stored.isDone) return stored.of === 0 ? 0 : storedShare * Math.min(1, stored.tried / stored.of)
  if (sources.length === 0) return storedShare
  const wholeMs = Math.max(1, now - Date.parse(since))
  const parts = sources.map(({ state, backTo }) => {
    if (state !== 'running') return 1
    return backTo ? Math.min(0.95, (now - Date.parse(backTo)) / wholeMs) : 0
  })
  return storedShare + (1 - storedShare) * (parts.reduce((sum, part) => sum + part, 0) / parts.length)
}

/** Why a network could not tell, and what its past leaves out; each once, however many sources say so. */
export function reasonsOf({ sources }: BackfillView, lang: 'en' | 'nl'): string[] {
  return [...new Set(sources.flatMap(({ why }) => (why ? [why[lang]] : [])))]
}
