import type { AnnotationView } from '#api/contract/annotation-routes.ts'
import { queries, useAsk } from '#web/api.ts'
import {
  type ChartEvent,
  type IncidentEvent,
  numberedDays,
  useIncidentEvents,
} from '#web/screens/reputation/incident-events.ts'

type Days = { from: string; to: string }
/** What happened, with the number it has on the charts: noted by somebody, or an incident that one may see. */
export type Happening = ChartEvent & { number: number } & (
    | { kind: 'annotation'; annotation: AnnotationView }
    | ({ kind: 'incident' } & IncidentEvent)
  )
type Unnumbered = Happening extends infer H ? (H extends Happening ? Omit<H, 'number'> : never) : never

/** What was noted, and the incidents that began, between two days. */
export function useHappenings(period: Days) {
  const { from, to } = period
  const noted = useAsk('GET /api/annotations', { query: { from, to } })
  const incidents = useIncidentEvents(period).map((one): Unnumbered => ({ kind: 'incident', ...one }))
  const all: Unnumbered[] = [...(noted.data ?? []).map(asHappening), ...incidents]
  const numbers = new Map(numberedDays(all).map(({ day, number }) => [day, number]))
  const happenings = all
    .map((one): Happening => ({ ...one, number: numbers.get(one.day) ?? 0 }))
    .toSorted((a, b) => a.number - b.number)
  return { happenings, isHere: noted.data !== undefined, error: noted.error, refetch: noted.refetch }
}

function asHappening(annotation: AnnotationView): Unnumbered {
  const { day, untilDay, words } = annotation
  return { kind: 'annotation', annotation, day, untilDay, label: words }
}

export function refreshAnnotations(): void {
  void queries.invalidateQueries({ queryKey: ['GET /api/annotations'] })
}
