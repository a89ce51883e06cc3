import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lackOf } from '#domain/approval.ts'
import { type ApprovalChecks, approvalChecks, tallyApprovals } from '#testing/approval-model.ts'

/** More, or others: WEDERHOOR_TEST_SEED=7. */
const seed = Number(process.env.WEDERHOOR_TEST_SEED ?? 1)
const stepsLeast = 1_000_000

test('whatever people do at once, nothing is sent that needs approval and has none that holds', (t) => {
  const { wrongs, ...figures } = tallyApprovals({ seed, stepsLeast })
  t.diagnostic(`seed ${seed}; ${JSON.stringify(figures)}`)
  assert.deepEqual(wrongs, [])
  assert.ok(figures.needed > 10_000, 'many that needed approval were sent')
  assert.ok(figures.stopped > 10_000, 'many were stopped')
})

const without = (lack: ReturnType<typeof lackOf>): ApprovalChecks => ({
  ...approvalChecks,
  lackOf: (input) => {
    const found = lackOf(input)
    return found === lack ? undefined : found
  },
})
const mutants: Record<string, ApprovalChecks> = {
  'nobody asks whether it was approved': without('never'),
  'other words pass': {
    ...approvalChecks,
    lackOf: (input) => {
      const { given, reply } = input
      return lackOf({ ...input, given: given && { ...given, intentHash: reply.intentHash } })
    },
  },
  'a new message passes': without('message'),
  'one’s own approval passes': without('own'),
  'whoever may not any more passes': without('approver'),
  'not looked at once more before the call': { ...approvalChecks, looksOnceMore: false },
}
for (const [name, checks] of Object.entries(mutants))
  test(`the model notices: ${name}`, (t) => {
    const { wrongs, steps } = tallyApprovals({ seed, stepsLeast: 100_000, checks })
    t.diagnostic(`after ${steps} steps: ${wrongs[0]}`)
    assert.equal(wrongs.length, 1)
  })
