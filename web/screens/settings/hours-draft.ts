import {
  inOrder,
  minuteOfDay,
  type OpenDay,
  type OpeningHours,
  type TimeRange,
  weekdayOf,
} from '#domain/opening-hours.ts'

const usual: TimeRange = { from: '09:00', to: '17:00' }
const midnight = '24:00'
/** A second time of one day begins this long after the first, and lasts as long where the day allows. */
const pauseMinutes = 60
const weekdays = 5

/** What most offices have, to begin with. */
export function startHours(timeZone: string): OpeningHours {
  const week = Array.from({ length: 7 }, (_, day) => (day < weekdays ? [{ ...usual }] : []))
  return { timeZone, week, holidays: null, closedDays: [], openDays: [], isUrgentNeverStopped: true }
}

/** One more time on a day: what is usual, or after what stands there already. */
export function withRange(ranges: readonly TimeRange[]): TimeRange[] {
  const last = inOrder(ranges).at(-1)
  if (!last) return [{ ...usual }]
  const from = (minuteOfDay(last.to) ?? 0) + pauseMinutes
  if (from >= 24 * 60) return [...ranges, { from: '', to: '' }]
  return [...ranges, { from: timeOf(from), to: timeOf(Math.min(from + 4 * 60, 24 * 60)) }]
}

export function withDay(hours: OpeningHours, day: number, ranges: readonly TimeRange[]): OpeningHours {
  return { ...hours, week: hours.week.map((now, at) => (at === day ? [...ranges] : now)) }
}

/** Monday's times on Tuesday to Friday. */
export function copiedToWeekdays(hours: OpeningHours): OpeningHours {
  const monday = hours.week[0] ?? []
  return { ...hours, week: hours.week.map((now, at) => (at < weekdays ? monday.map((one) => ({ ...one })) : now)) }
}

export function areWeekdaysAlike({ week }: OpeningHours): boolean {
  return week
    .slice(0, weekdays)
    .every((ranges) => JSON.stringify(plainRanges(ranges)) === JSON.stringify(plainRanges(week[0] ?? [])))
}

export type OwnDay = { date: string; ranges: TimeRange[] | null }

/** Closed and open days in the order of the calendar; without ranges it is closed. */
export function ownDaysOf({ closedDays, openDays }: OpeningHours): OwnDay[] {
  const all = [...closedDays.map((date) => ({ date, ranges: null })), ...openDays]
  return all.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** A day that stands there already becomes what is said of it now. */
export function withOwnDay(hours: OpeningHours, date: string, kind: 'closed' | 'open'): OpeningHours {
  const without = withoutOwnDay(hours, date)
  if (kind === 'closed') return { ...without, closedDays: [...without.closedDays, date] }
  const ranges = hours.week[weekdayOf(date)] ?? []
  const day: OpenDay = { date, ranges: ranges.length > 0 ? ranges.map((one) => ({ ...one })) : [{ ...usual }] }
  return { ...without, openDays: [...without.openDays, day] }
}

export function withoutOwnDay(hours: OpeningHours, date: string): OpeningHours {
  return {
    ...hours,
    closedDays: hours.closedDays.filter((one) => one !== date),
    openDays: hours.openDays.filter((one) => one.date !== date),
  }
}

export function withOpenDay(hours: OpeningHours, date: string, ranges: readonly TimeRange[]): OpeningHours {
  return { ...hours, openDays: hours.openDays.map((one) => (one.date === date ? { date, ranges: [...ranges] } : one)) }
}

const written = /^(\d{1,2})(?:\s*[:.,uh]\s*([0-5]\d))?\s*[uh]?$/u
const joined = /^(\d{1,2})([0-5]\d)$/u

/** A time as people write it (9, 9.30, 930, 17u) as the clock shows it; what is none stays as it was typed. */
export function readTime(typed: string): string {
  const text = typed.trim().toLowerCase()
  const found = written.exec(text) ?? joined.exec(text)
  const time = found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : typed
  return minuteOfDay(time) === undefined ? typed : time
}

/** The same where a day ends: 00:00 is its midnight. */
export function readEnd(typed: string): string {
  const time = readTime(typed)
  return time === '00:00' ? midnight : time
}

/** The database keeps the fields of a setting in an order of its own. */
export function isSameHours(a: OpeningHours | null, b: OpeningHours | null): boolean {
  return JSON.stringify(a && inFixedOrder(a)) === JSON.stringify(b && inFixedOrder(b))
}

function inFixedOrder(hours: OpeningHours): unknown[] {
  const { timeZone, week, holidays, isUrgentNeverStopped } = hours
  const own = ownDaysOf(hours).map(({ date, ranges }) => [date, ranges && plainRanges(ranges)])
  return [timeZone, week.map(plainRanges), holidays && [holidays.country, holidays.region], own, isUrgentNeverStopped]
}

function plainRanges(ranges: readonly TimeRange[]): string[] {
  return ranges.map(({ from, to }) => `${from} ${to}`)
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
