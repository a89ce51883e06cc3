/**
 * Whether the effect of answering is what we say it is: archives are made in which it is known (`src/testing/effect-worlds.ts`), and held against what the report would
 * say of them. The worse a message looks the sooner it is answered, and anger cools by itself, so that what came after an answer says little of what came of it.
 *
 *   npm run bench -- effect [--json] [--seeds=100] [--from=3001] [--messages=1600]
 *
 * Printed beside it: the same by looking before and after (naive), and by holding all who were answered against all who were not (crude); worlds in which answering does
 * nothing to the tone; and worlds that break what is assumed, in which colleagues see anger that triage does not.
 * The method was settled on the seeds 1 to 40 and 1001 to 1100; those from 3001 on were not looked at before.
 */
import { parseArgs } from 'node:util'
import { effectOfAnswering } from '#domain/measures/effect/effect-of-answering.ts'
import type { WaitingMessage } from '#domain/measures/effect/waiting-message.ts'
import { effectWorld, trueEffect } from '#testing/effect-worlds.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '3001' },
    messages: { type: 'string', default: '1600' },
  },
})
const windowMinutes = 48 * 60
const seeds = Array.from({ length: Number(options.seeds) }, (_, i) => Number(options.from) + i)
const messages = Number(options.messages)
const z = 1.96

type Span = { value: number; low: number; high: number }

const effect = run('an answer takes the anger away', { relief: 1 })
const none = run('an answer does nothing to the anger, but people write again', { relief: 0 })
const hidden = run('colleagues see more anger than triage does', { relief: 1, insight: 0.8 })
const figures = {
  coveredOf100: effect.covered,
  naiveCoveredOf100: effect.naive,
  crudeCoveredOf100: effect.crude,
  width: effect.width,
  truth: effect.truth,
  meanEstimate: effect.mean,
  shareMatched: effect.matched,
  withoutEffectCoveredOf100: none.covered,
  withoutEffectNaiveCoveredOf100: none.naive,
  hiddenCoveredOf100: hidden.covered,
  hiddenMeanOff: hidden.mean - hidden.truth,
}
console.log(options.json ? JSON.stringify(figures) : figures)

function run(name: string, world: { relief: number; insight?: number }) {
  const truth = trueEffect(world, windowMinutes)
  const worlds = seeds.map((seed) => {
    const archive = effectWorld({ ...world, seed, messages })
    const { outcomes, matched, answers } = effectOfAnswering(archive, windowMinutes)
    const { value, low, high } = outcomes.tone
    const ours = value === null || low === null || high === null ? null : { value, low, high }
    return { ours, matched: matched / answers, naive: beforeAndAfter(archive), crude: allAgainstAll(archive) }
  })
  const share = (of: (one: (typeof worlds)[number]) => number) =>
    worlds.reduce((sum, one) => sum + of(one), 0) / worlds.length
  const inHundred = (of: (one: (typeof worlds)[number]) => Span | null) => 100 * share((one) => holds(of(one), truth))
  const result = {
    ...{
      truth,
      mean: share(({ ours }) => ours?.value ?? 0),
      width: share(({ ours }) => (ours ? ours.high - ours.low : 0)),
    },
    covered: inHundred(({ ours }) => ours),
    naive: inHundred(({ naive }) => naive),
    crude: inHundred(({ crude }) => crude),
    matched: share(({ matched }) => matched),
  }
  const [naive, crude] = [share((one) => one.naive.value), share((one) => one.crude.value)]
  console.log(`\n${name}: the truth is ${points(truth)} points, in ${worlds.length} archives of ${messages} messages`)
  console.log(
    `  matched           ${points(result.mean)} on average, ±${points(result.width / 2)}, holds it in ${result.covered} of 100`,
  )
  console.log(`  before and after  ${points(naive)} on average, holds it in ${result.naive} of 100`)
  console.log(`  all against all   ${points(crude)} on average, holds it in ${result.crude} of 100`)
  return result
}

function points(share: number): string {
  return (100 * share).toFixed(1)
}

function holds(span: Span | null, truth: number): number {
  return span !== null && span.low <= truth && truth <= span.high ? 1 : 0
}

/** How the tone moved after an answer: what whoever looks before and after takes for its effect. */
function beforeAndAfter(archive: readonly WaitingMessage[]): Span {
  return spanOf(meanOf(archive.filter(({ answeredAfter }) => answeredAfter !== null).map(moved)))
}

function allAgainstAll(archive: readonly WaitingMessage[]): Span {
  const [ours, others] = [true, false].map((isAnswered) =>
    meanOf(archive.filter(({ answeredAfter }) => (answeredAfter !== null) === isAnswered).map(moved)),
  )
  return spanOf({
    mean: (ours?.mean ?? 0) - (others?.mean ?? 0),
    error: Math.hypot(ours?.error ?? 0, others?.error ?? 0),
  })
}

function moved({ answeredAfter, nextAfter, next }: WaitingMessage): number {
  if (nextAfter === null || nextAfter > (answeredAfter ?? 0) + windowMinutes) return 0
  return next === 'milder' ? 1 : next === 'harsher' ? -1 : 0
}

function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

function spanOf({ mean, error }: { mean: number; error: number }): Span {
  return { value: mean, low: mean - z * error, high: mean + z * error }
}
