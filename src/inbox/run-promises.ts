import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { actOnPromises } from './act-on-promises.ts'
import { beat } from './promise-health.ts'
import { recountPromises } from './recount-promises.ts'

const lookEveryMs = 10 * second

/** Keeps the clocks of promises: counts anew what was promised otherwise, and does what it is time for. Resolves when the signal aborts. */
export async function runPromises(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await goRound(app)
    } catch (error) {
      app.log.error({ err: error }, 'promises could not be looked at; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}

/** What is past is put on record before anything is counted anew. */
export async function goRound(app: App): Promise<void> {
  await actOnPromises(app)
  await recountPromises(app)
  await beat(app)
}
