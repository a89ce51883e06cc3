import { hour, minute, second } from '#base/clock.ts'
import { silentLog } from '#base/log.ts'
import type { ConnectorContext, ReplyMethods } from '#domain/connector.ts'
import { bellOn } from '#reply/bell.ts'
import type { OutboxRules } from '#reply/drive-reply.ts'
import type { OutboxStore } from '#reply/outbox-store.ts'
import { runLanes } from '#reply/run-lanes.ts'
import { memoryOutboxStore } from './memory-outbox-store.ts'
import type { Simulation } from './outbox-world.ts'

/** One process of the product. Its own code runs the lanes; all it touches may be slow, fail, or be its last moment. */
export type Process = { isAlive: boolean; skewMs: number }

export function startProcess(world: Simulation, rules: OutboxRules): void {
  const { random, time, plan } = world
  const process: Process = { isAlive: true, skewMs: Math.round((random.next() - 0.5) * plan.skewMost) }
  const clock = time.clock({ skewMs: process.skewMs, isAlive: () => process.isAlive })
  const bell = bellOn(clock)
  world.bells.push(bell)
  const dies = () => isItsEnd(world, process, () => startProcess(world, rules))
  const methods = mortalMethods(world.methods, dies)
  const outbox = {
    store: mortalStore(world, process, dies),
    clock,
    log: silentLog,
    rules,
    random: random.next,
    newToken: () => `lease ${random.next()}`,
    methodsOf: () => methods,
    // Worlds without the ring: what is promised must hold by the row alone.
    stopsTold: () => 0,
    // The simulated network asks for the signal alone.
    contextFor: (signal: AbortSignal) => ({ signal }) as ConnectorContext,
    credentialsOf: (account: { credentials: string }) => account.credentials,
  }
  void runLanes(outbox, { bell, signal: new AbortController().signal, idleMs: 2 * hour })
}

/** A dead process never goes on. A new promise each time: a shared one would keep every dead process in memory. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}

/** Every moment at which the outbox waits for something is a moment at which it may die. */
function isItsEnd(world: Simulation, process: Process, restart: () => void): boolean {
  if (!process.isAlive) return true
  world.points += 1
  if (!world.crashAt.includes(world.points)) return false
  process.isAlive = false
  world.history.isDisturbed = true
  world.crashes += 1
  world.time.at(world.random.between(10, 90 * second), restart)
  return true
}

function mortalStore(world: Simulation, process: Process, dies: () => boolean): OutboxStore {
  const { random, time, plan } = world
  const store = memoryOutboxStore(world.tables)
  const pause = (): Promise<void> | undefined => {
    if (random.chance(0.5)) return undefined
    // Now and then a machine stands still for longer than a lease.
    const isStill = random.chance(0.01)
    if (isStill) world.history.isDisturbed = true
    const delayMs = isStill ? random.between(second, 2 * minute) : random.between(1, 60)
    return new Promise((resolve) => time.at(delayMs, () => (process.isAlive ? resolve() : undefined)))
  }
  const port = async <T>(work: () => Promise<T>): Promise<T> => {
    await pause()
    if (dies()) return never()
    if (random.chance(plan.storeFaultShare)) {
      world.history.isDisturbed = true
      throw new Error('the database is away')
    }
    const result = await work()
    if (dies()) return never()
    await pause()
    return process.isAlive ? result : never()
  }
  return {
    due: (now) => port(() => store.due(now)),
    take: (ask, decide) => port(() => store.take(ask, decide)),
    look: (lease) =>
      port(() => {
        world.history.looks.set(lease.replyId, time.nowMs())
        return store.look(lease)
      }),
    finish: (lease, decide) => port(() => store.finish(lease, decide)),
    isKnownPost: (ask) => port(() => store.isKnownPost(ask)),
  }
}

/** Death just before the socket, while the call is under way (it goes on without us), and just after the answer. */
function mortalMethods(methods: ReplyMethods<unknown>, dies: () => boolean): ReplyMethods<unknown> {
  const mortal =
    <A extends unknown[], T>(call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (dies()) return never()
      const answer = call(...args)
      // Nobody is left to hear how it ended.
      answer.catch(() => undefined)
      if (dies()) return never()
      const result = await answer
      return dies() ? never() : result
    }
  const find = methods.find && mortal(methods.find)
  return { ...methods, send: mortal(methods.send), find }
}
