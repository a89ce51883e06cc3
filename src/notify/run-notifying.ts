import type { App } from '#app.ts'
import { hour, minute, second } from '#base/clock.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { type IsOpenOn, planDigests } from './plan-digests.ts'
import { forgetSettled, type Send, sendDue } from './send-deliveries.ts'
import { sendersWith } from './senders.ts'

const lookEveryMs = 5 * second
const digestsEveryMs = minute
const forgetEveryMs = hour

export type Digests = { isOpenOn: IsOpenOn; send: Send }

/**
 * Carries notices out of the house, in every process of it: that the one which works is dead must be told by another. Resolves when the
 * signal aborts.
 */
export async function runNotifying(
  app: App,
  { digests, signal }: { digests: Digests; signal: AbortSignal },
): Promise<void> {
  const senders = sendersWith(digests.send)
  const last = { digestsMs: 0, forgetMs: 0 }
  while (!signal.aborted) {
    try {
      const nowMs = app.clock.now().getTime()
      if (nowMs - last.digestsMs >= digestsEveryMs) {
        last.digestsMs = nowMs
        await planDigests(app, digests.isOpenOn)
      }
      if (nowMs - last.forgetMs >= forgetEveryMs) {
        last.forgetMs = nowMs
        await forgetSettled(app)
      }
      while (!signal.aborted && (await planDeliveries(app)) > 0);
      await sendDue(app, senders, signal)
    } catch (error) {
      app.log.error({ err: error }, 'notices could not be carried out; trying again')
    }
    await app.clock.sleep(lookEveryMs, signal)
  }
}
