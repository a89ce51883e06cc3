import type { Urgency } from './assessment.ts'

/** Times of the clock, `HH:MM`. The end may be 24:00; a night is two ranges, up to midnight and from midnight. */
export type TimeRange = { from: string; to: string }

/** Whose public holidays close: a country by its two letters, and where it matters a part of it (`BY`, `BY-A`). */
export type HolidayPlace = { country: string; region: string | null }

/** A day that is open otherwise than its weekday, its holiday, says. */
export type OpenDay = { date: string; ranges: TimeRange[] }

/** When somebody is there to answer. Without any, a workspace is always open. Dates are `YYYY-MM-DD` in the time zone. */
export type OpeningHours = {
  /** By its name in the time zone database, as Europe/Amsterdam. */
  timeZone: string
  /** Seven days, Monday first; a day without a range is closed. */
  week: TimeRange[][]
  holidays: HolidayPlace | null
  closedDays: string[]
  /** Stronger than a holiday, and than the week. */
  openDays: OpenDay[]
  /** What is most urgent is promised day and night. */
  isUrgentNeverStopped: boolean
}

export const rangesMax = 6
export const ownDaysMax = 100
const neverStopped: Urgency = 3
const dayMs = 86_400_000

/** The hours that stop the time of a promise of this urgency; null when nothing does. */
export function hoursOf(urgency: Urgency, hours: OpeningHours | null): OpeningHours | null {
  return urgency === neverStopped && hours?.isUrgentNeverStopped ? null : hours
}

/** What is wrong with hours that somebody wrote. `at` says where: the number of a weekday from 0, or a date. */
export type HoursProblem =
  | { kind: 'zone' | 'week' | 'never_open' }
  | { kind: 'time' | 'backwards' | 'overlap' | 'ranges'; at: number | string }
  | { kind: 'date' | 'twice'; at: string }
  | { kind: 'own_days' }

/** The first thing that is wrong, in the order of the screen; undefined when all is well. */
export function hoursProblem(hours: OpeningHours): HoursProblem | undefined {
  if (!isTimeZone(hours.timeZone)) return { kind: 'zone' }
  if (hours.week.length !== 7) return { kind: 'week' }
  for (const [at, ranges] of hours.week.entries()) {
    const problem = rangesProblem(ranges, at)
    if (problem) return problem
  }
  if (hours.week.every((ranges) => ranges.length === 0)) return { kind: 'never_open' }
  return ownDaysProblem(hours)
}

function ownDaysProblem({ closedDays, openDays }: OpeningHours): HoursProblem | undefined {
  if (closedDays.length > ownDaysMax || openDays.length > ownDaysMax) return { kind: 'own_days' }
  const known = new Set<string>()
  for (const at of [...closedDays, ...openDays.map(({ date }) => date)]) {
    if (!isDate(at)) return { kind: 'date', at }
    if (known.has(at)) return { kind: 'twice', at }
    known.add(at)
  }
  for (const { date, ranges } of openDays) {
    const problem = ranges.length === 0 ? ({ kind: 'ranges', at: date } as const) : rangesProblem(ranges, date)
    if (problem) return problem
  }
  return undefined
}

function rangesProblem(ranges: readonly TimeRange[], at: number | string): HoursProblem | undefined {
  if (ranges.length > rangesMax) return { kind: 'ranges', at }
  let end = -1
  for (const { from, to } of inOrder(ranges)) {
    const [start, stop] = [minuteOfDay(from), minuteOfDay(to)]
    if (start === undefined || stop === undefined || start === minutesOfDay) return { kind: 'time', at }
    if (stop <= start) return { kind: 'backwards', at }
    if (start < end) return { kind: 'overlap', at }
    end = stop
  }
  return undefined
}

const minutesOfDay = 24 * 60

/** Minutes since midnight by the clock; 24:00 is the end of the day. Undefined for what is no time. */
export function minuteOfDay(time: string): number | undefined {
  const found = /^(\d\d):([0-5]\d)$/u.exec(time)
  const minute = found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN
  return minute <= minutesOfDay ? minute : undefined
}

/** The ranges of one day as they follow each other. */
export function inOrder(ranges: readonly TimeRange[]): TimeRange[] {
  return ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** A day of the calendar that exists: no 30 February. */
export function isDate(date: string): boolean {
  const found = /^(20\d\d)-(\d\d)-(\d\d)$/u.exec(date)
  const at = found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : Number.NaN
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date)
}

/** The day after, by the calendar. */
export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** 0 for a Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

export function isTimeZone(name: string): boolean {
  // A mere offset is no place where people live: it knows no summer.
  if (!/^[A-Za-z]/u.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
