/** What is opened beside the figures: the messages, waits or answers that one of them counts. */
export type ShownSearch = { kind: 'messages' | 'waits' | 'answers' } & Readonly<Record<string, string>>
/** What a report is of; all of it stands in the address, so that it can be sent to a colleague. */
export type ReportSearch = {
  /** Of when: the last so many days, the week or month that is over, or the days from one to another, both in it. Read by `spanOfSearch`, with the screen. */
  days?: number
  span?: string
  from?: string
  to?: string
  against?: 'year'
  network?: string
  departmentId?: string
  tone?: string
  show?: ShownSearch
  /** Whatever was noted of what happened, at any time. */
  noted?: 'all'
}

const textMax = 100
const partsMax = 10

export function reportSearch(given: Record<string, unknown>): ReportSearch {
  const { days, against, show, noted } = given
  const shown = showSearch(show)
  return {
    ...(typeof days === 'number' && { days }),
    ...textIn(given, 'span'),
    ...textIn(given, 'from'),
    ...textIn(given, 'to'),
    ...(against === 'year' && { against }),
    ...textIn(given, 'network'),
    ...textIn(given, 'departmentId'),
    ...textIn(given, 'tone'),
    ...(shown && { show: shown }),
    ...(noted === 'all' && { noted }),
  }
}

function textIn<K extends string>(given: Record<string, unknown>, key: K): { [key in K]?: string } | undefined {
  const value = given[key]
  if (typeof value !== 'string' || value === '') return undefined
  const found: { [key in K]?: string } = {}
  found[key] = value.slice(0, textMax)
  return found
}

function showSearch(given: unknown): ShownSearch | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const parts = Object.entries(given)
    .slice(0, partsMax)
    .flatMap(([key, value]) => (typeof value === 'string' && value !== '' ? [[key, value.slice(0, textMax)]] : []))
  const { kind, ...rest } = Object.fromEntries(parts)
  return kind === 'messages' || kind === 'waits' || kind === 'answers' ? { ...rest, kind } : undefined
}
