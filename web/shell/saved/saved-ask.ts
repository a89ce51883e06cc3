import type { SavedView } from '#api/contract/shapes.ts'
import type { InboxSearch } from '#web/inbox-search.ts'

type Ask = SavedView['ask']

/** What stands in the address behind the view. */
export function searchOf({ view: _, ...search }: Ask): InboxSearch {
  return search
}

/** Whether this address shows just that. */
export function isAsked({ view, ...search }: Ask, pathname: string, shown: InboxSearch): boolean {
  const isView = pathname === `/inbox/${view}` || pathname.startsWith(`/inbox/${view}/`)
  return isView && wordsOf(search) === wordsOf(shown)
}

function wordsOf(search: InboxSearch): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined)
  return JSON.stringify(given.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
