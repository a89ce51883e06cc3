// Seconds from `npm start` to a usable page, in a copy of the tree: the first time (nothing built, no data) and later (--rounds=3).
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bench, copyTree, median, openHouse, workFolder } from './house.part.ts'
import { cpuSeconds, treeOf } from './processes.part.ts'

const rounds = Number(process.argv.find((one) => one.startsWith('--rounds='))?.slice('--rounds='.length) ?? 3)

/** `cpuSeconds` is what it costs the processors, which a busy machine does not change much. */
type Start = { seconds: number; cpuSeconds: number }

await bench(async () => {
  const tree = await copyTree()
  const first: Start[] = []
  const later: Start[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['dist', '.cache']) await rm(join(tree, name), { recursive: true, force: true })
    const dataFolder = join(await workFolder('start'), 'data')
    first.push(await startOnce(tree, dataFolder))
    later.push(await startOnce(tree, dataFolder))
  }
  print('first', first)
  print('later', later)
  return {
    firstSeconds: median(first.map((one) => one.seconds)),
    laterSeconds: median(later.map((one) => one.seconds)),
    firstCpuSeconds: median(first.map((one) => one.cpuSeconds)),
    laterCpuSeconds: median(later.map((one) => one.cpuSeconds)),
  }
})

async function startOnce(tree: string, dataFolder: string): Promise<Start> {
  const house = await openHouse({ tree, by: 'start', dataFolder })
  const used = cpuSeconds(treeOf(house.pid))
  await house.stop()
  return { seconds: house.readyMs / 1_000, cpuSeconds: used }
}

function print(name: string, starts: readonly Start[]): void {
  const each = starts.map((one) => `${one.seconds.toFixed(1)} s (processors ${one.cpuSeconds.toFixed(1)} s)`)
  console.log(`${name}: ${each.join(', ')}`)
}
