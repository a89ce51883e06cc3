import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PromiseAction } from './promise-action.ts'
import type { PromiseRule } from './promise-rule.ts'
import { rulesProblem, ruleWords } from './rule-problem.ts'

const when = { urgencies: [], departmentIds: [], sourceIds: [], networks: [], topicIds: [] }
const minutes = { first: 30, next: null, resolution: null }
const sound: PromiseRule = { id: 'a', name: 'Storing', isOn: true, when, minutes, actions: [] }
const act = (given: Partial<PromiseAction>): PromiseRule => ({
  ...sound,
  actions: [{ id: 'x', clock: null, when: { kind: 'broken' }, does: { kind: 'raise' }, ...given }],
})

const cases: [says: string, rules: PromiseRule[], kind: string | undefined][] = [
  ['no rules', [], undefined],
  ['a sound rule', [sound], undefined],
  ['a rule that promises nothing', [{ ...sound, minutes: { ...minutes, first: null } }], undefined],
  ['a rule without a name', [{ ...sound, name: '  ' }], 'name'],
  ['a very long name', [{ ...sound, name: 'x'.repeat(61) }], 'name'],
  ['two of one name', [sound, { ...sound, id: 'b', name: 'storing ' }], 'name_twice'],
  ['no time at all', [{ ...sound, minutes: { ...minutes, first: 0 } }], 'minutes'],
  ['half a minute', [{ ...sound, minutes: { ...minutes, next: 0.5 } }], 'minutes'],
  ['two months', [{ ...sound, minutes: { ...minutes, resolution: 90_000 } }], 'minutes'],
  ['a warning', [act({ when: { kind: 'before', minutes: 10 } })], undefined],
  ['a warning at no time', [act({ when: { kind: 'before', minutes: 0 } })], 'warning'],
  ['a part', [act({ when: { kind: 'share', percent: 25 } })], undefined],
  ['all of it', [act({ when: { kind: 'share', percent: 100 } })], 'share'],
  ['nobody chosen', [act({ does: { kind: 'to_member', memberId: '' } })], 'receiver'],
  ['no department chosen', [act({ does: { kind: 'to_department', departmentId: '' } })], 'receiver'],
  ['a clock without a time', [act({ clock: 'resolution' })], 'no_time'],
  ['thirty-one rules', Array.from({ length: 31 }, (_, at) => ({ ...sound, id: `${at}`, name: `${at}` })), 'too_many'],
  ['nine actions', [{ ...sound, actions: Array(9).fill(act({}).actions[0]) }], 'too_many_actions'],
]

for (const [says, rules, kind] of cases) {
  test(`${says}: ${kind ?? 'well'}`, () => {
    const problem = rulesProblem(rules)
    assert.equal(problem?.kind, kind)
    if (problem) for (const words of Object.values(ruleWords(problem))) assert.match(words, /^\p{Lu}.*\.$/u)
  })
}
