import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  anyMessage,
  askRules,
  nowhere,
  type RoutingActions,
  type RoutingConditions,
  type RoutingFacts,
  type RoutingPlace,
  type RoutingRule,
  raisedTo,
  reasonsFor,
} from './routing.ts'

const facts: RoutingFacts = {
  topicIds: ['t1', 't2'],
  sourceId: 's1',
  network: 'forum',
  lang: 'nl',
  sentiment: 'negative',
  intent: 'complaint',
  kind: 'review',
  urgency: 2,
  anger: 0.7,
  followers: 5_000,
  rating: 2,
  isReturning: true,
}

type Condition = [asked: Partial<RoutingConditions>, holds: boolean, about?: string, of?: Partial<RoutingFacts>]
const conditions: readonly Condition[] = [
  [{}, true],
  [{ topicIds: ['t2', 't9'] }, true, 'topic t2'],
  [{ topicIds: ['t9'] }, false],
  [{ sourceIds: ['s1'] }, true, 'source s1'],
  [{ sourceIds: ['s1'] }, false, undefined, { sourceId: null }],
  [{ networks: ['forum', 'web'] }, true, 'network forum'],
  [{ networks: ['web'] }, false],
  [{ langs: ['nl', 'fy'] }, true, 'lang nl'],
  [{ langs: ['en'] }, false],
  [{ sentiments: ['negative'] }, true, 'sentiment negative'],
  [{ sentiments: ['positive'] }, false],
  [{ intents: ['complaint', 'crisis'] }, true, 'intent complaint'],
  [{ intents: ['praise'] }, false],
  [{ kinds: ['review'] }, true, 'kind review'],
  [{ kinds: ['message'] }, false],
  [{ urgencyFrom: 2 }, true, 'urgency 2'],
  [{ urgencyFrom: 3 }, false],
  [{ angerFrom: 0.7 }, true, 'anger 0.7'],
  [{ angerFrom: 0.71 }, false],
  [{ followersFrom: 5_000 }, true, 'followers 5000'],
  [{ followersFrom: 5_001 }, false],
  [{ followersFrom: 1 }, false, undefined, { followers: null }],
  [{ ratingTo: 2 }, true, 'rating 2'],
  [{ ratingTo: 1 }, false],
  [{ ratingTo: 5 }, false, undefined, { rating: null }],
  [{ isReturning: true }, true, 'returning true'],
  [{ isReturning: false }, false],
  [{ isReturning: false }, true, 'returning false', { isReturning: false }],
  [{ langs: ['nl'], urgencyFrom: 1, ratingTo: 3 }, true, 'lang nl, urgency 2, rating 2'],
  [{ langs: ['nl'], urgencyFrom: 3 }, false],
]

for (const [asked, holds, about = '', of] of conditions) {
  const says = `${JSON.stringify(asked)} of ${JSON.stringify(of ?? {})}`
  test(`${says} ${holds ? 'holds' : 'does not hold'}`, () => {
    const reasons = reasonsFor({ ...anyMessage, ...asked }, { ...facts, ...of })
    assert.equal(reasons !== undefined, holds)
    assert.equal((reasons ?? []).map((one) => `${one.about} ${one.values.join(' ')}`).join(', '), about)
  })
}

/** A rule in shorthand: `a>Service`, `b>@Tess !moves`, `c ^2`, `d stop`; a name in capitals is one whose conditions do not hold. */
function rule(text: string): RoutingRule {
  const [head = '', ...words] = text.split(' ')
  const [name = '', departmentId] = head.split('>')
  const actions: RoutingActions = { departmentId: null, memberId: null, urgencyFrom: null, moves: false, stops: false }
  if (departmentId) actions.departmentId = departmentId
  for (const word of words) {
    if (word.startsWith('@')) actions.memberId = word
    else if (word.startsWith('^')) actions.urgencyFrom = Number(word.slice(1))
    else if (word === 'moves') actions.moves = true
    else if (word === 'stops') actions.stops = true
  }
  const isOn = !words.includes('off')
  return { id: name, name, version: 1, isOn, conditions: anyMessage, actions }
}

function shown({ departmentId, memberId, urgencyFrom }: RoutingPlace): string {
  return [departmentId ?? '-', memberId, urgencyFrom > 0 && `^${urgencyFrom}`].filter(Boolean).join(' ')
}

type Case = [rules: string, end: string, fired: string, from?: Partial<RoutingPlace>]
const cases: readonly Case[] = [
  ['', '-', ''],
  ['a>Service', 'Service', 'a:department'],
  ['A>Service', '-', ''],
  ['a>Service off', '-', ''],
  ['a>Service, b>Legal', 'Service', 'a:department b:'],
  ['A>Service, b>Legal', 'Legal', 'b:department'],
  ['a>Service, b>Legal moves', 'Legal', 'a:department b:department'],
  ['a>Service, b>Legal moves, c>Press', 'Legal', 'a:department b:department c:'],
  ['a>Service, b>Legal moves, c>Press moves', 'Press', 'a:department b:department c:department'],
  ['a>Service stops, b>Legal moves', 'Service', 'a:department'],
  ['A>Service stops, b>Legal', 'Legal', 'b:department'],
  ['a>Service off stops, b>Legal', 'Legal', 'b:department'],
  ['a stops, b>Legal', '-', 'a:'],
  ['a @tess', '- @tess', 'a:member'],
  ['a @tess, b>Service', 'Service @tess', 'a:member b:department'],
  ['a>Service, b @tess', 'Service @tess', 'a:department b:member'],
  ['a>Service @tess, b @noor', 'Service @tess', 'a:department,member b:'],
  ['a>Service @tess, b @noor moves', 'Service @noor', 'a:department,member b:member'],
  ['a>Service @tess, b>Legal moves', 'Legal', 'a:department,member b:department'],
  ['a>Service @tess, b>Legal @ruud moves', 'Legal @ruud', 'a:department,member b:department,member'],
  ['a>Service @tess, b>Service moves', 'Service @tess', 'a:department,member b:'],
  ['a>Service @tess, b>Legal @ruud', 'Service @tess', 'a:department,member b:'],
  ['a>Service, b>Legal @ruud', 'Service @ruud', 'a:department b:member'],
  ['a ^2, b ^1, c ^3', '- ^3', 'a:urgency b: c:urgency'],
  ['a>Service ^2, b>Legal ^3', 'Service ^3', 'a:department,urgency b:urgency'],
  ['a>Service', 'Legal', 'a:', { departmentId: 'Legal' }],
  ['a>Service moves', 'Service', 'a:department', { departmentId: 'Legal', memberId: '@ruud' }],
  ['a>Service @tess', 'Service @ruud', 'a:department', { memberId: '@ruud' }],
  ['a ^1', '- ^2', 'a:', { urgencyFrom: 2 }],
]

for (const [rules, end, fired, from] of cases) {
  test(`“${rules}” ${from ? `from ${shown({ ...nowhere, ...from })} ` : ''}ends at ${end}`, () => {
    const asked = rules === '' ? [] : rules.split(', ').map(rule)
    const round = askRules(asked, { ...nowhere, ...from }, ({ name }) => (name === name.toLowerCase() ? [] : undefined))
    assert.equal(shown(round.place), end)
    assert.equal(round.firings.map((one) => `${one.name}:${one.did.join(',')}`).join(' '), fired)
  })
}

test('urgency is raised and never lowered', () => {
  assert.deepEqual([raisedTo(0, 2), raisedTo(3, 1), raisedTo(1, 0)], [2, 3, 1])
})
