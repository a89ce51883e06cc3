import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runExamples } from '#domain/ask-policy.ts'
import { type Policy, type PolicyLeaf, policyAbouts } from '#domain/policy.ts'
import { policyExampleSchema } from '#domain/policy-input.ts'
import { aboutsLeft, aboutsSaid, firstFact, freshExample, withAnswer, withFact, withoutFact } from './example-facts.ts'

const leaf = (id: string): PolicyLeaf => ({
  ...{ kind: 'leaf', id, name: id, answers: true, strategy: 'explain', place: 'public', tone: '', why: '' },
  ...{ basis: '', departmentId: null, approval: 'none', promise: null },
})
const policy: Policy = {
  name: 'P',
  questions: [{ id: 'true', text: 'Klopt het?' }],
  root: {
    ...{ kind: 'when', tests: [{ about: 'rating', from: null, to: 2 }] },
    yes: { kind: 'ask', questionId: 'true', yes: leaf('repair'), no: leaf('correct'), unknown: leaf('find-out') },
    no: leaf('thank'),
  },
}

test('an example is built fact by fact and answer by answer, and comes out where they lead', () => {
  const outOf = (example: ReturnType<typeof freshExample>) => runExamples(policy, [example])[0]?.passes
  const fresh = { ...freshExample([], 'repair'), says: 'Koffer weg' }
  assert.equal(outOf(fresh), false)
  const poor = { ...fresh, facts: withFact(fresh.facts, 'rating', 1) }
  assert.equal(outOf(poor), false, 'before a question it is nowhere yet')
  const told = { ...poor, answers: withAnswer(poor.answers, 'true', 'yes') }
  assert.equal(outOf(told), true)
  assert.equal(outOf({ ...told, answers: withAnswer(told.answers, 'true', undefined) }), false)
  assert.deepEqual(withoutFact(told.facts, 'rating'), {})
})

test('what the tree asks about is offered first, and what is said is not offered again', () => {
  assert.equal(aboutsLeft(policy, {})[0], 'rating')
  const facts = withFact({}, 'rating', 1)
  assert.equal(aboutsLeft(policy, facts).includes('rating'), false)
  assert.deepEqual(aboutsSaid(facts), ['rating'])
  assert.equal(aboutsLeft(policy, facts).length, policyAbouts.length - 1)
})

test('whatever is begun with can be kept', () => {
  for (const about of policyAbouts) {
    const example = { ...freshExample([], 'thank'), says: 'x', facts: withFact({}, about, firstFact(about)) }
    assert.deepEqual(policyExampleSchema.safeParse(example).error?.issues ?? [], [], about)
  }
})

test('a new one never takes the name of another', () => {
  const first = freshExample([], 'thank')
  const second = freshExample([first], 'thank')
  assert.equal(freshExample([second], 'thank').id === second.id, false)
  assert.notEqual(first.id, second.id)
})
