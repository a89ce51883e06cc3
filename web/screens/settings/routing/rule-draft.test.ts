import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyMessage, type RoutingConditions, routingAbouts } from '#domain/routing.ts'
import {
  aboutsToAdd,
  draftOf,
  emptyRule,
  firstAsked,
  isAsked,
  moved,
  ruleOf,
  valuesOf,
  withoutAbout,
} from './rule-draft.ts'

test('a draft shows what its rule asks, and no more', () => {
  const conditions = { ...anyMessage, langs: ['nl'], isReturning: false }
  assert.deepEqual(draftOf({ ...emptyRule, conditions }).shown, ['lang', 'returning'])
  assert.deepEqual(draftOf(emptyRule).shown, [])
})

test('blanks around a name and an empty query are not sent', () => {
  const draft = draftOf({ ...emptyRule, name: ' Facturen ', conditions: { ...anyMessage, query: '  ' } })
  const rule = ruleOf(draft)
  assert.deepEqual([rule.name, rule.conditions.query], ['Facturen', null])
  assert.ok(!('shown' in rule))
})

test('what is taken away is asked no more, whatever it was about', () => {
  const all = {
    ...anyMessage,
    ...{ query: 'a', topicIds: ['t'], sourceIds: ['s'], networks: ['n'], langs: ['nl'] },
    ...{ sentiments: ['negative' as const], intents: ['job' as const], kinds: ['post' as const] },
    ...{ urgencyFrom: 1, angerFrom: 0.5, followersFrom: 1, ratingTo: 1, isReturning: false },
  }
  for (const about of routingAbouts) {
    assert.ok(isAsked(all, about), about)
    assert.ok(!isAsked(withoutAbout(all, about), about), about)
  }
  assert.deepEqual(
    routingAbouts.reduce<RoutingConditions>((left, about) => withoutAbout(left, about), all),
    anyMessage,
  )
})

test('a single value is asked for as soon as it stands there; a list is chosen from', () => {
  const asked = aboutsToAdd.filter((about) => isAsked({ ...anyMessage, ...firstAsked(about) }, about))
  assert.deepEqual(asked, ['urgency', 'anger', 'followers', 'rating', 'returning'])
  assert.deepEqual(valuesOf({ ...anyMessage, isReturning: false }, 'returning'), ['false'])
})

for (const [id, by, to] of [
  ['a', 1, 'bac'],
  ['c', -1, 'acb'],
  ['a', -1, undefined],
  ['c', 1, undefined],
  ['x', 1, undefined],
] as const) {
  test(`${id} moved by ${by} makes ${to ?? 'no change'}`, () => {
    assert.equal(moved(['a', 'b', 'c'], id, by)?.join(''), to)
  })
}
