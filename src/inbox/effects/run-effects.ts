import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { lookAtEffects } from './look-at-effects.ts'

const lookEveryMs = 20 * second
const atOnceMax = 50
/** Between two batches, so that the inbox goes first. */
const pauseMs = second

/** Looks at what came after our answers, as far as there is news. Resolves when the signal aborts. */
export async function runEffects(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let looked = 0
    try {
      looked = await lookAtEffects(app, atOnceMax)
    } catch (error) {
      app.log.error({ err: error }, 'what came after our answers could not be looked at; trying again')
    }
    await app.clock.sleep(looked === atOnceMax ? pauseMs : lookEveryMs, signal)
  }
}
