import { type Measure, measureOf } from './measure.ts'

/** What was said of us, by tone. What could not be told (`unsure`) counts as a message and not for the score. */
export type ToneCounts = { negative: number; neutral: number; mixed: number; positive: number; unsure: number }
export type Tone = keyof ToneCounts

const z = 1.96
/** A single day hides how much days differ; from so many on they tell. */
const daysFloor = 5

export function assessedIn({ negative, neutral, mixed, positive }: ToneCounts): number {
  return negative + neutral + mixed + positive
}

export function messagesIn(counts: ToneCounts): number {
  return assessedIn(counts) + counts.unsure
}

export function sumOf(all: readonly ToneCounts[]): ToneCounts {
  const sum = { negative: 0, neutral: 0, mixed: 0, positive: 0, unsure: 0 }
  for (const one of all) {
    sum.negative += one.negative
    sum.neutral += one.neutral
    sum.mixed += one.mixed
    sum.positive += one.positive
    sum.unsure += one.unsure
  }
  return sum
}

/** From -1 (all of it negative) to 1. */
export function netTone(counts: ToneCounts): number | null {
  const assessed = assessedIn(counts)
  return assessed === 0 ? null : (counts.positive - counts.negative) / assessed
}

/**
 * 50 + 50 × (positive − negative) ÷ assessed: 0 where all is negative, 100 where all is positive, 50 where they are as many.
 *
 * Its doubt is that of chance among messages, or of how much days differ, whichever is larger: a storm of a thousand messages about one evening is not a thousand
 * witnesses. `days` are the days of the period, also those without a message.
 */
export function reputationScore(days: readonly ToneCounts[]): Measure {
  const all = sumOf(days)
  const net = netTone(all)
  const sample = assessedIn(all)
  if (net === null) return measureOf(null, { low: 0, high: 100, sample })
  const reach = 50 * z * scoreError(days)
  const value = 50 + 50 * net
  return measureOf(value, { low: Math.max(0, value - reach), high: Math.min(100, value + reach), sample })
}

/** The standard error of the net tone. */
function scoreError(days: readonly ToneCounts[]): number {
  const all = sumOf(days)
  const n = assessedIn(all)
  const net = netTone(all) ?? 0
  // One more of each kind: where all agree there is still doubt.
  const varied = (all.positive + all.negative + 2) / (n + 3) - ((all.positive - all.negative) / (n + 3)) ** 2
  const byChance = varied / n
  const seen = days.filter((day) => assessedIn(day) > 0)
  if (seen.length < daysFloor) return Math.sqrt(byChance)
  const between =
    seen.reduce((sum, day) => sum + (day.positive - day.negative - net * assessedIn(day)) ** 2, 0) / n ** 2
  return Math.sqrt(Math.max(byChance, (between * seen.length) / (seen.length - 1)))
}

export type ScoreChange = { points: number; low: number; high: number; isClear: boolean }

/** What changed between two times, and whether chance alone would explain it. Null where one of them has too few to compare. */
export function scoreChange(now: readonly ToneCounts[], before: readonly ToneCounts[]): ScoreChange | null {
  const [one, other] = [reputationScore(now), reputationScore(before)]
  if (one.value === null || other.value === null || one.isTooFew || other.isTooFew) return null
  const points = one.value - other.value
  const reach = 50 * z * Math.hypot(scoreError(now), scoreError(before))
  return { points, low: points - reach, high: points + reach, isClear: Math.abs(points) > reach }
}

/** Of one topic in one time: its part of the messages, and of positive less negative ones. A message of three topics is a third of each. */
export type TopicPart = { topicId: string; weight: number; pull: number }
export type Driver = { topicId: string; points: number }

/**
 * What each topic did to the score. With `s` what a topic pulls (positive less negative), `w` how many of its messages were assessed, and S and W the sums of all:
 * 50 × (change of s × mean W − change of w × mean S) ÷ (W now × W before). A topic moves the score by more or fewer messages that are better or worse than the
 * rest, and by their tone; one of which nothing changed did nothing. The points of all topics are exactly the change of the score.
 */
export function driversOf(now: readonly TopicPart[], before: readonly TopicPart[]): Driver[] {
  const [one, other] = [wholeOf(now), wholeOf(before)]
  if (one.weight === 0 || other.weight === 0) return []
  const [meanWeight, meanPull] = [(one.weight + other.weight) / 2, (one.pull + other.pull) / 2]
  return [...new Set([...now, ...before].map(({ topicId }) => topicId))]
    .map((topicId) => {
      const [a, b] = [now, before].map((all) => wholeOf(all.filter((part) => part.topicId === topicId)))
      const [pulled, grown] = [(a?.pull ?? 0) - (b?.pull ?? 0), (a?.weight ?? 0) - (b?.weight ?? 0)]
      return { topicId, points: (50 * (pulled * meanWeight - grown * meanPull)) / (one.weight * other.weight) }
    })
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

function wholeOf(parts: readonly TopicPart[]): { weight: number; pull: number } {
  return {
    weight: parts.reduce((sum, { weight }) => sum + weight, 0),
    pull: parts.reduce((sum, { pull }) => sum + pull, 0),
  }
}
