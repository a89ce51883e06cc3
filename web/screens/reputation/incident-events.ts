import { useAsk } from '#web/api.ts'

/** Something that happened on a day, to be numbered on the charts. Whoever has other kinds of them adds to the list. */
export type ChartEvent = { day: string; label: string }

/** The incidents that began on these days and that one may see. */
export function useIncidentEvents({ from, to }: { from: string; to: string }): ChartEvent[] {
  const incidents = useAsk('GET /api/incidents').data ?? []
  return incidents
    .map(({ openedAt, title }) => ({ day: openedAt.slice(0, from.length), label: title }))
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

export type NumberedDay = { day: string; number: number; labels: string[] }

/** Two of one day are one sign. A number means the same on every chart, also where a day is not drawn. */
export function numberedDays(events: readonly ChartEvent[]): NumberedDay[] {
  const byDay = Map.groupBy(events, ({ day }) => day)
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, found], i) => ({ day, number: i + 1, labels: found.map(({ label }) => label) }))
}

type EventPlace = { at: number; label: string; number: number }

/** Where on a chart of days they stand. */
export function eventPlaces(days: readonly string[], events: readonly ChartEvent[]): EventPlace[] {
  return numberedDays(events).flatMap(({ day, number, labels }) => {
    const at = days.indexOf(day)
    return at < 0 ? [] : [{ at, label: labels.join(', '), number }]
  })
}
