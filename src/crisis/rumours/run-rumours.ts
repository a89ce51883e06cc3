import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { lookForRumours } from './look-for-rumours.ts'

const lookEveryMs = 10 * second
/** Between two batches, so that the inbox goes first. */
const pauseMs = second

/** Asks whatever is heard for the rumours that are watched. Resolves when the signal aborts. */
export async function runRumours(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let isMore = false
    try {
      isMore = await lookForRumours(app)
    } catch (error) {
      app.log.error({ err: error }, 'what was heard could not be asked for rumours; trying again')
    }
    await app.clock.sleep(isMore ? pauseMs : lookEveryMs, signal)
  }
}
