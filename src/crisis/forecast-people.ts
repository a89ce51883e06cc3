/**
 * How many people will write something grave in the next hours, with the interval that holds eight of ten times.
 *
 * A damped local trend (Gardner and McKenzie, Management Science 31 (1985)): the logarithm of the rate goes on with its slope, the slope fades, and both
 * wander; what is counted is Poisson on that rate. Nothing of this can be solved in closed form, so that a thousand courses are weighed by what was counted and
 * the likely ones carried on (bootstrap filter; Gordon, Salmond and Smith, IEE Proceedings F 140 (1993)). The same counts give the same figures: chance begins at
 * the same place each time. `forecast-people.test.ts` measures how often the interval holds.
 */
export const forecastBinMinutes = 15
export const forecastHours = 3
const binsOfHour = 60 / forecastBinMinutes
const particles = 500
/** By the quarter of an hour. Tuned on the seeds 1 to 40 of the test, which measures on others. */
const slopeStays = 0.92
const rateWanders = 0.14
const slopeWanders = 0.05
/** What is loud ebbs, more often than it grows. */
const slopeAtLast = -0.025
/** Now and then it breaks off, or flares up: an outage is mended, a paper writes of it. */
const breakShare = 0.03
const breakSize = 1.3
const slopeBefore = 0.25
const rateBefore = 1
/** Nobody writes at no rate at all, and no more than so many in a quarter of an hour are believed in. */
const rateLeast = Math.log(0.02)
const rateMost = Math.log(20_000)
const shares = { low: 0.1, middle: 0.5, high: 0.9 } as const
/** Fewer people than this in all that is known say nothing of a course. */
const peopleLeast = 4

export type Forecast = { low: number; middle: number; high: number }
type Course = { rate: Float64Array; slope: Float64Array }

/** @param people in each quarter of an hour up to now, the oldest first. @returns one for each of the next hours; none where too little was said. */
export function forecastPeople(people: readonly number[]): Forecast[] {
  if (people.reduce((all, one) => all + one, 0) < peopleLeast) return []
  const random = randomFrom(people.length)
  let courses = coursesBefore(people, random)
  for (const [at, count] of people.entries()) {
    if (at > 0) goOn(courses, random)
    courses = likely(courses, { count, random })
  }
  return Array.from({ length: forecastHours }, () => {
    const counts = new Float64Array(particles)
    for (let bin = 0; bin < binsOfHour; bin += 1) {
      goOn(courses, random)
      for (let at = 0; at < particles; at += 1)
        counts[at] = (counts[at] ?? 0) + poisson(random, Math.exp(courses.rate[at] ?? 0))
    }
    counts.sort()
    const share = (of: number) => counts[Math.min(particles - 1, Math.floor(of * particles))] ?? 0
    return { low: share(shares.low), middle: share(shares.middle), high: share(shares.high) }
  })
}

type Random = () => number

function coursesBefore(people: readonly number[], random: Random): Course {
  const first = people.slice(0, binsOfHour)
  const mean = (first.reduce((all, one) => all + one, 0) + 0.5) / (first.length + 1)
  const courses = { rate: new Float64Array(particles), slope: new Float64Array(particles) }
  for (let at = 0; at < particles; at += 1) {
    courses.rate[at] = bound(Math.log(mean) + rateBefore * normal(random))
    courses.slope[at] = slopeBefore * normal(random)
  }
  return courses
}

function goOn({ rate, slope }: Course, random: Random): void {
  for (let at = 0; at < particles; at += 1) {
    const wanders = random() < breakShare ? breakSize : rateWanders
    rate[at] = bound((rate[at] ?? 0) + (slope[at] ?? 0) + wanders * normal(random))
    slope[at] = slopeAtLast + slopeStays * ((slope[at] ?? 0) - slopeAtLast) + slopeWanders * normal(random)
  }
}

/** Drawn anew by how likely each made what was counted, evenly (systematic resampling). */
function likely({ rate, slope }: Course, { count, random }: { count: number; random: Random }): Course {
  const logs = rate.map((log) => count * log - Math.exp(log))
  const high = logs.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
  const weights = logs.map((log) => Math.exp(log - high))
  const step = weights.reduce((all, one) => all + one, 0) / particles
  const drawn = { rate: new Float64Array(particles), slope: new Float64Array(particles) }
  let [from, sum, next] = [0, weights[0] ?? 0, step * random()]
  for (let at = 0; at < particles; at += 1, next += step) {
    while (sum < next && from < particles - 1) {
      from += 1
      sum += weights[from] ?? 0
    }
    drawn.rate[at] = rate[from] ?? 0
    drawn.slope[at] = slope[from] ?? 0
  }
  return drawn
}

const bound = (log: number): number => Math.min(rateMost, Math.max(rateLeast, log))

/** mulberry32 (T. Ettinger): a few lines, and even enough for a thousand courses. */
function randomFrom(seed: number): Random {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

const normalFrom = 30

function poisson(random: Random, rate: number): number {
  if (rate > normalFrom) return Math.max(0, Math.round(rate + Math.sqrt(rate) * normal(random)))
  const least = Math.exp(-rate)
  let [count, product] = [0, random()]
  while (product > least) {
    count += 1
    product *= random()
  }
  return count
}
