// Twelve weeks of a name being talked about, with crises and peaks that are none, whose truth is known.
import { type Random, seededRandom } from '#testing/seeded-random.ts'

/**
 * What the replay is made of, and nothing of it knows the detector: messages by the hour of the day and of the week, growth over the
 * weeks, hours that are busier or quieter than chance alone, threads that bring several at once, days on which the tone is worse, two public
 * holidays; forty crises of five shapes and forty benign peaks of five kinds, in a random order, at any hour.
 *
 * A crisis is as large as its name makes it: ten to twenty-four messages an hour more, and three to eight times the grave messages of an average hour.
 * One that by chance never becomes three times what is usual at its hour is no crisis, and is told again, a quarter larger.
 */
export type Shape = 'blow' | 'viral' | 'smoulder' | 'two waves' | 'outage'
export type Peak = 'campaign' | 'praise' | 'entered ahead' | 'one angry person' | 'news'
export type Happening = {
  kind: 'crisis' | 'benign'
  what: Shape | Peak
  startAt: number
  endAt: number
  /**
   * The first bin at whose end it can be called a crisis by anybody who knew all: its own grave messages within one stretch of a quarter of an
   * hour to eight hours are five more than three times what is usual there.
   */
  thereAt: number
  firstAt: number
}

export type Replay = {
  /** People, as the product counts them: who has written within a day counts once. */
  grave: Int32Array
  all: Int32Array
  /** Every message, as others count. */
  messages: { grave: Int32Array; all: Int32Array }
  /** What is usual by the truth, which nobody knows. */
  usual: Usual
  happenings: Happening[]
  slots: number[]
}

export const binsOfHour = 12
export const weeks = 12
export const hours = weeks * 7 * 24
export const bins = hours * binsOfHour
const firstHour = 10 * 24
const shapes: readonly Shape[] = ['blow', 'viral', 'smoulder', 'two waves', 'outage']
const peaks: readonly Peak[] = ['campaign', 'praise', 'entered ahead', 'one angry person', 'news']
const each = 8
const holidays = [31, 52]
const graveShare = 0.2

export function replay({ perDay, seed }: { perDay: number; seed: number }): Replay {
  const random = seededRandom(seed)
  const slots = Array.from({ length: hours }, (_, hour) =>
    holidays.includes(Math.floor(hour / 24)) ? 144 + (hour % 24) : hour % 168,
  )
  const usual = usualRates(random, { perDay, slots })
  const [grave, all] = [new Int32Array(bins), new Int32Array(bins)]
  sayUsual(random, { usual, grave, all })
  const order = shuffled(random, [
    ...shapes.flatMap((what) => Array.from({ length: each }, () => ({ kind: 'crisis' as const, what }))),
    ...peaks.flatMap((what) => Array.from({ length: each }, () => ({ kind: 'benign' as const, what }))),
  ])
  const apart = (hours - firstHour - 12) / order.length
  const happenings = order.map((one, at) => {
    const hour = firstHour + at * apart + random.next() * (apart - 14)
    const startAt = Math.floor(hour * binsOfHour)
    return one.kind === 'crisis'
      ? sayCrisis(random, { what: one.what, startAt, usual, grave, all })
      : sayPeak(random, { what: one.what, startAt, usual, grave, all })
  })
  return { grave, all, messages: withWrathOfOne(random, { grave, all, happenings }), usual, happenings, slots }
}

/** One angry person writes some twenty times within the hours; to the product that is one, whom it has counted. */
function withWrathOfOne(
  random: Random,
  { grave, all, happenings }: Pick<Replay, 'grave' | 'all' | 'happenings'>,
): Replay['messages'] {
  const messages = { grave: grave.slice(), all: all.slice() }
  for (const { what, startAt, endAt } of happenings) {
    if (what !== 'one angry person') continue
    for (let left = random.between(14, 24); left > 0; left -= 1)
      say({ ...messages, bin: startAt + random.below(endAt - startAt), isGrave: true })
  }
  return messages
}

/** Grave messages expected in each bin by the truth, and the tone of the day. */
export type Usual = { all: Float64Array; tone: Float64Array }

function usualRates(random: Random, { perDay, slots }: { perDay: number; slots: number[] }): Usual {
  const dayTimes = [1.05, 1.1, 1.08, 1.1, 1.05, 0.85, 0.77]
  const hourTimes = Array.from(
    { length: 24 },
    (_, hour) => 0.12 + Math.exp(-((hour - 11) ** 2) / 18) + 1.1 * Math.exp(-((hour - 20) ** 2) / 8),
  )
  const average = hourTimes.reduce((sum, one) => sum + one, 0) / 24
  const [all, tone] = [new Float64Array(bins), new Float64Array(bins)]
  let dayTone = graveShare
  let mood = 1
  for (let hour = 0; hour < hours; hour += 1) {
    if (hour % 24 === 0) dayTone = graveShare * Math.exp(0.2 * normal(random))
    // Busy hours come in a row.
    mood = Math.exp(0.7 * Math.log(mood) + 0.18 * normal(random))
    const slot = slots[hour] ?? 0
    const growth = 1 + (0.3 * hour) / hours
    const rate =
      (perDay / 24) * (dayTimes[Math.floor(slot / 24)] ?? 1) * ((hourTimes[slot % 24] ?? 1) / average) * growth * mood
    for (let bin = hour * binsOfHour; bin < (hour + 1) * binsOfHour; bin += 1) {
      all[bin] = rate / binsOfHour
      tone[bin] = dayTone
    }
  }
  return { all, tone }
}

const threadShare = 0.08

function sayUsual(random: Random, { usual, grave, all }: { usual: Usual; grave: Int32Array; all: Int32Array }): void {
  for (let bin = 0; bin < bins; bin += 1) {
    for (let left = poisson(random, usual.all[bin] ?? 0); left > 0; left -= 1) {
      const isGrave = random.chance(usual.tone[bin] ?? 0)
      say({ grave, all, bin, isGrave })
      // Some start a thread: others join within the hour, and mostly agree.
      if (!random.chance(threadShare)) continue
      for (let others = random.between(1, 3); others > 0; others -= 1)
        say({ grave, all, bin: bin + random.below(binsOfHour), isGrave: random.chance(isGrave ? 0.6 : 0.1) })
    }
  }
}

type Said = { startAt: number; usual: Usual; grave: Int32Array; all: Int32Array }

function sayCrisis(random: Random, { what, startAt, usual, grave, all }: Said & { what: Shape }): Happening {
  // As large as what is usual for this name makes it, and never fewer than a few people.
  const usualHour = graveShare * binsOfHour * mean(usual.all)
  const lastsHours = what === 'outage' ? 6 : what === 'smoulder' ? 10 : 8
  const endAt = Math.min(bins, startAt + lastsHours * binsOfHour)
  let peak = 10 + 14 * random.next() + usualHour * (3 + 5 * random.next())
  for (let told = 0; ; told += 1) {
    const own = { grave: new Int32Array(bins), all: new Int32Array(bins) }
    for (let bin = startAt; bin < endAt; bin += 1) {
      const messages = poisson(random, rateOf(what, (bin - startAt) / binsOfHour, peak) / binsOfHour)
      for (let left = messages; left > 0; left -= 1) say({ ...own, bin, isGrave: random.chance(0.8) })
    }
    const thereAt = firstThere(own.grave, { startAt, usual })
    if (thereAt < 0 && told < toldMax) {
      peak *= 1.25
      continue
    }
    for (let bin = startAt; bin < endAt; bin += 1) {
      grave[bin] = (grave[bin] ?? 0) + (own.grave[bin] ?? 0)
      all[bin] = (all[bin] ?? 0) + (own.all[bin] ?? 0)
    }
    return { kind: 'crisis', what, startAt, endAt, thereAt, firstAt: own.all.findIndex((count) => count > 0) }
  }
}

const toldMax = 20

/** Messages an hour, so many hours after it began. */
function rateOf(what: Shape, hour: number, peak: number): number {
  if (what === 'blow') return peak * 0.5 ** (hour / 2)
  if (what === 'viral')
    return hour < 3.5 ? Math.min(peak, (peak / 32) * 2 ** (hour / 0.6)) : peak * 0.5 ** ((hour - 3.5) / 1.5)
  if (what === 'smoulder') return peak * 0.7 * (hour / 10)
  if (what === 'outage') return peak * 0.6
  return hour < 1.5 ? peak : hour > 4.5 && hour < 6 ? peak * 0.9 : peak * 0.1
}

function firstThere(own: Int32Array, { startAt, usual }: { startAt: number; usual: Usual }): number {
  for (let bin = startAt; bin < bins && bin < startAt + 24 * binsOfHour; bin += 1) {
    let [seen, expected] = [0, 0]
    for (let back = 0; back < 8 * binsOfHour; back += 1) {
      seen += own[bin - back] ?? 0
      expected += (usual.all[bin - back] ?? 0) * graveShare
      if (back >= 2 && seen >= 5 + 3 * expected) return bin
    }
  }
  return -1
}

function sayPeak(random: Random, { what, startAt, usual, grave, all }: Said & { what: Peak }): Happening {
  const lastsHours = what === 'entered ahead' ? 3 : random.between(3, 8)
  const endAt = startAt + lastsHours * binsOfHour
  const usualHour = binsOfHour * mean(usual.all)
  const perHour = (usualHour + 4) * (3 + 7 * random.next())
  const tone = { campaign: 0.15, praise: 0.04, 'entered ahead': 0.2, 'one angry person': 1, news: 0.17 }[what]
  for (let bin = startAt; bin < endAt && bin < bins; bin += 1) {
    const messages = what === 'one angry person' ? Number(bin === startAt) : poisson(random, perHour / binsOfHour)
    for (let left = messages; left > 0; left -= 1) say({ grave, all, bin, isGrave: random.chance(tone) })
  }
  return { kind: 'benign', what, startAt, endAt, thereAt: startAt, firstAt: startAt }
}

function say({
  grave,
  all,
  bin,
  isGrave,
}: {
  grave: Int32Array
  all: Int32Array
  bin: number
  isGrave: boolean
}): void {
  if (bin >= bins) return
  all[bin] = (all[bin] ?? 0) + 1
  if (isGrave) grave[bin] = (grave[bin] ?? 0) + 1
}

function poisson(random: Random, rate: number): number {
  const bound = Math.exp(-rate)
  let [count, product] = [0, random.next()]
  while (product > bound) {
    count += 1
    product *= random.next()
  }
  return count
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

const mean = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items]
  return Array.from({ length: left.length }, () => left.splice(random.below(left.length), 1)[0]).filter(
    (one) => one !== undefined,
  )
}
