import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neighbourMutants, outboxMutants } from '#testing/outbox-mutants.ts'
import { runWorlds, type WorldInput, type WorldReport } from '#testing/outbox-world.ts'
import type { OutboxRules } from './drive-reply.ts'

/** More worlds, or other ones: WEDERHOOR_TEST_WORLDS=10000000 WEDERHOOR_TEST_SEED=7. */
const worldsLeast = Number(process.env.WEDERHOOR_TEST_WORLDS ?? 100_000)
const firstSeed = Number(process.env.WEDERHOOR_TEST_SEED ?? 1)
const sideBySide = 16
const mutantWorldsMost = 4_096

type Tally = {
  worlds: number
  points: number
  crashes: number
  calls: number
  twiceByBrokenWord: number
  inFlightAtStop: number
}
const counted = ['points', 'crashes', 'calls', 'twiceByBrokenWord', 'inFlightAtStop'] as const

test('nothing twice, nothing lost, nothing after a stop or an undo, never as someone else', async (t) => {
  const tally: Tally = { worlds: 0, points: 0, crashes: 0, calls: 0, twiceByBrokenWord: 0, inFlightAtStop: 0 }
  const endings: Record<string, number> = {}
  const wrong: string[] = []
  const add = (reports: readonly WorldReport[]) => {
    for (const report of reports) {
      tally.worlds += 1
      for (const key of counted) tally[key] += report[key]
      for (const ending of report.endings) endings[ending] = (endings[ending] ?? 0) + 1
      if (report.wrongs.length > 0) wrong.push(`seed ${report.seed}, crash at ${report.crashAt}: ${report.wrongs}`)
    }
  }
  for (let seed = firstSeed; tally.worlds < worldsLeast; seed += sideBySide) {
    const calm = await runWorlds(Array.from({ length: sideBySide }, (_, index) => ({ seed: seed + index })))
    add(calm)
    for (const inputs of batchesOf(calm.flatMap(withCrashes))) add(await runWorlds(inputs))
  }
  t.diagnostic(`seeds from ${firstSeed}; ${JSON.stringify(tally)}; endings ${JSON.stringify(endings)}`)
  assert.deepEqual(wrong.slice(0, 10), [])
  assert.ok(tally.crashes > tally.worlds / 2, 'most worlds have a crash in them')
  for (const state of ['sent', 'refused', 'undone', 'needs_person'])
    assert.ok(endings[state], `no world ended ${state}`)
})

/** The same world once more for every moment of waiting in it, with a crash just there; in some a second one follows. */
function withCrashes({ seed, points }: WorldReport): WorldInput[] {
  return Array.from({ length: points }, (_, index) => {
    const at = index + 1
    return { seed, crashAt: at % 5 === 0 ? [at, at + 1 + ((seed + at) % 17)] : [at] }
  })
}

function batchesOf(inputs: readonly WorldInput[]): WorldInput[][] {
  const batches: WorldInput[][] = []
  for (let from = 0; from < inputs.length; from += sideBySide) batches.push(inputs.slice(from, from + sideBySide))
  return batches
}

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
