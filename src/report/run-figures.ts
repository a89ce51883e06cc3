import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { settleFigures } from './settle-figures.ts'

const settleEveryMs = 15 * second
/** Between two batches, so that the inbox goes first. */
const pauseMs = second / 4

/** Keeps the figures of reports up with what happens. Resolves when the signal aborts. */
export async function runFigures(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let counted = 0
    try {
      counted = await settleFigures(app)
    } catch (error) {
      app.log.error({ err: error }, 'the figures of reports could not be counted; trying again')
    }
    await app.clock.sleep(counted > 0 ? pauseMs : settleEveryMs, signal)
  }
}
