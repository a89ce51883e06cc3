import { type ConversationView, conversationViews } from '#domain/conversation.ts'

/** What is in the address of the inbox besides the view: a link to a colleague shows them the same list. */
export type InboxSearch = {
  q?: string
  network?: string
  sentiment?: string
  lang?: string
  topic?: string
  dept?: string
}
export type FilterName = keyof InboxSearch

export const filterNames = ['q', 'network', 'sentiment', 'lang', 'topic', 'dept'] as const satisfies FilterName[]
const filterMax = 500

/** Whatever stands in the address becomes a search that can be asked; what cannot be understood is left out. */
export function readSearch(raw: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {}
  for (const name of filterNames) {
    const value = raw[name]
    // A router reads `?q=14` as a number; it was typed as words.
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && text.trim() !== '') search[name] = text.trim().slice(0, filterMax)
  }
  return search
}

export type ListAsk = {
  view: ConversationView
  q?: string
  network?: string
  sentiment?: string
  lang?: string
  topicId?: string
  departmentId?: string
}

/** `mine`, …, or `department` with its id: the question that fills the list. */
export function listAsk(place: { view: string; departmentId?: string }, search: InboxSearch): ListAsk {
  const view = conversationViews.find((one) => one === place.view) ?? 'all'
  const { q, network, sentiment, lang, topic, dept } = search
  return dropEmpty({ view, q, network, sentiment, lang, topicId: topic, departmentId: place.departmentId ?? dept })
}

/** Filters that narrow the view, the search words not counted. */
export function filterCount(search: InboxSearch): number {
  return filterNames.filter((name) => search[name] !== undefined).length
}

function dropEmpty(ask: ListAsk): ListAsk {
  return Object.fromEntries(Object.entries(ask).filter(([, value]) => value !== undefined)) as ListAsk
}
