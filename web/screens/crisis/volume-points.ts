import type { IncidentView } from '#api/contract/incident-shapes.ts'
import type { Likely } from '#web/parts/charts/expected-chart.tsx'

type Course = Pick<IncidentView, 'volume' | 'beganAt'>
export type VolumePoint = { at: Date; place: number; heard: number; usual?: Likely }

const hourMs = 3_600_000

/** With something usual: what is said about its searches against it. Without: what was said in its conversations, and no band. */
export function volumePoints({ volume }: Pick<Course, 'volume'>): VolumePoint[] {
  return volume.map(({ hour, count, expected }, place) => {
    const at = new Date(hour)
    if (!expected) return { at, place, heard: count }
    const { heard, low, middle, high } = expected
    return { at, place, heard, usual: { low, middle, high } }
  })
}

/** Where it began, in hours from the first one; undefined where that is not in the picture. */
export function beganPlace({ volume, beganAt }: Course): number | undefined {
  const first = volume[0]
  if (!first) return undefined
  // What was heard in an hour stands at its beginning.
  const place = (Date.parse(beganAt) - Date.parse(first.hour)) / hourMs
  return place < 0 ? undefined : Math.min(place, volume.length - 1)
}

/** The hour in which most was heard. */
export function mostHeard(points: readonly VolumePoint[]): VolumePoint | undefined {
  return points.toSorted((one, other) => other.heard - one.heard)[0]
}
