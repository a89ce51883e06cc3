import type { Reason } from '#domain/assessment.ts'
import type { Span } from '#domain/span.ts'

/** One thing that pulled on one label, before it becomes a reason. */
export type Pull = { code: string; value?: string; weight: number; spans: readonly Span[] }

/** Reasons kept of one label; the smallest beyond it are added together, so that the sum stays exact. */
const reasonsMax = 24

export function sumOf(pulls: readonly Pull[]): number {
  return pulls.reduce((sum, pull) => sum + pull.weight, 0)
}

/** Pulls as reasons, the strongest first. Their weights add up to `sumOf(pulls)`. */
export function reasonsOf(label: Reason['label'], pulls: readonly Pull[]): Reason[] {
  const sorted = pulls.filter((pull) => pull.weight !== 0).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const kept = sorted.length > reasonsMax ? sorted.slice(0, reasonsMax - 1) : sorted
  const rest = sumOf(sorted.slice(kept.length))
  const all = rest === 0 ? kept : [...kept, { code: 'rest', weight: rest, spans: [] }]
  return all.map(({ code, value, weight, spans }) => ({
    label,
    code,
    ...(value === undefined ? {} : { value }),
    weight,
    spans: spans.map(([start, end]): [number, number] => [start, end]),
  }))
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** Evidence of at least 0 → a share: none is 0, ln 2 is a half, and it never quite reaches 1. */
export function shareOf(evidence: number): number {
  return evidence <= 0 ? 0 : 1 - Math.exp(-evidence)
}
