// Megabytes of everything that runs, database included, idle with 10,000 mentions that were really heard. Linux only.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bench, copyTree, openHouse, workFolder } from './house.part.ts'
import { listenTo, type Network, openNetwork } from './network.part.ts'
import { memoryMb, nameOf, treeOf } from './processes.part.ts'
import { firstVisitor, until, type Visitor } from './visitor.part.ts'

const mentions = 10_000
const batch = 50
const batchEveryMs = 100
const storedMsMax = 240_000
const idleMs = 45_000
/** The script of `npm start`, which a container does without. */
const starter = 'run/start.mjs'

await bench(async () => {
  if (process.platform !== 'linux') throw new Error('this bench reads /proc, which only Linux has')
  const network = await openNetwork()
  const house = await openHouse({
    tree: await copyTree(),
    by: 'start',
    dataFolder: join(await workFolder('memory'), 'data'),
    env: { WEDERHOOR_ALLOW_INSIDE: '127.0.0.1' },
  })
  const ours = (): number[] => treeOf(house.pid).filter((pid) => nameOf(pid) !== starter)
  const freshMb = memoryMb(ours())
  const visitor = await firstVisitor(house)
  await listenTo(network, visitor)
  await sayAll(network)
  const count = async (): Promise<number> => (await visitor.ask('GET /api/views')).all
  await until(async () => (await count()) === mentions, storedMsMax, 'all mentions are stored')
  const busyMb = memoryMb(ours())
  await lookAround(visitor)
  await pause(idleMs)
  for (const pid of treeOf(house.pid)) console.log(`${memoryMb([pid]).toFixed(1).padStart(7)} MB  ${nameOf(pid)}`)
  const rssMb = memoryMb(ours())
  const databaseMb = memoryMb(ours().filter((pid) => nameOf(pid).includes('postgres')))
  const starterMb = memoryMb(treeOf(house.pid)) - rssMb
  console.log(
    `${rssMb.toFixed(0)} MB idle with ${mentions} mentions, of which the database ${databaseMb.toFixed(0)} MB; ${freshMb.toFixed(0)} MB ` +
      `when it had just started, ${busyMb.toFixed(0)} MB when the last was stored. Each page is counted once. What launched it, ` +
      `${starter}, waits beside it with ${starterMb.toFixed(0)} MB more.`,
  )
  return { rssMb, freshMb, busyMb, databaseMb, starterMb }
})

async function sayAll(network: Network): Promise<void> {
  for (let number = 1; number <= mentions; number += 1) {
    network.say(number)
    if (number % batch === 0) await pause(batchEveryMs)
  }
}

/** What a morning's visit asks for. */
async function lookAround(visitor: Visitor): Promise<void> {
  let after: string | undefined
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await visitor.ask('GET /api/conversations', { query: { view: 'all', limit: 60, after } })
    for (const row of page.items.slice(0, 5))
      await visitor.ask('GET /api/conversations/{id}', { params: { id: row.id } })
    after = page.next ?? undefined
  }
  await visitor.ask('GET /api/conversations', { query: { view: 'all', q: 'ship' } })
  await visitor.ask('GET /api/sources')
  await visitor.ask('GET /api/topics')
}
