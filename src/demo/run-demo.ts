import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import type { Receive } from '#listen/take-heard.ts'
import { tellOn } from './tell-on.ts'

const tickMs = 2 * second
/** Where there is no demo, somebody may still set one up in another process. */
const idleMs = 15 * second

/** Keeps the demo companies alive until the signal aborts. A demo that is removed in the middle of a sentence is no accident. */
export async function runDemo(app: App, { receive, signal }: { receive: Receive; signal: AbortSignal }): Promise<void> {
  while (!signal.aborted) {
    let pauseMs = tickMs
    try {
      if (!(await tellOn(app, receive))) pauseMs = idleMs
    } catch (error) {
      app.log.info({ why: messageOf(error) }, 'the demo could not go on; trying again')
    }
    await app.clock.sleep(pauseMs, signal)
  }
}
