import type { RoutingLineView, RoutingRuleView, RoutingRunView, RoutingView } from '#api/contract/shapes.ts'
import { anyMessage, type RoutingActions, type RoutingConditions } from '#domain/routing.ts'
import { topics } from './listening.ts'
import { day, inMinutes } from './moments.ts'
import { baggage, care, joost, noor, press, sanne } from './people.ts'
import { rows } from './rows.ts'

const nothing: RoutingActions = { departmentId: null, memberId: null, urgencyFrom: null, moves: false, stops: false }

function rule(
  name: string,
  conditions: Partial<RoutingConditions>,
  actions: Partial<RoutingActions>,
  rest: Partial<RoutingRuleView> = {},
): RoutingRuleView {
  return {
    ...{ id: `rule-${name}`, name, version: 3, isOn: true, says: null, problem: null },
    conditions: { ...anyMessage, ...conditions },
    actions: { ...nothing, ...actions },
    ...rest,
  }
}

const rules: RoutingRuleView[] = [
  rule('Juridische dreiging', { intents: ['legal_threat'] }, { departmentId: press.id, urgencyFrom: 3, stops: true }),
  rule(
    'Koffers',
    { query: 'koffer* OR bagage OR (tas NEAR/5 kwijt)', langs: ['nl', 'en'], topicIds: [topics[0]?.id ?? ''] },
    { departmentId: baggage.id, memberId: joost.id },
  ),
  rule(
    'Boze klanten die al eerder schreven en veel volgers hebben',
    { sentiments: ['negative', 'mixed'], angerFrom: 0.5, followersFrom: 10_000, isReturning: true },
    { departmentId: care.id, urgencyFrom: 2, moves: true, asksIds: [press.id], informsIds: [baggage.id] },
  ),
  rule('Slechte recensies', { kinds: ['review'], ratingTo: 2, urgencyFrom: 1 }, { urgencyFrom: 2 }, { isOn: false }),
  rule(
    'Pers van vroeger',
    { networks: ['feed'] },
    {},
    {
      problem: {
        en: 'What this rule places in is gone. Choose a department or a colleague.',
        nl: 'Waar deze regel in plaatst, is weg. Kies een afdeling of een collega.',
      },
    },
  ),
  rule('Al het andere', {}, { departmentId: care.id }),
]

function run(id: string, rest: Partial<RoutingRunView> = {}): RoutingRunView {
  return {
    id,
    state: 'done',
    ruleName: 'Koffers',
    since: inMinutes(-30 * day),
    askedAt: inMinutes(-3),
    finishedAt: inMinutes(-2),
    by: { id: noor.id, name: noor.name },
    of: 1_284,
    tried: 1_284,
    moved: 97,
    brought: 12,
    byHand: 214,
    departments: [
      { id: null, before: 402, after: 331 },
      { id: care.id, before: 611, after: 585 },
      { id: baggage.id, before: 180, after: 277 },
      { id: press.id, before: 91, after: 91 },
    ],
    examples: rows.slice(0, 4).map(({ id, key, title }, at) => ({
      ...{ id, key, title },
      from: at % 2 === 0 ? null : care.id,
      to: baggage.id,
      rules: ['Koffers'],
    })),
    isTakenBack: false,
    ...rest,
  }
}

export const routing: RoutingView = { rules, trial: null, application: null, undo: null }
export const noRules: RoutingView = { ...routing, rules: [] }
export const tried: RoutingView = { ...routing, trial: run('trial') }
export const trying: RoutingView = { ...routing, trial: run('trial', { state: 'running', tried: 600, moved: 40 }) }
export const applied: RoutingView = { ...routing, application: run('applied', { ruleName: null }) }
export const applying: RoutingView = {
  ...routing,
  application: run('applied', { state: 'running', tried: 400, finishedAt: null }),
}
export const putBack: RoutingView = {
  ...applied,
  undo: run('undo', { tried: 97, of: 97, moved: 92, byHand: 5, departments: [], examples: [] }),
}

const asked = { version: 3, did: [] }

/** What the rules did with the conversation of the story: when it came, and when they were applied again. */
export const routed: RoutingLineView[] = [
  {
    ...{ id: 'routed-1', at: inMinutes(-21), how: 'heard', department: baggage, owner: null, urgency: 0 },
    isByTurn: false,
    firings: [
      {
        ...{ ...asked, ruleId: 'rule-Koffers', name: 'Koffers', did: ['department'] },
        reasons: [
          { about: 'words', values: ['koffer', 'band 14'] },
          { about: 'lang', values: ['nl'] },
          { about: 'intent', values: ['complaint'] },
        ],
      },
      {
        ...{ ...asked, ruleId: 'rule-other', name: 'Al het andere' },
        reasons: [],
      },
    ],
  },
  {
    ...{ id: 'routed-2', at: inMinutes(-20), how: 'heard', department: baggage, urgency: 0 },
    owner: { id: sanne.id, name: sanne.name },
    isByTurn: true,
    firings: [],
  },
]
