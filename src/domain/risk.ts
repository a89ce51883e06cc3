import type { Intent, Sentiment, Urgency } from './assessment.ts'
import type { RiskPart } from './risk-part.ts'

/** What a member may say of an author: whom we answer with care, or a journalist. */
export const authorMarks = ['vip', 'press'] as const
export type AuthorMark = (typeof authorMarks)[number]

/** Whom somebody names when they cannot wait. `danger` and `selfharm` are what rules of a language found. */
export const vulnerabilities = ['child', 'elderly', 'medical', 'danger', 'selfharm'] as const
export type Vulnerability = (typeof vulnerabilities)[number]

/** What one message says. */
export type RiskMessage = {
  intent: Intent
  sentiment: Sentiment
  urgency: Urgency
  anger: number
  vulnerable: readonly Vulnerability[]
  /** A journalist asks, or somebody goes to the press. */
  isPress: boolean
}
export type RiskInput = {
  /** What is not settled yet in the conversation. The gravest message counts, the others do not add to it. */
  messages: readonly RiskMessage[]
  author: { followers: number; mark: AuthorMark | null; complaintsBefore: number }
  /** Reposts and replies, and a tenth of the likes, that the network counts; and that an hour since it was said. */
  spread: number
  spreadAnHour: number
  /** Messages that say nearly the same, heard in the last hours. */
  alike: number
  /** What was said in the thread in the last hour. */
  repliesAnHour: number
  /** Minutes until what was promised; negative when that is past; null without a promise. */
  promiseLeft: number | null
  /** So many times a promise in danger made it more urgent, as the workspace wants it. */
  raised: number
}
export type Risk = { sum: number; parts: RiskPart[] }

/** At least so much weighs what may be a crisis, whatever else is known. */
export const crisisLeast = 8
const angryFrom = 0.82
const vulnerableMost = 3

const byIntent: Record<Intent, number> = {
  crisis: 5,
  legal_threat: 3,
  complaint: 1,
  question: 0.5,
  lead: 0.5,
  unsure: 0.5,
  praise: 0,
  news: 0,
  spam: 0,
  job: 0,
  other: 0,
}
const byUrgency: Record<Urgency, number> = { 0: 0, 1: 0, 2: 1, 3: 3 }
const byVulnerability: Record<Vulnerability, number> = { child: 1, elderly: 1, medical: 1, danger: 2, selfharm: 3 }

/** From so many on, so much. */
type Steps = readonly (readonly [from: number, weight: number])[]
const followersSteps: Steps = [
  [1_000_000, 3],
  [100_000, 2],
  [10_000, 1],
  [1_000, 0.5],
]
const spreadSteps: Steps = [
  [1_000, 2],
  [100, 1],
  [10, 0.5],
]
/** An intake looks at the others of a story again where one of these is passed. */
export const alikeSteps: Steps = [
  [50, 3],
  [10, 2],
  [3, 1],
]
const repliesSteps: Steps = [
  [20, 2],
  [5, 1],
]
const spreadingSteps: Steps = [
  [200, 2],
  [20, 1],
]
/** Up to so many minutes left, so much. */
const promiseSteps: Steps = [
  [0, 2],
  [15, 1],
  [60, 0.5],
]
/** Each is a level of its own, and no number of them makes a crisis. */
const byRaise = 2
export const raisesMax = 2
/** Reach of what nobody complains of is no risk, but not nothing. */
const calmShare = 0.5

/**
 * How urgent a conversation is, as a sum of parts that can each be said in words (docs/triage.md has the table). Pure. Nothing in it is
 * negative, so whatever becomes known can only raise it; and what may be a crisis never weighs less than `crisisLeast`.
 */
export function weighRisk(input: RiskInput): Risk {
  const gravest = input.messages.map(partsOfMessage).toSorted((a, b) => sumOf(b) - sumOf(a))[0] ?? []
  const isCalm = !input.messages.some(isUnhappy)
  const promise = [...partsOfPromise(input), ...partsOfRaising(input)]
  const parts = [...gravest, ...partsOfAuthor(input), ...partsOfReach(input, isCalm), ...promise]
  const sum = sumOf(parts)
  if (!input.messages.some(isCrisis) || sum >= crisisLeast) return { sum, parts }
  return { sum: crisisLeast, parts: [...parts, { code: 'crisis', weight: crisisLeast - sum }] }
}

export function sumOf(parts: readonly RiskPart[]): number {
  return parts.reduce((sum, part) => sum + part.weight, 0)
}

/** 0 ordinary · 1 raised · 2 high · 3 look now. The list of "most urgent first" is ordered by these, and by promise within each. */
export type RiskLevel = 0 | 1 | 2 | 3
export const riskLevels: readonly (readonly [from: number, level: RiskLevel])[] = [
  [crisisLeast, 3],
  [4, 2],
  [2, 1],
]

export function riskLevelOf(sum: number): RiskLevel {
  return riskLevels.find(([from]) => sum >= from)?.[1] ?? 0
}

/** What a rule or a model calls a crisis, or a rule wants a person for at once. */
export function isCrisis(message: Pick<RiskMessage, 'intent' | 'urgency' | 'vulnerable'>): boolean {
  return message.intent === 'crisis' || message.urgency === 3 || message.vulnerable.includes('selfharm')
}

export function isUnhappy({ intent, sentiment }: Pick<RiskMessage, 'intent' | 'sentiment'>): boolean {
  return intent === 'crisis' || intent === 'legal_threat' || intent === 'complaint' || sentiment === 'negative'
}

function partsOfMessage(message: RiskMessage): RiskPart[] {
  const { intent, urgency, anger, sentiment } = message
  return present([
    { code: 'intent', value: intent, weight: byIntent[intent] },
    { code: 'urgency', figure: urgency, weight: byUrgency[urgency] },
    { code: 'anger', weight: anger >= angryFrom && isUnhappy(message) ? 1 : 0 },
    { code: 'negative', weight: sentiment === 'negative' ? 0.5 : 0 },
    ...vulnerableParts(message),
    { code: 'press', weight: message.isPress ? 1.5 : 0 },
  ])
}

/** A child in a compliment waits well; the gravest are told first, and together they have a bound. */
function vulnerableParts(message: RiskMessage): RiskPart[] {
  let left = vulnerableMost
  const isAsking = byIntent[message.intent] > 0 || isUnhappy(message)
  return message.vulnerable
    .filter((one) => isAsking || one === 'danger' || one === 'selfharm')
    .toSorted((a, b) => byVulnerability[b] - byVulnerability[a])
    .map((value) => {
      const weight = Math.min(byVulnerability[value], left)
      left -= weight
      return { code: 'vulnerable', value, weight }
    })
}

function partsOfAuthor({ author }: RiskInput): RiskPart[] {
  const { mark, complaintsBefore } = author
  return present([
    { code: 'press', weight: mark === 'press' ? 1.5 : 0 },
    { code: 'vip', weight: mark === 'vip' ? 1.5 : 0 },
    { code: 'complains_again', figure: complaintsBefore, weight: complaintsBefore >= 2 ? 1 : 0 },
  ])
}

function partsOfReach(input: RiskInput, isCalm: boolean): RiskPart[] {
  const share = isCalm ? calmShare : 1
  const { followers } = input.author
  return present(
    [
      { code: 'followers' as const, figure: followers, weight: stepOf(followersSteps, followers) },
      { code: 'spread' as const, figure: input.spread, weight: stepOf(spreadSteps, input.spread) },
      { code: 'alike' as const, figure: input.alike, weight: stepOf(alikeSteps, input.alike) },
      { code: 'replies' as const, figure: input.repliesAnHour, weight: stepOf(repliesSteps, input.repliesAnHour) },
      { code: 'spreading' as const, figure: input.spreadAnHour, weight: stepOf(spreadingSteps, input.spreadAnHour) },
    ].map((part) => ({ ...part, figure: Math.round(part.figure), weight: part.weight * share })),
  )
}

function partsOfPromise({ promiseLeft }: RiskInput): RiskPart[] {
  if (promiseLeft === null) return []
  const weight = promiseSteps.find(([upTo]) => promiseLeft < upTo)?.[1] ?? 0
  return present([{ code: 'promise', figure: Math.floor(promiseLeft), weight }])
}

function partsOfRaising({ raised }: RiskInput): RiskPart[] {
  return present([{ code: 'raised', figure: raised, weight: byRaise * Math.min(raised, raisesMax) }])
}

/** In how many minutes the promise weighs more than now; null when it does not any more. */
export function promiseGrowsIn(promiseLeft: number): number | null {
  const next = promiseSteps.toReversed().find(([upTo]) => promiseLeft >= upTo)
  return next ? promiseLeft - next[0] : null
}

export function stepOf(steps: Steps, figure: number): number {
  return steps.find(([from]) => figure >= from)?.[1] ?? 0
}

function present(parts: readonly RiskPart[]): RiskPart[] {
  return parts.filter((part) => part.weight > 0)
}
