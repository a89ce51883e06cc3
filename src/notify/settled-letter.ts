import type { App } from '#app.ts'
import { backOffMs } from '#base/back-off.ts'
import { minute, second } from '#base/clock.ts'
import type { Outcome } from './outcome.ts'

const attemptsMax = 8

/** How the row of a letter stands after it was tried: sent, given up, or due again after a while that grows. */
export function settledLetter(app: App, { outcome, attempts }: { outcome: Outcome; attempts: number }) {
  const now = app.clock.now()
  const isOver = outcome.kind !== 'again' || attempts >= attemptsMax
  const wait = backOffMs({ failuresInRow: attempts - 1, firstMs: 15 * second, mostMs: 30 * minute })
  const state = outcome.kind === 'sent' ? ('sent' as const) : isOver ? ('failed' as const) : ('waiting' as const)
  return {
    isOver,
    columns: {
      ...{ state, dueAt: isOver ? now : new Date(now.getTime() + wait), settledAt: isOver ? now : null },
      trouble: 'why' in outcome ? outcome.why : null,
    },
  }
}
