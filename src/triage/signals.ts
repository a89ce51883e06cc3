import type { Intent } from '#domain/assessment.ts'
import type { RuleJudgement } from './judge-by-rules.ts'
import { type Pull, sumOf } from './pull.ts'

/** What rules and word lists found, as numbers beside the words: each is a sum of pulls of one direction. */
export const signalNames = [
  ...(['up', 'down', 'sarcasm', 'spam', 'anger', 'today', 'alarm'] as const),
  ...(['question', 'complaint', 'praise', 'lead', 'news', 'advertising', 'legal_threat', 'job', 'crisis'] as const),
] as const
export const signalCount = signalNames.length

const asIntents = ['question', 'complaint', 'praise', 'lead', 'news', 'spam', 'legal_threat', 'job', 'crisis'] as const

/** A sum of this much is a signal of a half; without end it is 1. */
const halfAt = 3

/** The pulls behind each signal, in the order of `signalNames`, all of them positive. */
export function signalPulls(judged: RuleJudgement): (readonly Pull[])[] {
  const { sentiment, sarcasm, spam, anger, intent, urgency } = judged
  const raised = (from: number): Pull[] =>
    urgency.urgency >= from
      ? urgency.pulls.filter(({ weight }) => weight > 0).map((pull) => ({ ...pull, weight: halfAt }))
      : []
  const up = sentiment.pulls.filter((pull) => pull.weight > 0)
  const down = sentiment.pulls.flatMap((pull) => (pull.weight < 0 ? [{ ...pull, weight: -pull.weight }] : []))
  const ofIntent = (one: Exclude<Intent, 'unsure'>): Pull[] => intent.all[one].filter((pull) => pull.weight > 0)
  return [up, down, sarcasm, spam, anger, raised(2), raised(3), ...asIntents.map(ofIntent)]
}

/** Between 0 and 1 each, so that a heap of findings does not drown the words. */
export function signalsOf(pulls: readonly (readonly Pull[])[]): Float64Array {
  return Float64Array.from(pulls, (of) => {
    const sum = sumOf(of)
    return sum <= 0 ? 0 : sum / (sum + halfAt)
  })
}
