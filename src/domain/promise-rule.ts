import type { Urgency } from './assessment.ts'
import type { PromiseMinutes } from './conversation.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { PromiseAction } from './promise-action.ts'
import type { ClockKind } from './promise-clock.ts'

/** For which messages a rule is. An empty list asks nothing; of a list one must fit, and every list must. */
export type PromiseConditions = {
  urgencies: readonly Urgency[]
  departmentIds: readonly string[]
  sourceIds: readonly string[]
  networks: readonly string[]
  topicIds: readonly string[]
}

/** Minutes of open time until each; null promises nothing of that kind. */
export type PromiseTimes = Readonly<Record<ClockKind, number | null>>

export type PromiseRule = {
  id: string
  name: string
  isOn: boolean
  when: PromiseConditions
  minutes: PromiseTimes
  actions: readonly PromiseAction[]
}

/** What a promise is counted by: the rules, the minutes by urgency below them, and when the time runs. `version` says which. */
export type PromiseTerms = {
  rules: readonly PromiseRule[]
  minutes: PromiseMinutes
  hours: OpeningHours | null
  version: number
}

/** What was said, as it was when we heard it. Moments are ISO strings: it is kept with the clock. */
export type Asked = {
  at: string
  heardAt: string
  urgency: Urgency
  /** Of the conversation and of its topics, as they were then. */
  departmentIds: readonly string[]
  sourceId: string | null
  network: string
  topicIds: readonly string[]
}

export const rulesMax = 30
export const actionsMax = 8
export const promiseMinutesMax = 43_200

/** The first rule that is on and fits. */
export function ruleFor(asked: Asked, rules: readonly PromiseRule[]): PromiseRule | undefined {
  return rules.find(({ isOn, when }) => isOn && isFitting(when, asked))
}

function isFitting(when: PromiseConditions, asked: Asked): boolean {
  return (
    holds(when.urgencies, [asked.urgency]) &&
    holds(when.departmentIds, asked.departmentIds) &&
    holds(when.sourceIds, asked.sourceId === null ? [] : [asked.sourceId]) &&
    holds(when.networks, [asked.network]) &&
    holds(when.topicIds, asked.topicIds)
  )
}

function holds<T>(wanted: readonly T[], found: readonly T[]): boolean {
  return wanted.length === 0 || found.some((one) => wanted.includes(one))
}

/**
 * How long was promised, and by which rule; null is "by urgency". The first rule that fits holds, also where it promises nothing. By
 * urgency the same holds for an answer to whoever wrote again, and nothing for the end of the matter.
 */
export function promisedTime(
  kind: ClockKind,
  asked: Asked,
  { rules, minutes }: Pick<PromiseTerms, 'rules' | 'minutes'>,
): { rule: PromiseRule | null; minutes: number | null } {
  const rule = ruleFor(asked, rules)
  if (rule) return { rule, minutes: rule.minutes[kind] }
  return { rule: null, minutes: kind === 'resolution' ? null : minutes[`${asked.urgency}`] }
}

/** In order, and no two alike, so that a thread of thousands is a handful: of those that are alike the first waits longest. */
export function withAsked(known: readonly Asked[], more: Asked): readonly Asked[] {
  if (known.length >= askedMax || known.some((one) => isAlike(one, more))) return known
  return [...known, more].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

const askedMax = 20

function isAlike(a: Asked, b: Asked): boolean {
  const what = ({ urgency, departmentIds, sourceId, network, topicIds }: Asked) =>
    JSON.stringify([urgency, departmentIds.toSorted(), sourceId, network, topicIds.toSorted()])
  return what(a) === what(b) && a.at <= b.at
}
