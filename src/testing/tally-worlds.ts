import { Worker } from 'node:worker_threads'
import { runWorlds, type WorldInput, type WorldReport } from './outbox-world.ts'

export type Tally = {
  worlds: number
  points: number
  crashes: number
  calls: number
  twiceByBrokenWord: number
  inFlightAtStop: number
  endings: Record<string, number>
  /** The first worlds in which a promise was broken, with all it takes to run them again. */
  wrongs: string[]
}
export type TallyTask = { firstSeed: number; worldsLeast: number }

/** Few enough that their objects die young. */
export const sideBySide = 16
const wrongsMax = 20
const counted = ['points', 'crashes', 'calls', 'twiceByBrokenWord', 'inFlightAtStop'] as const

/** Worlds seed by seed: first without a crash, then once more for every moment at which a process could die. */
export async function tallyWorlds({ firstSeed, worldsLeast }: TallyTask): Promise<Tally> {
  const zero = { worlds: 0, points: 0, crashes: 0, calls: 0, twiceByBrokenWord: 0, inFlightAtStop: 0 }
  const tally: Tally = { ...zero, endings: {}, wrongs: [] }
  for (let seed = firstSeed; tally.worlds < worldsLeast; seed += sideBySide) {
    const calm = await runWorlds(Array.from({ length: sideBySide }, (_, index) => ({ seed: seed + index })))
    addTo(tally, calm)
    for (const inputs of batchesOf(calm.flatMap(withCrashes))) addTo(tally, await runWorlds(inputs))
  }
  return tally
}

/** The same in a thread of its own: the hooks of a test runner make every promise four times as dear. */
export function tallyWorldsApart(task: TallyTask): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./tally-worker.ts', import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function addTo(tally: Tally, reports: readonly WorldReport[]): void {
  for (const report of reports) {
    tally.worlds += 1
    for (const key of counted) tally[key] += report[key]
    for (const ending of report.endings) tally.endings[ending] = (tally.endings[ending] ?? 0) + 1
    if (report.wrongs.length === 0 || tally.wrongs.length >= wrongsMax) continue
    tally.wrongs.push(`seed ${report.seed}, crash at ${report.crashAt}: ${report.wrongs}`)
  }
}

/** The same world with a crash at each of its moments of waiting; in every fifth a second one follows. */
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
