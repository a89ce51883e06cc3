import { minute } from '#base/clock.ts'
import { countExceeded } from '#crisis/count-tail.ts'
import { forecastBinMinutes, forecastPeople } from '#crisis/forecast-people.ts'
import { expectedOf, type Rhythm } from '#crisis/learn-rhythm.ts'
import type { CourseBin, ForecastHour } from '#domain/alert.ts'
import { binMs, type Stepped } from './step-scopes.ts'

const quarterMs = 15 * minute
const binsOfQuarter = quarterMs / binMs
/** Before it began, for the eye. */
const beforeMs = 6 * 60 * minute
const quartersMax = 4 * 24 * 3
const bandShare = 0.05
const forecastFromBins = (6 * 60 * minute) / binMs

type Drawn = { stepped: Stepped; until: Date; beganAt: Date; before: readonly CourseBin[] }

/** How it went, in quarters of an hour; the last one may not be over. What was drawn more than a day ago stays as it was. */
export function drawCourse({ stepped, until, beganAt, before }: Drawn): CourseBin[] {
  const { day, rhythm } = stepped
  const firstMs = until.getTime() - day.grave.length * binMs
  const quarters = Map.groupBy(day.grave.keys(), (at) => Math.floor((firstMs + at * binMs) / quarterMs))
  const drawn = [...quarters].flatMap(([quarter, bins]): CourseBin[] => {
    const isLast = (quarter + 1) * quarterMs > until.getTime()
    // At the beginning of the day a quarter may be cut.
    if (bins.length < binsOfQuarter && !isLast) return []
    const sum = (counts: readonly number[]) => bins.reduce((all, at) => all + (counts[at] ?? 0), 0)
    const { middle, low, high } = likelyIn(rhythm, sum(day.worth))
    return [
      {
        at: new Date(quarter * quarterMs).toISOString(),
        ...{ people: sum(day.grave), all: sum(day.all), expected: middle, low, high },
      },
    ]
  })
  const first = new Date(beganAt.getTime() - beforeMs).toISOString()
  const older = before.filter(({ at }) => at < (drawn[0]?.at ?? ''))
  return [...older, ...drawn].filter(({ at }) => at >= first).slice(-quartersMax)
}

/** Nine of ten. */
export type Likely = { low: number; middle: number; high: number }

export function likelyIn(rhythm: Rhythm, worthHours: number): Likely {
  const expected = expectedOf(rhythm, worthHours)
  return {
    low: countExceeded(expected, 1 - bandShare),
    middle: Math.round(expected.mean * 1_000) / 1_000,
    high: countExceeded(expected, bandShare),
  }
}

export function drawForecast({ day }: Stepped, until: Date): ForecastHour[] {
  const bins = day.grave.slice(-forecastFromBins)
  const each = (forecastBinMinutes * minute) / binMs
  const quarters = Array.from({ length: bins.length / each }, (_, at) =>
    bins.slice(at * each, (at + 1) * each).reduce((all, one) => all + one, 0),
  )
  const hourMs = 60 * minute
  return forecastPeople(quarters).map((forecast, hour) => ({
    from: new Date(until.getTime() + hour * hourMs).toISOString(),
    until: new Date(until.getTime() + (hour + 1) * hourMs).toISOString(),
    ...forecast,
  }))
}
