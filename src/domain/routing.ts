import type { Intent, Sentiment, Urgency } from './assessment.ts'
import type { PartyKind } from './party.ts'
import type { PostKind } from './post.ts'

/** What a rule may ask. What is null or empty asks nothing; all that is asked must hold, and of a list one value. */
export type RoutingConditions = {
  /** In our own query language. */
  query: string | null
  topicIds: string[]
  sourceIds: string[]
  networks: string[]
  langs: string[]
  sentiments: Sentiment[]
  intents: Intent[]
  kinds: PostKind[]
  urgencyFrom: number | null
  angerFrom: number | null
  followersFrom: number | null
  ratingTo: number | null
  /** Whether they began a conversation with us before. */
  isReturning: boolean | null
}

/** What a rule does. */
export type RoutingActions = {
  departmentId: string | null
  memberId: string | null
  urgencyFrom: number | null
  /** Departments that are asked for advice beside it, and those that are kept informed; absent is nobody. */
  asksIds?: string[]
  informsIds?: string[]
  /** Also what an earlier rule has placed, now or at an earlier message. */
  moves: boolean
  /** No rule after it is asked. */
  stops: boolean
}

export type RoutingRule = {
  id: string
  name: string
  version: number
  isOn: boolean
  conditions: RoutingConditions
  actions: RoutingActions
  /** Not written by anybody: it is the department that a search says. */
  isOfSearch?: boolean
}

/** A rule as it is written. */
export type RoutingRuleInput = Pick<RoutingRule, 'name' | 'isOn' | 'conditions' | 'actions'>

export const routingRulesMax = 100
export const routingListMax = 50
export const routingPartiesMax = 10
/** So far back the rules are tried. */
export const routingTrialDays = 30
export const routingExamplesMax = 20
/** Anger is a share; from here on a message counts as angry. */
export const angryFrom = 0.5

export const anyMessage: RoutingConditions = {
  query: null,
  topicIds: [],
  sourceIds: [],
  networks: [],
  langs: [],
  sentiments: [],
  intents: [],
  kinds: [],
  urgencyFrom: null,
  angerFrom: null,
  followersFrom: null,
  ratingTo: null,
  isReturning: null,
}

/** What is asked of a message beside its words. */
export type RoutingFacts = {
  topicIds: readonly string[]
  sourceId: string | null
  network: string
  lang: string
  sentiment: Sentiment
  intent: Intent
  kind: PostKind
  urgency: number
  anger: number
  followers: number | null
  rating: number | null
  isReturning: boolean
}

export const routingAbouts = [
  'words',
  'topic',
  'source',
  'network',
  'lang',
  'sentiment',
  'intent',
  'kind',
  'urgency',
  'anger',
  'followers',
  'rating',
  'returning',
] as const
export type RoutingAbout = (typeof routingAbouts)[number]
/** Why a rule fired: what it asked about, and what it found. Ids of topics and sources; the words of the message. */
export type RoutingReason = { about: RoutingAbout; values: string[] }

export const routingEffects = ['department', 'member', 'urgency'] as const
export type RoutingEffect = (typeof routingEffects)[number]
/** A department that a rule asks, or keeps informed, beside whoever has it. */
export type RoutingBring = { kind: PartyKind; departmentId: string }
/** One rule that fired. Without an effect it came too late: another had placed it. */
export type RoutingFiring = {
  ruleId: string
  name: string
  version: number
  reasons: RoutingReason[]
  did: RoutingEffect[]
  brings?: RoutingBring[]
  isOfSearch?: boolean
}

/** Where the rules have placed a conversation until now. */
export type RoutingPlace = { departmentId: string | null; memberId: string | null; urgencyFrom: number }
export const nowhere: RoutingPlace = { departmentId: null, memberId: null, urgencyFrom: 0 }

export const routingRunKinds = ['trial', 'apply', 'undo'] as const
export type RoutingRunKind = (typeof routingRunKinds)[number]
export const routingRunStates = ['running', 'done', 'stopped'] as const
export type RoutingRunState = (typeof routingRunStates)[number]
/** A conversation that would stand elsewhere: from which department, to which, and by which rules. Its title is not copied. */
export type RoutingExample = {
  id: string
  from: string | null
  to: string | null
  rules: string[]
}

/** Whether they are in a state in which they do anything: a rule whose department is gone does not. */
export function doesSomething(actions: RoutingActions): boolean {
  const { departmentId, memberId, urgencyFrom, stops } = actions
  return departmentId !== null || memberId !== null || urgencyFrom !== null || stops || bringsOf(actions).length > 0
}

/** Whom a rule brings in. Who is asked need not be informed as well. */
export function bringsOf({ asksIds = [], informsIds = [] }: RoutingActions): RoutingBring[] {
  return [
    ...asksIds.map((departmentId) => ({ kind: 'consulted' as const, departmentId })),
    ...informsIds
      .filter((id) => !asksIds.includes(id))
      .map((departmentId) => ({ kind: 'informed' as const, departmentId })),
  ]
}

/** Why the conditions hold, beside those on words; undefined where one does not. */
export function reasonsFor(asked: RoutingConditions, facts: RoutingFacts): RoutingReason[] | undefined {
  const reasons: RoutingReason[] = []
  const holds = (about: RoutingAbout, isAsked: boolean, found: readonly (string | number)[]): boolean => {
    if (!isAsked) return true
    if (found.length === 0) return false
    reasons.push({ about, values: found.map(String) })
    return true
  }
  const oneOf = (about: RoutingAbout, wanted: readonly string[], found: readonly string[]) =>
    holds(
      about,
      wanted.length > 0,
      wanted.filter((one) => found.includes(one)),
    )
  const atLeast = (about: RoutingAbout, least: number | null, found: number | null) =>
    holds(about, least !== null, found !== null && found >= (least ?? 0) ? [found] : [])
  const all =
    oneOf('topic', asked.topicIds, facts.topicIds) &&
    oneOf('source', asked.sourceIds, facts.sourceId === null ? [] : [facts.sourceId]) &&
    oneOf('network', asked.networks, [facts.network]) &&
    oneOf('lang', asked.langs, [facts.lang]) &&
    oneOf('sentiment', asked.sentiments, [facts.sentiment]) &&
    oneOf('intent', asked.intents, [facts.intent]) &&
    oneOf('kind', asked.kinds, [facts.kind]) &&
    atLeast('urgency', asked.urgencyFrom, facts.urgency) &&
    atLeast('anger', asked.angerFrom, facts.anger) &&
    atLeast('followers', asked.followersFrom, facts.followers) &&
    holds(
      'rating',
      asked.ratingTo !== null,
      facts.rating !== null && facts.rating <= (asked.ratingTo ?? 0) ? [facts.rating] : [],
    ) &&
    holds(
      'returning',
      asked.isReturning !== null,
      facts.isReturning === asked.isReturning ? [`${facts.isReturning}`] : [],
    )
  return all ? reasons : undefined
}

/**
 * Asks the rules about one message, in their order. The first that names a department, a member, wins, now and at later messages: a
 * later rule takes its place only when it says that it moves. Whoever is moved to another department leaves the colleague that was
 * chosen there. Of urgencies the highest wins. A rule that stops is the last that is asked.
 */
export function askRules(
  rules: readonly RoutingRule[],
  place: RoutingPlace,
  whyOf: (rule: RoutingRule) => RoutingReason[] | undefined,
): { place: RoutingPlace; firings: RoutingFiring[] } {
  let now = place
  const firings: RoutingFiring[] = []
  for (const rule of rules) {
    const reasons = rule.isOn ? whyOf(rule) : undefined
    if (!reasons) continue
    const next = placedBy(rule.actions, now)
    const { id: ruleId, name, version, isOfSearch } = rule
    const did = effectsOf(now, next)
    now = next
    // That a search has another department than the one where it stands is no news.
    if (isOfSearch && did.length === 0) continue
    const brings = bringsOf(rule.actions)
    firings.push({
      ...{ ruleId, name, version, reasons, did },
      ...(brings.length > 0 ? { brings } : {}),
      ...(isOfSearch ? { isOfSearch } : {}),
    })
    if (rule.actions.stops) break
  }
  return { place: now, firings }
}

function placedBy({ departmentId, memberId, urgencyFrom, moves }: RoutingActions, now: RoutingPlace): RoutingPlace {
  const mayPlace = now.departmentId === null || moves
  const isMoved = departmentId !== null && now.departmentId !== null && mayPlace && departmentId !== now.departmentId
  const memberNow = isMoved ? null : now.memberId
  const mayAssign = memberId !== null && (memberNow === null || moves)
  return {
    departmentId: departmentId !== null && mayPlace ? departmentId : now.departmentId,
    memberId: mayAssign ? memberId : memberNow,
    urgencyFrom: Math.max(now.urgencyFrom, urgencyFrom ?? 0),
  }
}

const levels: readonly Urgency[] = [0, 1, 2, 3]

/** At least so urgent. */
export function raisedTo(urgency: Urgency, least: number): Urgency {
  return levels.find((level) => level >= least && level >= urgency) ?? 3
}

function effectsOf(before: RoutingPlace, after: RoutingPlace): RoutingEffect[] {
  const did: RoutingEffect[] = []
  if (after.departmentId !== before.departmentId) did.push('department')
  if (after.memberId !== before.memberId && after.memberId !== null) did.push('member')
  if (after.urgencyFrom !== before.urgencyFrom) did.push('urgency')
  return did
}
