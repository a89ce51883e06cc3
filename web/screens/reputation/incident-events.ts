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

/** Where on a chart of days they stand; two of one day are one sign. */
export function eventPlaces(days: readonly string[], events: readonly ChartEvent[]): { at: number; label: string }[] {
  const byDay = Map.groupBy(events, ({ day }) => day)
  return days.flatMap((day, at) => {
    const found = byDay.get(day)
    return found ? [{ at, label: found.map(({ label }) => label).join(', ') }] : []
  })
}
