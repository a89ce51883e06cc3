import { useAsk } from '#web/api.ts'
import type { LineEvent } from '#web/parts/charts/join-signs.ts'
import { dayOf } from './use-report.ts'

/** Something that happened on a day, or from one day to another, to be numbered on the charts. */
export type ChartEvent = { day: string; untilDay?: string | null; label: string }
export type IncidentEvent = ChartEvent & { id: string; key: string }

/** The incidents that began on these days and that one may see. */
export function useIncidentEvents({ from, to }: { from: string; to: string }): IncidentEvent[] {
  const incidents = useAsk('GET /api/incidents').data ?? []
  return incidents
    .map(({ id, key, openedAt, title }) => ({ id, key, day: dayOf(new Date(openedAt)), label: title }))
    .filter(({ day }) => day >= from && day <= to)
}

export type NumberedDay = { day: string; number: number; labels: string[]; lastDay: string }

/** Two of one day are one sign. A number means the same on every chart, also where a day is not drawn. */
export function numberedDays(events: readonly ChartEvent[]): NumberedDay[] {
  const byDay = Map.groupBy(events, ({ day }) => day)
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, found], i) => ({
      ...{ day, number: i + 1, labels: found.map(({ label }) => label) },
      lastDay: found.reduce((last, { untilDay }) => (untilDay && untilDay > last ? untilDay : last), day),
    }))
}

/** Where on a chart of days they stand. What began before the chart, or on a day that it leaves out, stands on the next day it has. */
export function eventPlaces(
  days: readonly string[],
  events: readonly ChartEvent[],
): (LineEvent & { number: number })[] {
  if (days.length === 0) return []
  return numberedDays(events).map(({ day, number, labels, lastDay }) => {
    const next = days.findIndex((one) => one >= day)
    const at = next < 0 ? days.length - 1 : next
    const until = days.findLastIndex((one) => one <= lastDay)
    return { at, number, label: labels.join(', '), ...(until > at && { until }) }
  })
}
