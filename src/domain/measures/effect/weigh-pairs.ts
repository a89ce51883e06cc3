import type { AnswerPace } from './answer-pace.ts'
import type { Pair } from './match-messages.ts'
import { dayPartAt, dayParts, type WaitingMessage } from './waiting-message.ts'

/** What is asked of the time after: all are said of everybody, also of whoever said nothing more. */
export const effectOutcomeKinds = ['tone', 'wroteAgain', 'thanked', 'deleted'] as const
export type EffectOutcomeKind = (typeof effectOutcomeKinds)[number]

/** One side of a pair, as it goes into the sum. */
export type Side = {
  pair: number
  author: string
  cell: string | null
  isAnswered: boolean
  weight: number
  /** Traits, and which part of the day it was when both were compared. */
  x: number[]
  y: Record<EffectOutcomeKind, number>
}

/** One may stand for so many of those who were answered in the window: without a bound a single one could be the figure. */
const weightMost = 20
/** A stratum of fewer pairs has no level of its own. */
const stratumFloor = 10
const weekMinutes = 10_080

/**
 * Both sides of each pair. Somebody alike who was answered within the window, before doing anything, is not known any further and goes; whoever stays stands
 * for them too, by how likely it was to stay without an answer until then (inverse probability of censoring weights, Robins and Finkelstein 2000).
 */
export function weighPairs(
  pairs: readonly Pair[],
  { pace, windowMinutes }: { pace: AnswerPace; windowMinutes: number },
): Side[] {
  const strata = [...Map.groupBy(pairs, ({ answered }) => answered.stratum)].flatMap(([stratum, of]) =>
    of.length >= stratumFloor ? [stratum] : [],
  )
  return pairs.flatMap(({ answered, other, age }, pair) => {
    const end = age + windowMinutes
    const inStratum = strata.slice(1).map((one) => (one === answered.stratum ? 1 : 0))
    const sideOf = (message: WaitingMessage) => ({
      ...{ pair, author: message.author, cell: answered.cell, x: [...placeOf(message, age), ...inStratum] },
      y: seenIn(message, end),
    })
    const first: Side = { ...sideOf(answered), isAnswered: true, weight: 1 }
    const until = Math.min(other.nextAfter ?? end, end)
    if (other.answeredAfter !== null && other.answeredAfter < until) return [first]
    const weight = Math.min(weightMost, 1 / pace.unanswered(other, age, until))
    return [first, { ...sideOf(other), isAnswered: false, weight }]
  })
}

function placeOf({ traits, publishedMinute }: WaitingMessage, age: number): number[] {
  const { part } = dayPartAt((publishedMinute + age) % weekMinutes)
  return [...traits, ...dayParts.slice(1).map((one) => (one === part ? 1 : 0))]
}

/** Whoever says nothing more is as they were. */
function seenIn({ nextAfter, next, isThanks }: WaitingMessage, end: number): Record<EffectOutcomeKind, number> {
  const seen = nextAfter !== null && nextAfter <= end ? next : null
  return {
    tone: seen === 'milder' ? 1 : seen === 'harsher' ? -1 : 0,
    wroteAgain: seen !== null && seen !== 'deleted' ? 1 : 0,
    thanked: seen !== null && seen !== 'deleted' && isThanks ? 1 : 0,
    deleted: seen === 'deleted' ? 1 : 0,
  }
}
