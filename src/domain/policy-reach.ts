import { isFigureTest, isFlag } from './ask-policy.ts'
import {
  type FigureTest,
  type ListTest,
  oneAbouts,
  type PolicyAbout,
  type PolicyAnswer,
  type PolicyTest,
  policyFields,
} from './policy.ts'

/** What is known of a conversation that came to a certain place in the tree. */
export type Known = {
  flags: Partial<Record<PolicyAbout, boolean>>
  /** It has one of each of these lists, and nothing of `never`. */
  among: Partial<Record<PolicyAbout, readonly (readonly string[])[]>>
  never: Partial<Record<PolicyAbout, readonly string[]>>
  least: Partial<Record<PolicyAbout, number>>
  most: Partial<Record<PolicyAbout, number>>
  /** Figures may be missing; one that is known is not. */
  answers: Readonly<Record<string, PolicyAnswer>>
  present: readonly PolicyAbout[]
}

export const nothingKnown: Known = { flags: {}, among: {}, never: {}, least: {}, most: {}, answers: {}, present: [] }

/** Whether a test can turn out so there; `unsettled` when both ways are open. */
export function outcomeOf(test: PolicyTest, known: Known): 'always' | 'never' | 'unsettled' {
  if (isFlag(test)) {
    const so = known.flags[test.about]
    return so === undefined ? 'unsettled' : so === test.is ? 'always' : 'never'
  }
  return isFigureTest(test) ? figureOutcome(test, known) : listOutcome(test, known)
}

function figureOutcome({ about, from, to }: FigureTest, { least, most, present }: Known) {
  const [low, high] = [least[about] ?? 0, most[about] ?? policyFields[about].most]
  if ((from ?? 0) > high || (to ?? Infinity) < low || (from ?? 0) > (to ?? Infinity)) return 'never'
  const isInside = (from ?? 0) <= low && (to ?? Infinity) >= high
  return isInside && present.includes(about) ? 'always' : 'unsettled'
}

function listOutcome({ about, is }: ListTest, known: Known) {
  const never = known.never[about] ?? []
  const asked = is.filter((one) => !never.includes(one))
  if (asked.length === 0) return 'never'
  const among = (known.among[about] ?? []).map((list) => list.filter((one) => !never.includes(one)))
  if (among.some((list) => list.every((one) => is.includes(one)))) return 'always'
  const isOne = oneAbouts.some((one) => one === about)
  if (!isOne) return 'unsettled'
  if (among.some((list) => !list.some((one) => asked.includes(one)))) return 'never'
  const all: readonly string[] | null = policyFields[about].of
  const isAll = all?.every((one) => is.includes(one) || never.includes(one)) ?? false
  return isAll ? 'always' : 'unsettled'
}

export function knownAfter(tests: readonly PolicyTest[], holds: boolean, known: Known): Known {
  if (holds) return tests.reduce((now, test) => learned(test, now), known)
  // Of several it may be any that fails, unless the others hold anyway.
  const open = tests.filter((test) => outcomeOf(test, known) !== 'always')
  const [only] = open
  return open.length === 1 && only ? learnedNot(only, known) : known
}

function learned(test: PolicyTest, known: Known): Known {
  const { about } = test
  if (isFlag(test)) return { ...known, flags: { ...known.flags, [about]: test.is } }
  if (isFigureTest(test))
    return {
      ...known,
      least: { ...known.least, [about]: Math.max(known.least[about] ?? 0, test.from ?? 0) },
      most: {
        ...known.most,
        [about]: Math.min(known.most[about] ?? Infinity, test.to ?? policyFields[test.about].most),
      },
      present: [...known.present, about],
    }
  return { ...known, among: { ...known.among, [about]: [...(known.among[about] ?? []), test.is] } }
}

function learnedNot(test: PolicyTest, known: Known): Known {
  const { about } = test
  if (isFlag(test)) return { ...known, flags: { ...known.flags, [about]: !test.is } }
  if (!isFigureTest(test))
    return { ...known, never: { ...known.never, [about]: [...(known.never[about] ?? []), ...test.is] } }
  // A rating of 3.5 stands between figures: below `from` is at most it.
  const isWhole = about !== 'rating'
  if (test.to === null && test.from !== null && (isWhole || known.present.includes(about)))
    return { ...known, most: { ...known.most, [about]: isWhole ? test.from - 1 : test.from } }
  if (test.from === null && test.to !== null)
    return { ...known, least: { ...known.least, [about]: isWhole ? test.to + 1 : test.to } }
  return known
}
