import { useAsk } from '#web/api.ts'
import type { ChartEvent } from '#web/screens/reputation/incident-events.ts'

/**
 * What was noted on the days of a report. Incidents are private and a report leaves the house: whoever has its link sees the same numbers as whoever
 * wrote it, so that none is in it.
 */
export function useNoted({ from, to }: { from: string; to: string }): ChartEvent[] {
  const noted = useAsk('GET /api/annotations', { query: { from, to } }).data ?? []
  return noted.map(({ day, untilDay, words }) => ({ day, untilDay, label: words }))
}
