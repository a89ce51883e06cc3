import { type Measure, sampleFloor } from '#domain/measures/measure.ts'
import { adjustedDifference, type Difference, slopesOf } from './adjusted-difference.ts'
import { learnPace } from './answer-pace.ts'
import { type Balance, balanceOf } from './balance.ts'
import { deviation, matchMessages } from './match-messages.ts'
import { type Hidden, whatCouldHide } from './sensitivity.ts'
import type { WaitingMessage } from './waiting-message.ts'
import { type EffectOutcomeKind, effectOutcomeKinds, type Side, weighPairs } from './weigh-pairs.ts'

/** What answering did, beside what would have been: as shares from -1 to 1. */
export type EffectMeasure = Measure & {
  /** Of those who were answered, and of those alike who were not. */
  answered: number | null
  without: number | null
}
export type EffectOfAnswering = {
  /** Answers whose window is over, and to how many of them somebody alike was found. */
  answers: number
  matched: number
  /** Those alike, counted by how much each of them stands for. */
  others: number
  outcomes: Record<EffectOutcomeKind, EffectMeasure>
  cells: { cell: string; tone: EffectMeasure }[]
  balance: Balance[]
  hidden: Hidden | null
}

/** A share of fewer than this is not even shown pale: nobody could tell it from chance. */
const shownFloor = 10
/** What waits for longer than five days teaches nothing about how soon one is answered. */
const longestWait = 7_200

/**
 * What answering did to what people do next. Each answered message is held against one that was as likely to be answered, waited as long at the same
 * moment and was not answered yet. Assumes that what decides who is answered is known here; `hidden` says how strong something unknown would have to be.
 * docs/measures.md says all that is assumed, and whose method this is.
 */
export function effectOfAnswering(given: readonly WaitingMessage[], windowMinutes: number): EffectOfAnswering {
  const messages = standardized(given)
  const pace = learnPace(messages, windowMinutes + longestWait)
  const { pairs, answered } = matchMessages({ messages, pace, windowMinutes })
  const sides = weighPairs(pairs, { pace, windowMinutes })
  const slopes = Object.fromEntries(effectOutcomeKinds.map((kind) => [kind, slopesOf(sides, kind)] as const))
  const measured = (of: readonly Side[], kind: EffectOutcomeKind): EffectMeasure =>
    effectMeasure(of, {
      difference: adjustedDifference(of, { kind, slopes: slopes[kind] ?? new Float64Array(0) }),
      // The tone may have become worse on balance; fewer than nobody cannot have written.
      lowest: kind === 'tone' ? -1 : 0,
    })
  const tone = measured(sides, 'tone')
  const others = standFor(sides)
  const byCell = Map.groupBy(sides, ({ cell }) => cell)
  return {
    ...{ answers: answered, matched: pairs.length, others: Math.round(others) },
    outcomes: {
      tone,
      wroteAgain: measured(sides, 'wroteAgain'),
      thanked: measured(sides, 'thanked'),
      deleted: measured(sides, 'deleted'),
    },
    cells: [...byCell].flatMap(([cell, of]) => (cell === null ? [] : [{ cell, tone: measured(of, 'tone') }])),
    balance: balanceOf({ messages, sides, windowMinutes }),
    hidden: tone.isTooFew ? null : whatCouldHide(tone, deviation(sides.map(({ y }) => y.tone))),
  }
}

function effectMeasure(
  sides: readonly Side[],
  { difference, lowest }: { difference: Difference | null; lowest: number },
): EffectMeasure {
  const sample = Math.min(sides.filter(({ isAnswered }) => isAnswered).length, Math.round(standFor(sides)))
  const isTooFew = sample < sampleFloor
  if (!difference || sample < shownFloor)
    return { value: null, low: null, high: null, sample, isTooFew, answered: null, without: null }
  const { value, low, high, answered } = difference
  return { value, low, high, sample, isTooFew, answered, without: Math.max(lowest, answered - value) }
}

/** How many equal ones would know as much (Kish). */
function standFor(sides: readonly Side[]): number {
  const others = sides.filter(({ isAnswered }) => !isAnswered)
  const sum = others.reduce((all, { weight }) => all + weight, 0)
  return sum === 0 ? 0 : sum ** 2 / others.reduce((all, { weight }) => all + weight ** 2, 0)
}

/** All traits on one scale: the mean is 0 and they differ by 1. */
function standardized(messages: readonly WaitingMessage[]): WaitingMessage[] {
  const width = messages[0]?.traits.length ?? 0
  const scales = Array.from({ length: width }, (_, i) => {
    const values = messages.map(({ traits }) => traits[i] ?? 0)
    return { mean: values.reduce((sum, one) => sum + one, 0) / values.length, by: deviation(values) }
  })
  return messages.map((message) => ({
    ...message,
    traits: scales.map(({ mean, by }, i) => (by < 1e-9 ? 0 : ((message.traits[i] ?? 0) - mean) / by)),
  }))
}
