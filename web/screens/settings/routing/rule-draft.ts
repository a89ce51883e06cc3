import {
  angryFrom,
  anyMessage,
  type RoutingAbout,
  type RoutingConditions,
  type RoutingRuleInput,
  routingAbouts,
} from '#domain/routing.ts'

/** A rule while it is written. Which conditions stand on the screen is more than which ask something: one may still be empty. */
export type RuleDraft = RoutingRuleInput & { shown: readonly RoutingAbout[] }

export const emptyRule: RoutingRuleInput = {
  name: '',
  isOn: true,
  conditions: anyMessage,
  actions: { departmentId: null, memberId: null, urgencyFrom: null, moves: false, stops: false },
}

/** What may be added to the words, in the order of the list. */
export const aboutsToAdd = routingAbouts.filter((about) => about !== 'words')

export function draftOf(rule: RoutingRuleInput): RuleDraft {
  return { ...rule, shown: aboutsToAdd.filter((about) => isAsked(rule.conditions, about)) }
}

/** As the server is told: an empty query asks nothing. */
export function ruleOf({ name, isOn, conditions, actions }: RuleDraft): RoutingRuleInput {
  const query = conditions.query?.trim() || null
  return { name: name.trim(), isOn, conditions: { ...conditions, query }, actions }
}

/** The lists of values, by what they are about. */
export const listKeys = {
  topic: 'topicIds',
  source: 'sourceIds',
  network: 'networks',
  lang: 'langs',
  sentiment: 'sentiments',
  intent: 'intents',
  kind: 'kinds',
} as const satisfies Partial<Record<RoutingAbout, keyof RoutingConditions>>
export type ListAbout = keyof typeof listKeys

export function isListAbout(about: RoutingAbout): about is ListAbout {
  return about in listKeys
}

/** The values that are asked for, as texts: of a number the number itself. */
export function valuesOf(conditions: RoutingConditions, about: RoutingAbout): readonly string[] {
  if (isListAbout(about)) return conditions[listKeys[about]]
  const found = singleOf(conditions, about)
  return found === null ? [] : [String(found)]
}

function singleOf(conditions: RoutingConditions, about: Exclude<RoutingAbout, ListAbout>) {
  switch (about) {
    case 'words':
      return conditions.query
    case 'urgency':
      return conditions.urgencyFrom
    case 'anger':
      return conditions.angerFrom
    case 'followers':
      return conditions.followersFrom
    case 'rating':
      return conditions.ratingTo
    case 'returning':
      return conditions.isReturning
  }
}

export function isAsked(conditions: RoutingConditions, about: RoutingAbout): boolean {
  return valuesOf(conditions, about).length > 0
}

/** What a condition asks for when it is put on the screen: something where nothing would make no sense. */
export function firstAsked(about: RoutingAbout): Partial<RoutingConditions> {
  switch (about) {
    case 'urgency':
      return { urgencyFrom: 2 }
    case 'anger':
      return { angerFrom: angryFrom }
    case 'followers':
      return { followersFrom: 10_000 }
    case 'rating':
      return { ratingTo: 2 }
    case 'returning':
      return { isReturning: true }
    default:
      return {}
  }
}

/** Without asking about this any more. */
export function withoutAbout(conditions: RoutingConditions, about: RoutingAbout): RoutingConditions {
  if (isListAbout(about)) return { ...conditions, [listKeys[about]]: [] }
  switch (about) {
    case 'words':
      return { ...conditions, query: null }
    case 'urgency':
      return { ...conditions, urgencyFrom: null }
    case 'anger':
      return { ...conditions, angerFrom: null }
    case 'followers':
      return { ...conditions, followersFrom: null }
    case 'rating':
      return { ...conditions, ratingTo: null }
    case 'returning':
      return { ...conditions, isReturning: null }
  }
}

/** Where one comes to stand when it moves a step; undefined at the end of the list. */
export function moved(ids: readonly string[], id: string, by: 1 | -1): string[] | undefined {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return undefined
  const others = ids.filter((one) => one !== id)
  return [...others.slice(0, to), id, ...others.slice(to)]
}
