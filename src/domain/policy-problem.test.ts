import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askPolicy } from './ask-policy.ts'
import { intents, sentiments } from './assessment.ts'
import { noFacts, type Policy, type PolicyNode, type PolicyTest, policyIntents, policySentiments } from './policy.ts'
import { exampleProblems, policyProblems, policyProblemWords, policyWarnings } from './policy-problem.ts'
import { noNames, stepText } from './policy-words.ts'

const leaf = (id: string): PolicyNode => ({
  ...{ kind: 'leaf', id, name: id, answers: true, strategy: 'explain', place: 'public', tone: '', why: '', basis: '' },
  ...{ departmentId: null, approval: 'none', promise: null },
})
const when = (tests: PolicyTest[], yes: PolicyNode, no: PolicyNode): PolicyNode => ({ kind: 'when', tests, yes, no })
const ask = (questionId: string, yes: PolicyNode, no: PolicyNode, unknown: PolicyNode): PolicyNode => ({
  ...{ kind: 'ask', questionId, yes, no, unknown },
})
const policy = (root: PolicyNode): Policy => ({ name: 'P', questions: [{ id: 'q', text: 'Is it?' }], root })
const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(leaf) as [
  PolicyNode,
  PolicyNode,
  PolicyNode,
  PolicyNode,
  PolicyNode,
]
const asksQ = (below: PolicyNode) => ask('q', below, d, e)

const intent = (...is: string[]): PolicyTest => ({ about: 'intent', is })
const anger = (from: number | null, to: number | null = null): PolicyTest => ({ about: 'anger', from, to })
const signal = (...is: string[]): PolicyTest => ({ about: 'signal', is })

const reach: [says: string, first: PolicyTest[], then: PolicyTest[], yes: string[], no: string[]][] = [
  ['two different intents', [intent('praise')], [intent('complaint')], ['never_so'], []],
  ['the same intent again', [intent('praise')], [intent('praise', 'news')], ['always_so'], ['']],
  ['what else is excluded', [intent('praise')], [intent('praise')], ['always_so'], ['never_so']],
  ['a higher figure', [anger(50)], [anger(80)], [], ['never_so']],
  ['a lower figure', [anger(80)], [anger(50)], ['always_so'], ['']],
  ['several signals may be true', [signal('press')], [signal('legal')], [], []],
  ['a signal that was excluded', [signal('press', 'legal')], [signal('legal')], [''], ['never_so']],
  ['one of two tests failed, nobody knows which', [intent('praise'), anger(50)], [intent('praise')], ['always_so'], []],
  ['a flag', [{ about: 'addressed', is: true }], [{ about: 'addressed', is: false }], ['never_so'], ['always_so']],
]
for (const [says, first, then, yes, no] of reach)
  test(`what can never be so is warned of: ${says}`, () => {
    const kinds = (root: PolicyNode) => policyWarnings(policy(asksQ(root))).map(({ kind }) => kind)
    const expected = (list: string[]) => list.filter((kind) => kind !== '')
    assert.deepEqual(kinds(when(first, when(then, a, b), c)), expected(yes))
    assert.deepEqual(kinds(when(first, c, when(then, a, b))), expected(no))
  })

test('a policy knows all that triage can say', () => {
  assert.deepEqual(policyIntents.toSorted(), intents.toSorted())
  assert.deepEqual(policySentiments.toSorted(), sentiments.toSorted())
})

test('two tests that exclude each other never hold together', () => {
  const root = when([intent('praise'), intent('complaint')], a, b)
  assert.deepEqual(policyWarnings(policy(asksQ(root))), [{ kind: 'never_so', path: 'y', about: '' }])
})

test('a rating may be missing, so that no figure is always so', () => {
  const root = when([{ about: 'rating', from: 0, to: 5 }], a, b)
  assert.deepEqual(policyWarnings(policy(asksQ(root))), [])
})

test('a question that was answered above is not asked for nothing', () => {
  const root = asksQ(ask('q', a, b, c))
  assert.deepEqual(policyWarnings(policy(root)), [{ kind: 'asked_before', path: 'y', about: 'q' }])
  assert.deepEqual(policyWarnings(policy(a)), [{ kind: 'question_unused', path: null, about: 'q' }])
})

const broken: [kind: string, given: Policy][] = [
  ['leaf_twice', policy(asksQ(d))],
  ['question_gone', policy(ask('x', a, b, c))],
  [
    'question_twice',
    {
      ...policy(asksQ(a)),
      questions: [
        { id: 'q', text: 'A' },
        { id: 'q', text: 'B' },
      ],
    },
  ],
  ['no_limit', policy(when([anger(null)], a, b))],
  [
    'too_deep',
    policy(Array.from({ length: 41 }, (_, at) => at).reduce((node, at) => when([anger(at)], leaf(`x${at}`), node), a)),
  ],
  ['too_many_nodes', policy(wide(7))],
]
function wide(depth: number, name = 'w'): PolicyNode {
  return depth === 0 ? leaf(name) : when([anger(depth)], wide(depth - 1, `${name}y`), wide(depth - 1, `${name}n`))
}
for (const [kind, given] of broken)
  test(`a policy is refused for what is wrong with it: ${kind}`, () => {
    const problems = policyProblems(given)
    assert.equal(problems[0]?.kind, kind)
    for (const problem of problems) assert.notEqual(policyProblemWords(problem).nl, policyProblemWords(problem).en)
  })

test('an example that expects advice which is gone is told', () => {
  const example = { id: 'x', says: 'Hoi', facts: {}, answers: {}, leafId: 'gone' }
  assert.deepEqual(
    exampleProblems(policy(a), [example, example]).map(({ kind }) => kind),
    ['example_leaf_gone', 'example_twice', 'example_leaf_gone'],
  )
})

test('a path says in both languages what was asked, what was found and what was answered', () => {
  const root = when([intent('praise'), anger(80)], a, when([anger(20, 60)], asksQ(b), c))
  const { steps } = askPolicy(policy(root), {
    facts: { ...noFacts, intent: 'complaint', anger: 55 },
    answers: { q: 'unknown' },
  })
  assert.deepEqual(
    steps.map((step) => stepText(step, 'nl', noNames)),
    [
      { asked: 'bedoeling is lof', answer: 'nee (klacht)' },
      { asked: 'boosheid vanaf 20 tot en met 60', answer: 'ja (55)' },
      { asked: 'Is it?', answer: 'onbekend' },
    ],
  )
  assert.deepEqual(stepText({ kind: 'when', holds: true, of: [] }, 'en', noNames), { asked: '', answer: 'yes' })
})

test('an answer of a name that every object has is no answer', () => {
  const root: PolicyNode = ask('constructor', a, b, c)
  const advice = askPolicy(
    { ...policy(root), questions: [{ id: 'constructor', text: '?' }] },
    { facts: noFacts, answers: {} },
  )
  assert.equal(advice.kind, 'question')
})
