import type { AlertView } from '#api/contract/alert-shapes.ts'
import type { Likely } from '#web/parts/charts/expected-chart.tsx'

type Course = Pick<AlertView, 'course' | 'forecast' | 'beganAt' | 'lastAt'>
/** `place` in quarters from the first one, so that an hour ahead takes the room of an hour. */
export type CoursePoint = { at: Date; place: number; heard?: number; usual?: Likely; ahead?: Likely }

const quarterMs = 900_000
const quartersOfHour = 4

/** The quarters that were heard, and the hours ahead as the mean of a quarter, each in the middle of its hour. */
export function pointsOf({ course, forecast }: Course): CoursePoint[] {
  const first = course[0] ? Date.parse(course[0].at) : 0
  const placeOf = (ms: number) => (ms - first) / quarterMs
  const past = course.map(({ at, people, expected, low, high }) => ({
    at: new Date(at),
    place: placeOf(Date.parse(at)),
    heard: people,
    usual: { low, middle: expected, high },
  }))
  const ahead = forecast.map(({ from, until, low, middle, high }) => {
    const centre = (Date.parse(from) + Date.parse(until)) / 2
    const [down, mid, up] = [low, middle, high].map((value) => value / quartersOfHour)
    return {
      at: new Date(centre),
      place: placeOf(centre),
      ahead: { low: down ?? 0, middle: mid ?? 0, high: up ?? 0 },
    }
  })
  return [...past, ...ahead]
}

/** From and to which point one should look; undefined where none of it is in the picture. */
export function stretchOf({ course, beganAt, lastAt }: Course): readonly [number, number] | undefined {
  const [from, to] = [Date.parse(beganAt), Date.parse(lastAt)]
  const within = course.flatMap(({ at }, i) => {
    const ms = Date.parse(at)
    return ms + quarterMs > from && ms <= to ? [i] : []
  })
  const [first, last] = [within[0], within.at(-1)]
  return first === undefined || last === undefined ? undefined : [first, last]
}
