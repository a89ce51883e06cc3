import { hour, minute } from '#base/clock.ts'
import type { ReplyMethods } from '#domain/connector.ts'
import type { Bell } from '#reply/bell.ts'
import { type OutboxRules, outboxRules } from '#reply/drive-reply.ts'
import { type MemoryTables, memoryTables } from './memory-outbox-store.ts'
import { type History, isAtRest, judgeEnd, newHistory, watchCall } from './outbox-history.ts'
import { schedulePeople } from './outbox-people.ts'
import { planWorld, simulatedAccount, simulatedParent, type WorldPlan } from './outbox-plan.ts'
import { startProcess } from './outbox-processes.ts'
import { type Random, seededRandom } from './seeded-random.ts'
import { type PostedReply, simulatedNetwork } from './simulated-network.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'

/** `crashAt`: the process that reaches the so-manieth moment of waiting in this world dies there, and another starts. */
export type WorldInput = { seed: number; crashAt?: readonly number[]; rules?: OutboxRules }

export type WorldReport = {
  seed: number
  crashAt: readonly number[]
  /** How many moments there were at which a process could have died. */
  points: number
  crashes: number
  calls: number
  endings: readonly string[]
  /** Broken promises. Empty is the only good answer. */
  wrongs: readonly string[]
  /** The network broke its own word, and a reply of class read-back stands there twice. */
  twiceByBrokenWord: number
  inFlightAtStop: number
}

export type Simulation = {
  random: Random
  time: VirtualTime
  tables: MemoryTables
  plan: WorldPlan
  history: History
  posts: PostedReply[]
  methods: ReplyMethods<unknown>
  bells: Bell[]
  crashAt: readonly number[]
  points: number
  crashes: number
  peopleLeft: number
}

const horizonMs = 12 * hour
/** By then every reply is written, and whoever stops, undoes or deletes has done so. */
const busyMs = 6 * minute

export type World = { isOver(): boolean; step(): void; report(): WorldReport }

/** One seeded world around the product's own outbox: people, one network, one or two processes that may die. */
export function outboxWorld({ seed, crashAt = [], rules = outboxRules }: WorldInput): World {
  const world = newSimulation(seed, crashAt)
  const startMs = world.time.nowMs()
  schedulePeople(world)
  for (let process = 1; process <= world.plan.processes; process += 1) startProcess(world, rules)
  const elapsedMs = () => world.time.nowMs() - startMs
  return {
    step: () => void world.time.step(),
    isOver: () => elapsedMs() > horizonMs || isQuiet(world, elapsedMs()),
    report() {
      const { history, points, crashes, tables } = world
      const endings = tables.replies.values().map((row) => row.state)
      const { calls, inFlightAtStop } = history
      return { seed, crashAt, points, crashes, calls, endings: [...endings], inFlightAtStop, ...judgeEnd(world) }
    },
  }
}

function newSimulation(seed: number, crashAt: readonly number[]): Simulation {
  const random = seededRandom(seed)
  const time = virtualTime()
  const plan = planWorld(random)
  const tables = memoryTables()
  const history = newHistory()
  const { manners } = plan
  const network = simulatedNetwork({
    time,
    random,
    manners,
    onCall: (call) => watchCall({ history, tables, plan, closedUntil: network.closedUntil }, call),
  })
  const now = new Date(time.nowMs())
  for (const id of plan.accountIds) tables.accounts.set(id, simulatedAccount(id, now))
  for (const id of plan.parentIds) tables.parents.set(id, simulatedParent(id))
  tables.writers.add('writer')
  const counts = { points: 0, crashes: 0, peopleLeft: 0 }
  return { random, time, tables, plan, history, ...network, bells: [], crashAt, ...counts }
}

/** Nothing will happen any more: all is written, all rests, and no person is still to be asked. */
function isQuiet({ tables, peopleLeft }: Simulation, elapsedMs: number): boolean {
  for (const row of tables.replies.values()) {
    if (!isAtRest(row) || (row.state === 'needs_person' && peopleLeft > 0)) return false
  }
  return peopleLeft === 0 || elapsedMs > busyMs
}

/** Runs worlds side by side to their end: one turn of the event loop settles the promises of all of them. */
export async function runWorlds(inputs: readonly WorldInput[]): Promise<WorldReport[]> {
  const worlds = inputs.map((input) => outboxWorld(input))
  let live = worlds
  await turn()
  while (live.length > 0) {
    for (const world of live) world.step()
    await turn()
    live = live.filter((world) => !world.isOver())
  }
  return worlds.map((world) => world.report())
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
