import type { AnswerPace } from './answer-pace.ts'
import { dayPartAt, type WaitingMessage } from './waiting-message.ts'

/** Who was answered, and somebody alike who at the same age of their message had no answer yet. */
export type Pair = { answered: WaitingMessage; other: WaitingMessage; age: number }

/** In units of how much the score differs among all: farther apart are not alike (Austin 2011). */
const calliper = 0.25
/** How much the traits themselves count beside the score, and that it is another part of the day. */
const traitWeight = 0.1
const dayPartWeight = 0.1
const weekMinutes = 10_080

export type MatchGiven = { messages: readonly WaitingMessage[]; pace: AnswerPace; windowMinutes: number }

/**
 * To each answered message, whoever was answered soonest first, the nearest that at that age was neither answered nor followed by anything. Nobody stands in for two. The order
 * matters: who is taken at an age must not depend on what happens after it, and in any other those who wait longest are taken first (Li, Propert and Rosenbaum 2001). Because
 * both are compared from the same age on, the time before the answer, in which nothing can have come after it, counts for nobody.
 */
export function matchMessages({ messages, pace, windowMinutes }: MatchGiven): { pairs: Pair[]; answered: number } {
  const scored = messages.map((message) => ({ message, score: pace.scoreOf(message), isTaken: false }))
  const spread = deviation(scored.map(({ score }) => score)) || 1
  const byStratum = Map.groupBy(
    scored.toSorted((a, b) => a.score - b.score),
    ({ message }) => message.stratum,
  )
  const pairs: Pair[] = []
  const answered = scored
    .filter(({ message }) => wasAnswered(message, windowMinutes))
    .toSorted((a, b) => (a.message.answeredAfter ?? 0) - (b.message.answeredAfter ?? 0))
  for (const { message, score } of answered) {
    const age = message.answeredAfter ?? 0
    const near = nearest({
      ...{ message, score, age, spread, windowMinutes },
      candidates: byStratum.get(message.stratum) ?? [],
    })
    if (!near) continue
    near.isTaken = true
    pairs.push({ answered: message, other: near.message, age })
  }
  return { pairs, answered: answered.length }
}

type Scored = { message: WaitingMessage; score: number; isTaken: boolean }

/** Before they did anything else, and long enough ago to have been watched to the end. */
function wasAnswered({ answeredAfter, nextAfter, seenFor }: WaitingMessage, windowMinutes: number): boolean {
  if (answeredAfter === null || answeredAfter + windowMinutes > seenFor) return false
  return nextAfter === null || nextAfter > answeredAfter
}

type Sought = Pick<Scored, 'message' | 'score'> & {
  age: number
  spread: number
  windowMinutes: number
  candidates: readonly Scored[]
}

function nearest({ message, score, age, spread, windowMinutes, candidates }: Sought): Scored | undefined {
  let [best, least] = [undefined as Scored | undefined, Number.POSITIVE_INFINITY]
  const part = partAt(message, age)
  for (let i = firstFrom(candidates, score - calliper * spread); i < candidates.length; i += 1) {
    const one = candidates[i]
    if (!one || one.score > score + calliper * spread) break
    if (one.isTaken || one.message === message || !isWaiting(one.message, age, windowMinutes)) continue
    if (one.message.author === message.author) continue
    const away =
      ((one.score - score) / spread) ** 2 +
      traitWeight * apart(one.message.traits, message.traits) +
      (partAt(one.message, age) === part ? 0 : dayPartWeight)
    if (away < least) [best, least] = [one, away]
  }
  return best
}

function partAt({ publishedMinute }: WaitingMessage, age: number) {
  return dayPartAt((publishedMinute + age) % weekMinutes).part
}

function isWaiting({ answeredAfter, nextAfter, seenFor }: WaitingMessage, age: number, windowMinutes: number): boolean {
  return (
    seenFor >= age + windowMinutes &&
    (answeredAfter === null || answeredAfter > age) &&
    (nextAfter === null || nextAfter > age)
  )
}

function firstFrom(candidates: readonly Scored[], score: number): number {
  let [low, high] = [0, candidates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((candidates[middle]?.score ?? 0) < score) low = middle + 1
    else high = middle
  }
  return low
}

function apart(one: readonly number[], other: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < one.length; i += 1) sum += ((one[i] ?? 0) - (other[i] ?? 0)) ** 2
  return sum
}

export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1))
}
