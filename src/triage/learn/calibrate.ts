import { columnOf, type Head, headNames, heads } from '#triage/heads.ts'
import { columnFor, sharesOf } from '#triage/weigh.ts'

/** A sentence that was not learned from: what the weights said of it, and what is right. */
export type Judged = { logits: Float64Array; targets: Readonly<Partial<Record<Head, readonly number[]>>> }

const temperatures = Array.from({ length: 60 }, (_, at) => 0.4 + at * 0.05)
const shifts = Array.from({ length: 61 }, (_, at) => -1 + at * 0.1)

/** Per head the temperature under which the right answers are least surprising. */
export function temperaturesFor(judged: readonly Judged[]): Record<Head, number> {
  const best = (head: Head): number =>
    temperatures.reduce(
      (least, one) => {
        const surprise = surpriseAt(judged, head, one)
        return surprise < least.surprise ? { one, surprise } : least
      },
      { one: 1, surprise: Number.POSITIVE_INFINITY },
    ).one
  return Object.fromEntries(headNames.map((head) => [head, Math.round(best(head) * 100) / 100])) as Record<Head, number>
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

/** What must not be missed may be cried a little too often: so precise it stays at least, and more is not asked than this recall. */
const precisionLeast = 0.8
const recallEnough = 0.88
const recallFirst = ['crisis', 'legal_threat'] as const

/** How much is added to the bias of columns: intents that must not be missed, and tones at the point where half is the best line. */
export function shiftsFor(judged: readonly Judged[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const intent of recallFirst) {
    const column = columnFor('intent', intent)
    const fine = shifts.filter((shift) => shift >= 0 && precisionOf(judged, column, shift) >= precisionLeast)
    const enough = fine.find((shift) => recallOf(judged, column, shift) >= recallEnough)
    found.set(column, enough ?? Math.max(0, ...fine))
  }
  for (const head of ['anger', 'sarcasm'] as const) {
    const column = columnOf[head]
    const best = shifts.toSorted(
      (a, b) => f1Of(judged, head, b) - f1Of(judged, head, a) || Math.abs(a) - Math.abs(b),
    )[0]
    found.set(column, best ?? 0)
  }
  return found
}

function precisionOf(judged: readonly Judged[], column: number, shift: number): number {
  const { said, both } = countAt(judged, column, shift)
  return said === 0 ? 1 : both / said
}

function recallOf(judged: readonly Judged[], column: number, shift: number): number {
  const { so, both } = countAt(judged, column, shift)
  return so === 0 ? 1 : both / so
}

/** How often the intent of a column is said, how often it is so, and how often both. */
function countAt(judged: readonly Judged[], column: number, shift: number) {
  const first = columnOf.intent
  const counts = { said: 0, so: 0, both: 0 }
  for (const { logits, targets } of judged) {
    const mine = (logits[column] as number) + shift
    const isSaid = heads.intent.every((_, at) => first + at === column || (logits[first + at] as number) < mine)
    const isSo = targets.intent?.[column - first] === 1
    counts.said += Number(isSaid)
    counts.so += Number(isSo)
    counts.both += Number(isSaid && isSo)
  }
  return counts
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
