import { offlineNow, useMarks } from './door.ts'
import type { Queued } from './queue.ts'

const none: readonly Queued[] = []

/** What waits in this browser, in the order in which it was decided; renewed with the marks on the cards. */
export function useQueued(): readonly Queued[] {
  useMarks()
  return offlineNow()?.queue()?.all() ?? none
}
