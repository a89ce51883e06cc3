/** What is opened beside the figures: the messages, waits or answers that one of them counts. */
export type ShownSearch = { kind: 'messages' | 'waits' | 'answers' } & Readonly<Record<string, string>>
/** What a report is of; all of it stands in the address, so that it can be sent to a colleague. */
export type ReportSearch = {
  /** Of when: the last so many days, the week or month that is over, or the days from one to another, both in it. */
  days?: number
  span?: 'week' | 'month'
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
  const { days, span, against, show, noted } = given
  const shown = showSearch(show)
  return {
    ...(typeof days === 'number' && { days }),
    ...((span === 'week' || span === 'month') && { span }),
    ...dayPair(given),
    ...(against === 'year' && { against }),
    ...textIn(given, 'network'),
    ...textIn(given, 'departmentId'),
    ...textIn(given, 'tone'),
    ...(shown && { show: shown }),
    ...(noted === 'all' && { noted }),
  }
}

/** One of them alone says nothing. Which pairs can be reported the server says: it knows more than their form. */
function dayPair({ from, to }: Record<string, unknown>): { from: string; to: string } | undefined {
  return isDay(from) && isDay(to) ? { from, to } : undefined
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/u

/** Also of the calendar: no 30 February. */
function isDay(given: unknown): given is string {
  if (typeof given !== 'string' || !dayForm.test(given)) return false
  const at = Date.parse(`${given}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(given)
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
