import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rulesProblem } from '#domain/rule-problem.ts'
import {
  doesOfValue,
  moved,
  newAction,
  newRule,
  newRuleId,
  valueOfDoes,
  valueOfWhen,
  whenOfValue,
  withMinutes,
} from './rule-draft.ts'

test('a new rule lacks its name and nothing else, with a new action too', () => {
  const rule = newRule()
  assert.equal(rulesProblem([rule])?.kind, 'name')
  const named = { ...rule, name: 'Storing' }
  assert.equal(rulesProblem([{ ...named, actions: [newAction(named)] }]), undefined)
  const quick = { ...named, minutes: { first: 5, next: null, resolution: null } }
  assert.equal(rulesProblem([{ ...quick, actions: [newAction(quick)] }]), undefined)
})

test('an id is one that the server takes', () => {
  assert.match(newRuleId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a rule moves by one, and not over the end', () => {
  const rules = ['a', 'b', 'c'].map((name) => ({ ...newRule(), name }))
  const drawn = (from: number, by: -1 | 1) =>
    moved(rules, from, by)
      .map(({ name }) => name)
      .join('')
  assert.deepEqual([drawn(0, 1), drawn(2, -1), drawn(0, -1), drawn(2, 1)], ['bac', 'acb', 'abc', 'abc'])
})

test('what a list holds is what it was', () => {
  for (const when of [{ kind: 'before', minutes: 15 }, { kind: 'share', percent: 25 }, { kind: 'broken' }] as const)
    assert.deepEqual(whenOfValue(valueOfWhen(when)), when)
  const all = [
    { kind: 'raise' },
    { kind: 'release' },
    { kind: 'to_department', departmentId: 'd' },
    { kind: 'to_member', memberId: 'm' },
    { kind: 'notify', to: 'leads' },
    { kind: 'notify_member', memberId: 'm' },
  ] as const
  for (const does of all) assert.deepEqual(doesOfValue(valueOfDoes(does)), does)
})

test('without its time an action goes', () => {
  const rule = { ...newRule(), minutes: { first: 60, next: null, resolution: 90 } }
  const acting = { ...rule, actions: [{ ...newAction(rule), clock: 'resolution' as const }, newAction(rule)] }
  assert.equal(withMinutes(acting, { ...rule.minutes, resolution: null }).actions.length, 1)
  assert.equal(withMinutes(acting, { first: null, next: null, resolution: null }).actions.length, 0)
})
