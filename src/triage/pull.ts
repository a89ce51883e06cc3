import type { Reason } from '#domain/assessment.ts'
import type { Span } from '#domain/span.ts'
import { type ReadText, spansOf } from './tokenise.ts'

/** One thing that pulled on one label, before it becomes a reason: what it quotes is looked up when somebody asks. */
export type Pull = {
  code: string
  value?: string
  weight: number
  /** The tokens it rests on, ascending. */
  places: readonly number[]
  /** The sentences whose mark at the end it rests on. */
  ends?: readonly number[]
}

/** What rests on no word in particular. */
export const nowhere: readonly number[] = []

/** Reasons kept of one label; the smallest beyond it are added together, so that the sum stays exact. */
const reasonsMax = 24

export function sumOf(pulls: readonly Pull[]): number {
  let sum = 0
  for (let i = 0; i < pulls.length; i += 1) sum += (pulls[i] as Pull).weight
  return sum
}

/** Pulls as reasons, the strongest first. Their weights add up to `sumOf(pulls)`. */
export function reasonsOf(label: Reason['label'], pulls: readonly Pull[], read: ReadText): Reason[] {
  const sorted = pulls.filter((pull) => pull.weight !== 0).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const kept = sorted.length > reasonsMax ? sorted.slice(0, reasonsMax - 1) : sorted
  const rest = sumOf(sorted.slice(kept.length))
  const all = rest === 0 ? kept : [...kept, { code: 'rest', weight: rest, places: nowhere }]
  return all.map((pull) => {
    const { code, weight, value = quoteOf(pull, read) } = pull
    return { label, code, ...(value === undefined ? {} : { value }), weight, spans: spansOfPull(pull, read) }
  })
}

function spansOfPull({ places, ends }: Pull, read: ReadText): [number, number][] {
  if (!ends) return spansOf(read, places)
  return ends.map((at): [number, number] => {
    const end = read.sentences[at]?.end ?? 0
    return [end - 1, end]
  })
}

/** What was written there: of a phrase with a gap its parts, of a denial everything from the "not" on. */
function quoteOf({ code, places }: Pull, read: ReadText): string | undefined {
  const spans: Span[] = spansOf(read, places)
  if (code === 'negated') return read.text.slice(spans[0]?.[0], spans.at(-1)?.[1])
  if (code !== 'word' && code !== 'learned' && code !== 'corrected') return undefined
  return spans.map(([start, end]) => read.text.slice(start, end)).join(' … ')
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** Evidence of at least 0 → a share: none is 0, ln 2 is a half, and it never quite reaches 1. */
export function shareOf(evidence: number): number {
  return evidence <= 0 ? 0 : 1 - Math.exp(-evidence)
}
