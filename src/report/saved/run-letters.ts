import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { sendLetters } from './send-letters.ts'
import { writeDueLetters } from './write-due-letters.ts'

const lookEveryMs = 20 * second

/** Reports leave by e-mail when their hour has come. Resolves when the signal aborts. */
export async function runLetters(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await writeDueLetters(app)
      await sendLetters(app)
    } catch (error) {
      app.log.error({ err: error }, 'reports could not be sent; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}
