import type { ListAsk } from '#web/screens/inbox/filters.ts'
import type { ViewPlace } from '#web/screens/inbox/inbox-context.ts'

/** What the address says of what a column asks. */
export function placeOf({ view, ...search }: ListAsk): ViewPlace {
  return { view, search }
}
