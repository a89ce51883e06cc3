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
  const ofIntent = (one: Exclude<Intent, 'unsure'>): Pull[] => {
    const pulls = intent.all[one].filter((pull) => pull.weight > 0)
    return scaledTo(sumOf(pulls), pulls)
  }
  const raised = (from: number): Pull[] =>
    urgency.urgency >= from
      ? urgency.pulls
          .filter(({ weight }) => weight > 0)
          .flatMap((pull) => {
            // Not "because it is a crisis", but what says that it is one.
            const why = pull.code === 'intent' && intent.top !== 'unsure' ? ofIntent(intent.top) : []
            return scaledTo(halfAt, why.length > 0 ? why : [pull])
          })
      : []
  const up = sentiment.pulls.filter((pull) => pull.weight > 0)
  const down = sentiment.pulls.flatMap((pull) => (pull.weight < 0 ? [{ ...pull, weight: -pull.weight }] : []))
  return [up, down, sarcasm, spam, anger, raised(2), raised(3), ...asIntents.map(ofIntent)]
}

/** The same pulls with another sum. That an intent beats the others is no reason of its own: it makes the reasons for it heavier. */
function scaledTo(sum: number, pulls: readonly Pull[]): Pull[] {
  const reasons = pulls.filter(({ code }) => code !== 'beats')
  const times = sum / sumOf(reasons)
  return reasons.map((pull) => ({ ...pull, weight: pull.weight * times }))
}

/** Between 0 and 1 each, so that a heap of findings does not drown the words. */
export function signalsOf(judged: RuleJudgement): Float64Array {
  const signals = new Float64Array(signalCount)
  const pulls = signalPulls(judged)
  for (let at = 0; at < signalCount; at += 1) {
    const sum = sumOf(pulls[at] ?? [])
    signals[at] = sum <= 0 ? 0 : sum / (sum + halfAt)
  }
  return signals
}
