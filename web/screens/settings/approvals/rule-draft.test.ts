import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApprovalRule } from '#domain/approval.ts'
import { areSameApprovers, emptyRule, lackOfRule, movedRule, withRule } from './rule-draft.ts'

const named = (id: string, change: Partial<ApprovalRule> = {}): ApprovalRule => ({
  ...emptyRule(id),
  name: id,
  ...change,
})
const nobody = { roleLeast: null, memberIds: [], departmentId: null }

const cases: [string, ApprovalRule, ReturnType<typeof lackOfRule>][] = [
  ['a rule that asks nothing is about every answer', named('a'), undefined],
  ['a name of blanks is none', named('a', { name: '  ' }), 'name'],
  ['a list without values', named('a', { tests: [{ about: 'topic', is: [] }] }), 'test'],
  ['a figure without bounds', named('a', { tests: [{ about: 'risk', from: null, to: null }] }), 'test'],
  ['a figure with one bound', named('a', { tests: [{ about: 'risk', from: 2, to: null }] }), undefined],
  ['a flag always asks', named('a', { tests: [{ about: 'returning', is: false }] }), undefined],
  ['nobody who may approve', named('a', { approvers: nobody }), 'approvers'],
  ['a colleague by name is enough', named('a', { approvers: { ...nobody, memberIds: ['noor'] } }), undefined],
]
for (const [name, rule, lack] of cases) test(`what a rule lacks: ${name}`, () => assert.equal(lackOfRule(rule), lack))

test('a rule keeps its place when it is changed, and a new one comes last', () => {
  const rules = [named('a'), named('b')]
  assert.deepEqual(
    withRule(rules, named('a', { name: ' A ' })).map(({ name }) => name),
    ['A', 'b'],
  )
  assert.deepEqual(
    withRule(rules, named('c')).map(({ id }) => id),
    ['a', 'b', 'c'],
  )
})

test('a rule moves one place, and not past the ends', () => {
  const rules = [named('a'), named('b'), named('c')]
  const ids = (id: string, by: 1 | -1) => movedRule(rules, id, by)?.map((one) => one.id)
  assert.deepEqual(ids('a', 1), ['b', 'a', 'c'])
  assert.deepEqual(ids('c', -1), ['a', 'c', 'b'])
  assert.equal(ids('a', -1), undefined)
  assert.equal(ids('c', 1), undefined)
  assert.equal(ids('gone', 1), undefined)
})

test('the order of names makes no difference', () => {
  const a = { ...nobody, memberIds: ['noor', 'lot'] }
  assert.ok(areSameApprovers(a, { ...nobody, memberIds: ['lot', 'noor'] }))
  assert.ok(!areSameApprovers(a, nobody))
})
