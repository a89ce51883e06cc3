import { createRequire } from 'node:module'
import type DateHolidays from 'date-holidays'
import { dayAfter, type HolidayPlace } from '#domain/opening-hours.ts'

/** A day that is a public holiday by law, and its name. */
export type HolidayDay = { date: string; name: { en: string; nl: string } }

type Library = typeof DateHolidays
type Found = ReturnType<DateHolidays['getHolidays']>

const require = createRequire(import.meta.url)
let library: Library | undefined
/** Forty megabytes and a quarter of a second, which only those pay who ask for a holiday. */
const load = (): Library => {
  // A function declares itself as what its package's types say it is.
  library ??= require('date-holidays') as Library
  return library
}

const yearsKeptMax = 500
const closedByYear = new Map<string, ReadonlySet<string>>()

/** Whether a public holiday closes this day there. A place that nobody knows has no holidays. */
export function isPublicHoliday(place: HolidayPlace, date: string): boolean {
  const year = Number(date.slice(0, 4))
  // A feast of several days may have begun in the old year.
  return closedIn(place, year).has(date) || closedIn(place, year - 1).has(date)
}

/** The public holidays of a year there, in order; both languages where the data has them, else as they are called there. */
export function publicHolidays(place: HolidayPlace, year: number): HolidayDay[] {
  const calendar = calendarOf(place)
  const dutch = calendar.getHolidays(year, 'nl')
  const days = calendar
    .getHolidays(year, 'en')
    .flatMap((one, index) =>
      datesOf(one).map((date) => ({ date, name: { en: one.name, nl: dutch[index]?.name ?? one.name } })),
    )
  return days.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

export function holidayCountries(): string[] {
  return Object.keys(new (load())().getCountries())
}

/** The parts of a country that have holidays of their own; `BY-A` is a part of `BY`. */
export function holidayRegions(country: string): { code: string; name: string }[] {
  const calendar = new (load())()
  const states = Object.entries(calendar.getStates(country) ?? {})
  return states.flatMap(([state, name]) => [
    { code: state, name },
    ...Object.entries(calendar.getRegions(country, state) ?? {}).map(([region, within]) => ({
      code: `${state}-${region}`,
      name: `${name}, ${within}`,
    })),
  ])
}

export function isHolidayPlace({ country, region }: HolidayPlace): boolean {
  if (!holidayCountries().includes(country)) return false
  return region === null || holidayRegions(country).some(({ code }) => code === region)
}

function closedIn(place: HolidayPlace, year: number): ReadonlySet<string> {
  const key = `${place.country} ${place.region ?? ''} ${year}`
  const known = closedByYear.get(key)
  if (known) return known
  if (closedByYear.size >= yearsKeptMax) closedByYear.clear()
  const days = new Set(calendarOf(place).getHolidays(year).flatMap(datesOf))
  closedByYear.set(key, days)
  return days
}

function calendarOf({ country, region }: HolidayPlace): DateHolidays {
  const [state = '', within = ''] = region?.split('-') ?? []
  return new (load())(country, state, within, { types: ['public'] })
}

const hourMs = 3_600_000
/** The night in which clocks change makes a day an hour longer or shorter. */
const dayHoursLeast = 22.5

/** Whole days only: of a holiday that begins at noon nobody knows who works until then. */
function datesOf({ date, start, end }: Found[number]): string[] {
  const hours = (end.getTime() - start.getTime()) / hourMs
  const first = date.slice(0, 10)
  const count = Math.floor((hours + 24 - dayHoursLeast) / 24)
  return Array.from({ length: count }, (_, index) => dayAfter(first, index))
}
