import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Random, seededRandom } from '#testing/seeded-random.ts'
import { forecastHours, forecastPeople } from './forecast-people.ts'

/**
 * Courses by shapes of their own, none of which is the model: a blow that halves every two hours, one that doubles every 36 minutes and then ebbs, an outage that
 * stays and stops, what smoulders, two waves, and an evening on which nothing happens. Asked somewhere in the middle, as an alert is.
 */
type Shape = (bin: number, random: Random) => number
const shapes: Record<string, Shape> = {
  blow: (bin) => 6 * 0.5 ** (bin / 8),
  viral: (bin) => (bin < 16 ? 0.4 * 2 ** (bin / 2.4) : 0.4 * 2 ** (16 / 2.4) * 0.5 ** ((bin - 16) / 6)),
  outage: (bin) => (bin < 24 ? 4 : 0.3),
  smoulder: (bin) => 0.2 + 0.12 * bin,
  'two waves': (bin) => (bin < 6 || (bin >= 18 && bin < 24) ? 5 : 0.5),
  quiet: () => 0.8,
}
const calmBins = 12

function poisson(random: Random, rate: number): number {
  let [count, product, least] = [0, random.next(), Math.exp(-rate)]
  while (product > least) {
    count += 1
    product *= random.next()
  }
  return count
}

function measure(seeds: readonly number[]) {
  const held: Record<string, { hours: number; within: number; below: number; above: number }> = {}
  for (const seed of seeds) {
    const random = seededRandom(seed)
    for (const [name, shape] of Object.entries(shapes)) {
      const size = 0.6 + 2 * random.next()
      const asked = calmBins + random.between(3, 22)
      const counts = Array.from({ length: asked + forecastHours * 4 }, (_, bin) =>
        poisson(random, 0.3 + (bin < calmBins ? 0 : size * shape(bin - calmBins, random))),
      )
      held[name] ??= { hours: 0, within: 0, below: 0, above: 0 }
      const sums = held[name]
      forecastPeople(counts.slice(0, asked)).forEach(({ low, high }, hour) => {
        const real = counts.slice(asked + 4 * hour, asked + 4 * hour + 4).reduce((all, one) => all + one, 0)
        sums.hours += 1
        if (real < low) sums.below += 1
        else if (real > high) sums.above += 1
        else sums.within += 1
      })
    }
  }
  return held
}

test('the interval holds about eight of ten times, on courses that are none of the model', (t) => {
  const from = 1_001
  const held = measure(Array.from({ length: 40 }, (_, at) => from + at))
  const all = Object.values(held).reduce(
    (sum, one) => ({ hours: sum.hours + one.hours, within: sum.within + one.within }),
    { hours: 0, within: 0 },
  )
  for (const [name, { hours, within, below, above }] of Object.entries(held))
    t.diagnostic(
      `${name}: ${((100 * within) / hours).toFixed(0)} % of ${hours} hours within, ${below} below, ${above} above`,
    )
  t.diagnostic(`all: ${((100 * all.within) / all.hours).toFixed(1)} %`)
  assert.ok(all.within / all.hours > 0.76 && all.within / all.hours < 0.86, `${all.within / all.hours}`)
})

test('what grows is expected to grow, what ebbs to ebb, and both with less than certainty', () => {
  const [growing] = forecastPeople([0, 0, 1, 0, 1, 2, 3, 5, 8, 12])
  const [ebbing] = forecastPeople([0, 1, 20, 18, 14, 9, 7, 4, 3, 2])
  assert.ok(growing && growing.middle > 30 && growing.low < growing.middle && growing.high > growing.middle)
  assert.ok(ebbing && ebbing.middle < 30)
})

test('the same counts give the same figures, and of next to nothing nothing is said', () => {
  const people = [0, 1, 2, 4, 3, 6]
  assert.deepEqual(forecastPeople(people), forecastPeople(people))
  assert.deepEqual(forecastPeople([0, 1, 0, 2]), [])
  assert.deepEqual(forecastPeople([]), [])
})
