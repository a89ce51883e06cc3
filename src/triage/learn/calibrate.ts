import { columnOf, type Head, headNames, heads, type RecallFirst } from '#triage/heads.ts'
import { addToSentiment, weightInLine } from '#triage/judge-learned.ts'
import type { Model } from '#triage/model.ts'
import { sharesOf, type Weighable } from '#triage/weigh.ts'

/** A sentence that was not learned from: what the weights said of it, and what is right. A whole message is there as it was read. */
export type Judged = {
  logits: Float64Array
  targets: Readonly<Partial<Record<Head, readonly number[]>>>
  post?: Weighable | undefined
}

/** Whole messages that were not learned from are more like what was than those of tomorrow: so much less sure is what is said of the tone. */
const doubt = 1.1
const temperatures = Array.from({ length: 60 }, (_, at) => 0.4 + at * 0.05)
const shifts = Array.from({ length: 61 }, (_, at) => -1 + at * 0.1)

/**
 * Per head the temperature under which the right answers about whole messages are least surprising, with everything laid upon the
 * logits that will be: the sentiment last, since it leans on the intent.
 */
export function temperaturesFor(judged: readonly Judged[], company: Model['company']): Model['temperature'] {
  const whole = judged.flatMap(({ logits, targets, post }) => (post ? [{ logits: logits.slice(), targets, post }] : []))
  const found: Record<Head, number> = { sentiment: 1, intent: 1, urgency: 1, anger: 1, sarcasm: 1 }
  for (const head of headNames) if (head !== 'sentiment') found[head] = temperatureOf(whole, head)
  for (const { logits, post } of whole) addToSentiment(logits, { company, temperature: found, post })
  return { ...found, sentiment: Math.round(temperatureOf(whole, 'sentiment') * doubt * 100) / 100 }
}

function temperatureOf(judged: readonly Judged[], head: Head): number {
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (const one of temperatures) {
    const surprise = surpriseAt(judged, head, one)
    if (surprise < least) [best, least] = [one, surprise]
  }
  return Math.round(best * 100) / 100
}

function surpriseAt(judged: readonly Judged[], head: Head, temperature: number): number {
  let sum = 0
  for (const { logits, targets } of judged) {
    const shares = sharesOf(logits, head, temperature)
    targets[head]?.forEach((target, at) => {
      const share = Math.min(1 - 1e-9, Math.max(1e-9, shares[at] as number))
      sum -= target * Math.log(share)
      if (shares.length === 1) sum -= (1 - target) * Math.log(1 - share)
    })
  }
  return sum
}

/**
 * What must not be missed is found in at least so many of the whole messages that were not learned from; beyond that, being right
 * counts: one that is missed costs more than one that is looked at for nothing.
 */
const recallLeast = 0.95
/** Not lower: by few messages hardly anybody knows where nine of ten is. */
const lines = Array.from({ length: 76 }, (_, at) => (95 - at) / 100)

/**
 * From which share on an intent that must not be missed is said: the highest line at which enough are found. Whole messages decide:
 * among seeds, written to be hard, there are far more alarms than in life.
 */
export function linesFor(judged: readonly Judged[], temperature: Model['temperature']): Model['line'] {
  const lineOf = (one: RecallFirst): number => {
    const at = heads.intent.indexOf(one)
    const shares = judged.flatMap(({ logits, targets, post }) =>
      post && targets.intent?.[at] === 1
        ? [weightInLine(sharesOf(logits, 'intent', temperature.intent)[at] as number, one, post)]
        : [],
    )
    const isEnough = (line: number): boolean =>
      shares.filter((share) => share >= line).length >= recallLeast * shares.length
    return lines.find(isEnough) ?? lines.at(-1) ?? 0
  }
  return { crisis: lineOf('crisis'), legal_threat: lineOf('legal_threat') }
}

/** How much is added to the bias of tones, so that half is the best line. */
export function shiftsFor(judged: readonly Judged[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const head of ['anger', 'sarcasm'] as const)
    found.set(
      columnOf[head],
      bestOf(shifts, (shift) => f1Of(judged, head, shift)),
    )
  return found
}

/** The one that scores best; of equals the smallest. */
function bestOf(from: readonly number[], scoreOf: (shift: number) => number): number {
  const scored = from.map((shift) => ({ shift, score: scoreOf(shift) }))
  return scored.toSorted((a, b) => b.score - a.score || Math.abs(a.shift) - Math.abs(b.shift))[0]?.shift ?? 0
}

function f1Of(judged: readonly Judged[], head: 'anger' | 'sarcasm', shift: number): number {
  let [both, either] = [0, 0]
  for (const { logits, targets } of judged) {
    const isSaid = (logits[columnOf[head]] as number) + shift > 0
    const isSo = targets[head]?.[0] === 1
    if (isSaid && isSo) both += 1
    either += Number(isSaid) + Number(isSo)
  }
  return either === 0 ? 0 : (2 * both) / either
}
