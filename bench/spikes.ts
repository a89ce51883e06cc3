/**
 * How early crises are seen, and how often peace is disturbed: twelve weeks are replayed at 3, 60 and 3,000 messages a day, each with forty crises
 * of five shapes and forty peaks that are none (`spikes.replay.part.ts`), bin by bin through the detector as the product runs it. *Found*: an alert between
 * the first message and a quarter of an hour after it became a crisis by the truth. The rules of others, as their help pages tell them, go through the same replay.
 *
 *   npm run bench -- spikes [--json] [--seeds=3] [--from=101] [--rates=3,60,3000] [--ours] [--each]
 *
 * With `--json` the last line has each figure at its worst among the rates, the figures of each rate, and beside them those of others.
 * Which seeds the bounds were tuned on, and which were never looked at, is in docs/spikes.md.
 */
import { parseArgs } from 'node:util'
import { share } from './house.part.ts'
import { type Alarm, peers } from './spikes.peers.part.ts'
import { ours, oursKnowing } from './spikes.product.part.ts'
import { type Replay, replay, weeks } from './spikes.replay.part.ts'
import { type Figures, figuresOf, type Score, score, sum, worstOf } from './spikes.score.part.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    each: { type: 'boolean' },
    ours: { type: 'boolean' },
    from: { type: 'string', default: '101' },
    seeds: { type: 'string', default: '3' },
    rates: { type: 'string', default: '3,60,3000' },
  },
})
const rates = options.rates.split(',').map(Number)
const seeds = Array.from({ length: Number(options.seeds) }, (_, at) => at + Number(options.from))

type Rule = { name: string; alarms: (given: Replay) => Alarm[] }
type Measured = Figures & { worstFalseAlarmsPerWeek: number; rates: Record<string, Figures> }

const others: readonly Rule[] = [
  { name: 'the same bounds, by somebody who knew the true rates', alarms: oursKnowing },
  ...peers,
]
const figures = { seeds, ...measure({ name: 'Wederhoor', alarms: ours }) }
const beside = options.ours ? {} : { others: Object.fromEntries(others.map((rule) => [rule.name, measure(rule)])) }
console.log(options.json ? JSON.stringify({ ...figures, ...beside }) : figures)

function measure({ name, alarms }: Rule): Measured {
  console.log(`\n${name}`)
  const runs = rates.map((perDay) => {
    const scores = seeds.map((seed) => {
      const given = replay({ perDay, seed: seed * 1_000 + perDay })
      return score(given.happenings, alarms(given))
    })
    print(perDay, scores)
    return { perDay, scores }
  })
  const perRate = runs.map(({ perDay, scores }) => [`${perDay}`, figuresOf(sum(scores))] as const)
  return {
    ...worstOf(perRate.map(([, one]) => one)),
    worstFalseAlarmsPerWeek: Math.max(...runs.flatMap(({ scores }) => scores.map((one) => one.falseAlarms / weeks))),
    rates: Object.fromEntries(perRate),
  }
}

function print(perDay: number, scores: readonly Score[]): void {
  const all = sum(scores)
  const { foundShare, falseAlarmsPerWeek, alertsPerCrisis, tellingsPerCrisis, takenUpShare, medianMinutesToAlert } =
    figuresOf(all)
  const minutes = all.delays.length ? `${medianMinutesToAlert} min (p90 ${share(all.delays, 0.9)})` : '—'
  console.log(
    `  ${String(perDay).padStart(5)} a day: found ${(100 * foundShare).toFixed(1)} %, late ${all.late}, missed ${all.missed} of ${all.crises}; ` +
      `${falseAlarmsPerWeek.toFixed(2)} false alarms a week; ${alertsPerCrisis.toFixed(3)} alerts a crisis, told ${tellingsPerCrisis.toFixed(3)} times, ${(100 * takenUpShare).toFixed(1)} % as what was told before; ` +
      `from the first message ${minutes}`,
  )
  if (options.each) console.log(`        false: ${tally(all.benign)}; not in time: ${tally(all.missedWhat)}`)
}

function tally(names: readonly string[]): string {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${name} ${all.length}`).join(', ') || 'none'
}
