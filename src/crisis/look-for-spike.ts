import { logShareTail, logTail } from './count-tail.ts'
import { expectedOf, type Rhythm } from './learn-rhythm.ts'

/**
 * The question asked every five minutes: is what came in lately unusual, and is it bad?
 *
 * Several windows that end now are looked at, from a quarter of an hour to a day, as a prospective scan does (Kulldorff, Journal of the Royal
 * Statistical Society A 164 (2001)): a sudden blow shows in the short ones, what smoulders in the long ones. *Unusual* is a chance
 * so small that it would come by itself less than once in many weeks, together with a plain multiple of what is usual: with three
 * thousand messages a day, a third more is certain and still no crisis. *Bad* is a share of grave messages above the usual one: a campaign
 * that works brings ten times the messages and ten times the complaints, and is no crisis.
 */
export type Lately = {
  /** Grave messages (negative, or flagged as a risk), in bins of five minutes; the last one ends now. */
  grave: readonly number[]
  /** All messages, in the same bins. */
  all: readonly number[]
  /** How many average hours each bin is worth, by the rhythm of grave messages. */
  worth: readonly number[]
}

/** What the usual share of grave messages is, and how many messages that is known from. */
export type UsualShare = { mean: number; weight: number }

export type Spike = {
  windowMinutes: number
  count: number
  expected: number
  /** Of all messages in the window. */
  all: number
  /** Base 10: −6 is once in a million looks. */
  logChance: number
  logShareChance: number
  /** Of all messages: what brings many of all kinds asks for more proof that it is bad. */
  logAll: number
}

export type Sensitivity = {
  /** Unlikelier than this (base 10) for a count to be unusual. */
  logChanceMax: number
  /** Unlikelier than this (base 10) for the share of grave messages to be unusual. */
  logShareMax: number
  /** Unlikelier than this (base 10) both together: what is not quite sure by one must be surer by the other. */
  logBothMax: number
  /** Fewer people than this are no crisis, however rare they are: one complaint and three who join it are a thread. */
  countMin: number
  /** Times what is usual. */
  timesMin: number
}

/** Tuned on the seeds 1 to 6 of `bench/spikes.ts`; what they bring on others is in docs/spikes.md. */
export const usualSensitivity: Sensitivity = {
  logChanceMax: -3.1,
  logShareMax: -1.3,
  logBothMax: -4.8,
  countMin: 5,
  timesMin: 3.3,
}

export const binMinutes = 5
export const windowMinutes: readonly number[] = [15, 30, 60, 120, 240, 480, 1440]
/** How sure the usual share can be at most, in messages: tone wanders by itself. */
const shareWeightMax = 60

/** The windows in which it is unusual, large and grave at once; the least likely of them. */
export function lookForSpike(
  lately: Lately,
  { rhythm, usual, sensitivity = usualSensitivity }: { rhythm: Rhythm; usual: UsualShare; sensitivity?: Sensitivity },
): Spike | undefined {
  let worst: Spike | undefined
  for (const minutes of windowMinutes) {
    const spike = lookAt(lately, { minutes, rhythm, usual })
    const { logChanceMax, logShareMax, logBothMax, countMin, timesMin } = sensitivity
    if (spike.count < countMin || spike.count < timesMin * spike.expected) continue
    if (spike.logChance > logChanceMax || spike.logShareChance > logShareMax + proofOf(spike)) continue
    if (spike.logChance + spike.logShareChance > logBothMax) continue
    if (worst === undefined || spike.logChance < worst.logChance) worst = spike
  }
  return worst
}

/** The busier it is with messages of all kinds, the surer it must be that these are bad: campaigns and news are busy too. */
const proofOf = ({ logAll }: Spike): number => Math.max(moreProofMax, 0.3 * logAll)
const moreProofMax = -1.2

function lookAt(
  { grave, all, worth }: Lately,
  { minutes, rhythm, usual }: { minutes: number; rhythm: Rhythm; usual: UsualShare },
): Spike {
  const bins = Math.min(grave.length, minutes / binMinutes)
  const [count, total, hours] = [lastOf(grave, bins), lastOf(all, bins), lastOf(worth, bins)]
  const expected = expectedOf(rhythm, hours)
  const share = { mean: usual.mean, weight: Math.min(shareWeightMax, usual.weight) }
  return {
    windowMinutes: bins * binMinutes,
    count,
    expected: expected.mean,
    all: total,
    logChance: logTail(count, expected),
    logShareChance: logShareTail(count, total, share),
    logAll: logTail(total, { ...expected, mean: expected.mean / usual.mean }),
  }
}

function lastOf(numbers: readonly number[], bins: number): number {
  let sum = 0
  for (let at = numbers.length - bins; at < numbers.length; at += 1) sum += numbers[at] ?? 0
  return sum
}
