import { type Expected, logTail } from './count-tail.ts'

/**
 * What is usual: how many messages an hour of the week brings, learned from the hours of the last weeks.
 *
 * - *Shape*: each of the 168 hours of a week against the average hour. An hour of its own is believed as far as it has been seen; for the rest it is
 *   its day times its hour of the day, these smoothed in turn. A shop with three mentions a day has no 168 hours to learn from, and
 *   gets a soft shape; a bank with three thousand gets its own.
 * - *Level*: what the average hour brings now. The past fades by half in two weeks, so that growth is followed.
 * - *Robust*: stretches that chance would hardly have brought, and those of known events, are not learned from, or last month's crisis would hide
 *   the next (Farrington et al., JRSS A 159 (1996), reweigh the past for this reason; with a crisis every other day a bound is safer than a weight).
 * - *Doubt*: level and spread are uncertain when little has been seen, and the negative binomial that answers is as wide as that: with no
 *   history the alarm still works, and asks for more.
 */
export type Rhythm = {
  /** Against the average hour; the mean over the week is 1. */
  shape: readonly number[]
  /** The level, as a gamma: `a / b` messages in an average hour. */
  level: { a: number; b: number }
  /** How much counts of an hour spread beyond chance: variance = mean + mean² × spread. */
  spread: number
}

/** One hour of the past. */
export type PastHour = {
  /** Hour of the week by the clock of the workspace, 0 to 167 from Monday 0:00; a public holiday is a Sunday. */
  slot: number
  count: number
  ageHours: number
  /** 0: known not to be usual (an incident, a campaign entered ahead); 1: as far as anybody knows. */
  weight: number
}

export const slotsOfWeek = 168
const halfLifeHours = 14 * 24
/** What is believed of a level before anything was seen: one message in a day, and little conviction. */
const levelBefore = { a: 0.5, b: 12 }
/** Hours of the average size that a day, an hour of the day and an hour of the week must have been seen to be half believed. */
const believedAt = { day: 20, hour: 20, slot: 12 }
const spreadBefore = { value: 0.15, weight: 20 }
const spreadMax = 4
/** Nobody is talked about as evenly as chance: moods and days differ, and what was set aside as unusual made the rest look more even than it is. */
const spreadMin = 0.1
const stretches = [1, 3, 8]
const unusualAt = -3
const rounds = 2
const firstHours = 7 * 24
const stepHours = 2 * 24
const changedHours = 14 * 24
const changedBelow = 0.4
/** Before anything was seen: people write by day and in the evening, and sleep at night. */
const hourBefore: readonly number[] = Array.from({ length: 24 }, (_, hour) =>
  hour < 7 ? (hour === 0 ? 0.7 : 0.3) : hour < 9 ? 0.9 : hour < 23 ? 1.35 : 1,
)
const shapeBefore: readonly number[] = Array.from({ length: slotsOfWeek }, (_, slot) => hourBefore[slot % 24] ?? 1)

/**
 * Learns forward, as one would have at the time: each week is judged by what was usual before it. To judge a past by itself would be to call its
 * crises usual as soon as there are several.
 *
 * @param hours one after the other, the oldest first, without holes. What is older than twelve weeks brings nothing any more.
 */
export function learnRhythm(hours: readonly PastHour[]): Rhythm {
  let rhythm: Rhythm | undefined
  const newest = hours.at(-1)?.ageHours ?? 0
  for (let until = Math.min(firstHours, hours.length); ; until = Math.min(until + stepHours, hours.length)) {
    const known = hours.slice(0, until)
    const ageNow = (known.at(-1)?.ageHours ?? 0) - newest
    const faded = known.map((hour) => hour.weight * 0.5 ** ((hour.ageHours - ageNow) / halfLifeHours))
    rhythm = settle(known, faded, rhythm ?? plain(known, faded))
    if (until >= hours.length) return rhythm
  }
}

/** The rhythm of some of the messages, whose hours of the week are those of all: these are more, and tell it sooner. */
export function learnPart(hours: readonly PastHour[], { shape }: Rhythm, start?: Rhythm): Rhythm {
  const newest = hours.at(-1)?.ageHours ?? 0
  const faded = hours.map((hour) => hour.weight * 0.5 ** ((hour.ageHours - newest) / halfLifeHours))
  let rhythm: Rhythm = start ? { ...start, shape } : { ...plain(hours, faded), shape }
  for (let round = 0; round < rounds; round += 1) {
    const usual = usualHours(hours, rhythm)
    const weights = faded.map((weight, at) => weight * (usual[at] ?? 1))
    const level = levelOf(hours, weights, shape)
    rhythm = { shape, level, spread: spreadOf(hours, weights, { shape, level }) }
  }
  return rhythm
}

function settle(hours: readonly PastHour[], faded: readonly number[], start: Rhythm): Rhythm {
  let rhythm = start
  for (let round = 0; round < rounds; round += 1) {
    let usual = usualHours(hours, rhythm)
    // Where most of what is new is "unusual", the times have changed: it is learned from as it is.
    if (shareOfLast(usual) < changedBelow) {
      rhythm = plain(hours.slice(-changedHours), faded.slice(-changedHours))
      usual = usualHours(hours, rhythm)
    }
    const weights = faded.map((weight, at) => weight * (usual[at] ?? 1))
    const shape = shapeOf(hours, weights, rhythm)
    const level = levelOf(hours, weights, shape)
    const spread = spreadOf(hours, weights, { shape, level })
    rhythm = { shape, level, spread }
  }
  return rhythm
}

function shareOfLast(usual: readonly number[]): number {
  const last = usual.slice(-changedHours)
  if (last.length < changedHours) return 1
  return last.reduce((sum, one) => sum + one, 0) / last.length
}

const plain = (hours: readonly PastHour[], faded: readonly number[]): Rhythm => ({
  shape: shapeBefore,
  level: plainLevel(hours, faded),
  spread: spreadBefore.value,
})

/** What a stretch of time brings, given how many average hours it is worth. */
export function expectedOf(rhythm: Rhythm, worthHours: number): Expected {
  const { a, b } = rhythm.level
  // The doubt about the level and the spread of the counts add up, as variances of the rate do.
  return { mean: (a / b) * worthHours, shape: 1 / (1 / a + rhythm.spread) }
}

/**
 * Where learning begins: the mean of the days, none of which counts for more than a middling day and three deviations. To begin with the plain mean
 * would be to begin with the crises in it, and to call them usual.
 */
function plainLevel(hours: readonly PastHour[], weights: readonly number[]): Rhythm['level'] {
  const days = new Map<number, { seen: number; worth: number; weight: number }>()
  hours.forEach((hour, at) => {
    if (hour.weight === 0) return
    const day = Math.floor(hour.ageHours / 24)
    const sum = days.get(day) ?? { seen: 0, worth: 0, weight: 0 }
    days.set(day, { seen: sum.seen + hour.count, worth: sum.worth + 1, weight: sum.weight + (weights[at] ?? 0) })
  })
  const daily = [...days.values()].map(({ seen, worth, weight }) => ({ count: (24 * seen) / worth, weight }))
  const middle = daily.map((day) => day.count).toSorted((one, other) => one - other)[Math.floor(daily.length / 2)] ?? 0
  const most = middle + 3 * Math.sqrt(middle + 1)
  let { a, b } = levelBefore
  for (const { count, weight } of daily) {
    a += (weight * Math.min(count, most)) / 24
    b += weight
  }
  return { a, b }
}

/**
 * Which hours were usual: 1, or 0 for those in a stretch that so many messages would have come in by chance once in a thousand times. It is
 * looked for as the alarm does, in stretches of several lengths: what smoulders for eight hours is not seen in any one of them.
 */
function usualHours(hours: readonly PastHour[], rhythm: Rhythm): number[] {
  const usual = hours.map(() => 1)
  for (const length of stretches) {
    let [count, worth] = [0, 0]
    hours.forEach((hour, at) => {
      const left = hours[at - length]
      count += hour.count - (left?.count ?? 0)
      worth += (rhythm.shape[hour.slot] ?? 1) - (left ? (rhythm.shape[left.slot] ?? 1) : 0)
      if (logTail(count, expectedOf(rhythm, worth)) > unusualAt) return
      for (let back = 0; back < length; back += 1) usual[at - back] = 0
    })
  }
  return usual
}

function levelOf(hours: readonly PastHour[], weights: readonly number[], shape: readonly number[]): Rhythm['level'] {
  let { a, b } = levelBefore
  hours.forEach((hour, at) => {
    a += (weights[at] ?? 0) * hour.count
    b += (weights[at] ?? 0) * (shape[hour.slot] ?? 1)
  })
  return { a, b }
}

function spreadOf(
  hours: readonly PastHour[],
  weights: readonly number[],
  { shape, level }: Omit<Rhythm, 'spread'>,
): number {
  let over = spreadBefore.weight * spreadBefore.value
  let all = spreadBefore.weight
  hours.forEach((hour, at) => {
    const mean = (level.a / level.b) * (shape[hour.slot] ?? 1)
    over += (weights[at] ?? 0) * ((hour.count - mean) ** 2 - mean)
    all += (weights[at] ?? 0) * mean * mean
  })
  return Math.min(spreadMax, Math.max(spreadMin, over / all))
}

type Cells = { seen: number[]; worth: number[] }

function shapeOf(hours: readonly PastHour[], weights: readonly number[], before: Rhythm): number[] {
  const mean = before.level.a / before.level.b
  const [days, hoursOfDay, slots] = [cells(7), cells(24), cells(slotsOfWeek)]
  hours.forEach((hour, at) => {
    const weight = weights[at] ?? 0
    for (const [kind, index] of [
      [days, Math.floor(hour.slot / 24)],
      [hoursOfDay, hour.slot % 24],
      [slots, hour.slot],
    ] as const) {
      kind.seen[index] = (kind.seen[index] ?? 0) + weight * hour.count
      kind.worth[index] = (kind.worth[index] ?? 0) + weight
    }
  })
  const total = days.seen.reduce((sum, one) => sum + one, 0)
  const worth = days.worth.reduce((sum, one) => sum + one, 0)
  const average = worth > 0 ? (total + mean) / (worth + 1) : mean
  const day = days.seen.map((seen, at) =>
    soft(seen, (days.worth[at] ?? 0) * average, { towards: 1, weight: believedAt.day }),
  )
  const smooth = smoothed(hoursOfDay)
  const hour = smooth.seen.map((seen, at) =>
    soft(seen, (smooth.worth[at] ?? 0) * average, { towards: hourBefore[at] ?? 1, weight: believedAt.hour }),
  )
  const raw = slots.seen.map((seen, at) =>
    soft(seen, (slots.worth[at] ?? 0) * average, {
      towards: (day[Math.floor(at / 24)] ?? 1) * (hour[at % 24] ?? 1),
      weight: believedAt.slot,
    }),
  )
  const middle = raw.reduce((sum, one) => sum + one, 0) / slotsOfWeek
  return raw.map((one) => one / middle)
}

const cells = (length: number): Cells => ({
  seen: Array.from({ length }, () => 0),
  worth: Array.from({ length }, () => 0),
})

const soft = (seen: number, worth: number, prior: { towards: number; weight: number }): number =>
  (seen + prior.weight * prior.towards) / (worth + prior.weight)

/** An hour borrows from those beside it, around midnight too. */
function smoothed({ seen, worth }: Cells): Cells {
  const kernel = [0, 1, 2, 1, 0]
  const around = (of: readonly number[]) =>
    of.map((_, at) => kernel.reduce((sum, share, step) => sum + (share / 4) * (of[(at + step - 2 + 24) % 24] ?? 0), 0))
  return { seen: around(seen), worth: around(worth) }
}
