import type { App } from '#app.ts'
import { forgetBlanked } from '#inbox/forget-blanked.ts'
import type { OnBlanked } from '#mentions/recheck-mentions.ts'
import { lookAgain } from './look-again.ts'

/** A message was found to be gone from its network: its words go here too, and what was answered to it is looked at again. */
export function followBlanked(app: App): OnBlanked {
  return async (tx, gone) => {
    await forgetBlanked(tx, gone)
    await lookAgain(tx, { conversationIds: gone.map((one) => one.conversationId), at: app.clock.now() })
  }
}
