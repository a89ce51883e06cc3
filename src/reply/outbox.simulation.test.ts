import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neighbourMutants, outboxMutants } from '#testing/outbox-mutants.ts'
import { runWorlds } from '#testing/outbox-world.ts'
import { sideBySide, tallyWorldsApart } from '#testing/tally-worlds.ts'
import type { OutboxRules } from './drive-reply.ts'

/** More worlds, or other ones: WEDERHOOR_TEST_WORLDS=10000000 WEDERHOOR_TEST_SEED=7. */
const worldsLeast = Number(process.env.WEDERHOOR_TEST_WORLDS ?? 100_000)
const firstSeed = Number(process.env.WEDERHOOR_TEST_SEED ?? 1)
const mutantWorldsMost = 4_096

test('nothing twice, nothing lost, nothing after a stop or an undo, never as someone else', async (t) => {
  const { wrongs, ...figures } = await tallyWorldsApart({ firstSeed, worldsLeast })
  t.diagnostic(`seeds from ${firstSeed}; ${JSON.stringify(figures)}`)
  assert.deepEqual(wrongs, [])
  assert.ok(figures.crashes > figures.worlds / 2, 'most worlds have a crash in them')
  for (const state of ['sent', 'refused', 'undone', 'needs_person', 'awaits_approval']) {
    assert.ok(figures.endings[state], `no world ended ${state}`)
  }
})

for (const [name, rules] of Object.entries({ ...outboxMutants, ...neighbourMutants })) {
  test(`the simulation notices an outbox with this fault: ${name}`, async (t) => {
    const caught = await worldsUntilCaught(rules)
    t.diagnostic(caught ? `caught in world ${caught.world}: ${caught.wrongs}` : 'not caught')
    assert.ok(caught, `${mutantWorldsMost} worlds went by without noticing`)
  })
}

async function worldsUntilCaught(rules: OutboxRules): Promise<{ world: number; wrongs: string } | undefined> {
  for (let from = 0; from < mutantWorldsMost; from += sideBySide) {
    const inputs = Array.from({ length: sideBySide }, (_, index) => {
      const seed = firstSeed + from + index
      return { seed, rules, crashAt: seed % 2 === 0 ? [1 + (seed % 41)] : [] }
    })
    const reports = await runWorlds(inputs)
    const at = reports.findIndex((report) => report.wrongs.length > 0)
    if (at >= 0) return { world: from + at + 1, wrongs: [...new Set(reports[at]?.wrongs)].join(', ') }
  }
  return undefined
}
