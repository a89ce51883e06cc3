import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runExamples } from './ask-policy.ts'
import { leavesOf, type Policy } from './policy.ts'
import { policyExamplesSchema, policySchema } from './policy-input.ts'
import { exampleProblems, policyProblems, policyWarnings } from './policy-problem.ts'
import { starterPolicy } from './policy-starter.ts'
import { policyStarters } from './policy-starter-names.ts'
import { policyText } from './policy-text.ts'
import { readPolicyText } from './read-policy-text.ts'

/** The tree without its words. */
function bones(policy: Policy): string {
  return JSON.stringify(policy, (key, value: unknown) =>
    ['name', 'tone', 'why', 'text'].includes(key) ? (value === '' ? '' : '…') : value,
  )
}

test('sixty situations come out where they were labelled to come out, twenty a starter', () => {
  let count = 0
  for (const which of policyStarters)
    for (const lang of ['nl', 'en'] as const) {
      const { policy, examples } = starterPolicy(which, lang)
      assert.equal(examples.length, 20)
      if (lang === 'nl') count += examples.length
      const wrong = runExamples(policy, examples).filter(({ passes }) => !passes)
      const told = wrong.map(({ example, got }) => [
        ...[example.says, example.leafId, got.kind === 'leaf' ? got.leaf.id : `asks ${got.question.id}`],
      ])
      assert.deepEqual(told, [], `${which} ${lang}`)
    }
  assert.equal(count, 60)
})

for (const which of policyStarters) {
  const [en, nl] = [starterPolicy(which, 'en'), starterPolicy(which, 'nl')]

  test(`the ${which} starter is sound, and nothing in it is out of reach`, () => {
    for (const { policy, examples } of [en, nl]) {
      assert.deepEqual([...policyProblems(policy), ...exampleProblems(policy, examples)], [])
      assert.deepEqual(policyWarnings(policy), [])
      assert.deepEqual(policySchema.parse(policy), policy)
      assert.deepEqual(policyExamplesSchema.parse(examples), examples)
    }
  })

  test(`the ${which} starter says the same in both languages, each in its own words`, () => {
    assert.equal(bones(en.policy), bones(nl.policy))
    for (const leaf of leavesOf(en.policy)) {
      const twin = leavesOf(nl.policy).find(({ id }) => id === leaf.id)
      assert.notEqual(leaf.why, twin?.why)
      assert.notEqual(leaf.name, twin?.name)
    }
  })

  test(`the text of the ${which} starter reads back as it is`, () => {
    for (const [lang, { policy }] of [['en', en] as const, ['nl', nl] as const])
      assert.deepEqual(readPolicyText(policyText(policy, lang)), { ok: true, lang, policy })
  })

  test(`each answer that the ${which} starter advises names how it should sound; each not to answer says why`, () => {
    for (const leaf of leavesOf(nl.policy)) {
      assert.notEqual(leaf.why, '')
      if (leaf.answers) assert.notEqual(leaf.tone, '', leaf.id)
    }
  })
}

test('whether it is true is asked before whether it is kind', () => {
  const { policy } = starterPolicy('service', 'nl')
  const praise = { id: 'a', says: 'Bedankt!', facts: { intent: 'praise', sentiment: 'positive' }, leafId: 'thank' }
  const [unasked] = runExamples(policy, [{ ...praise, answers: {} }])
  assert.equal(unasked?.got.kind === 'question' && unasked.got.question.id, 'true')
})
