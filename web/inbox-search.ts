/** What the inbox is narrowed by; all of it stands in the address. */
export type InboxSearch = {
  q?: string
  network?: string
  sentiment?: string
  lang?: string
  topicId?: string
  departmentId?: string
  silence?: string
  sort?: 'urgent'
}
const inboxKeys = ['q', 'network', 'sentiment', 'lang', 'topicId', 'departmentId', 'silence'] as const
const searchTextMax = 500

/** What an address says, as far as it can be. */
export function inboxSearch(given: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {}
  for (const key of inboxKeys) {
    const value = given[key]
    if (typeof value === 'string' && value) search[key] = value.slice(0, searchTextMax)
  }
  if (given.sort === 'urgent') search.sort = 'urgent'
  return search
}
