import { Temporal } from 'temporal-polyfill'
import { assert } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { dayAfter, inOrder, type OpeningHours, type TimeRange, weekdayOf } from '#domain/opening-hours.ts'
import { isPublicHoliday } from './public-holidays.ts'

/**
 * Time as it runs while a workspace is open. Each range of each day becomes two instants, and between them the time is real time:
 * a night in which the clock goes back is an hour longer. A time of the clock is the first instant at which the clock shows it or has
 * jumped past it, so that ranges follow each other in every zone and never overlap.
 */

/** What is not open for so many minutes in this many days has no moment at which it is due. */
export const openWithinDays = 400
const betweenDaysMax = 3_660

type Span = { fromMs: number; toMs: number }

/**
 * The first instant at which so many open minutes have passed since `from`: never later than it must be, so that the last minute
 * of a day ends with the day. Zero minutes is `from` itself. Undefined when `openWithinDays` days do not hold as much open time.
 */
export function afterOpenMinutes(from: Date, minutes: number, hours: OpeningHours | null): Date | undefined {
  assert(minutes >= 0, 'open time runs forward')
  if (hours === null || minutes === 0) return new Date(from.getTime() + minutes * minute)
  let leftMs = minutes * minute
  for (const span of openSpans(hours, from, openWithinDays)) {
    const lengthMs = span.toMs - span.fromMs
    if (leftMs <= lengthMs) return new Date(span.fromMs + leftMs)
    leftMs -= lengthMs
  }
  return undefined
}

/** How many open minutes lie between two moments; none when the second is not after the first. */
export function openMinutesBetween(from: Date, to: Date, hours: OpeningHours | null): number {
  const untilMs = to.getTime()
  if (untilMs <= from.getTime()) return 0
  if (hours === null) return (untilMs - from.getTime()) / minute
  let sumMs = 0
  for (const { fromMs, toMs } of openSpans(hours, from, betweenDaysMax)) {
    if (fromMs >= untilMs) return sumMs / minute
    sumMs += Math.min(toMs, untilMs) - fromMs
    if (toMs >= untilMs) return sumMs / minute
  }
  assert(untilMs < from.getTime() + (betweenDaysMax - 1) * 24 * 60 * minute, 'open time is asked for ten years at most')
  return sumMs / minute
}

/** Whether somebody is there at this moment. */
export function isOpenAt(at: Date, hours: OpeningHours | null): boolean {
  if (hours === null) return true
  const [span] = openSpans(hours, at, 0)
  return span !== undefined && span.fromMs <= at.getTime()
}

/** When it is open after `from`, in order; the span in which `from` lies begins with it. Ends after so many days. */
export function* openSpans(hours: OpeningHours, from: Date, daysMax: number): Generator<Span> {
  const startMs = from.getTime()
  const here = Temporal.Instant.fromEpochMilliseconds(startMs).toZonedDateTimeISO(hours.timeZone)
  const first = here.toPlainDate().toString()
  for (let day = 0; day <= daysMax; day++) {
    for (const { fromMs, toMs } of spansOf(hours, dayAfter(first, day))) {
      if (toMs > startMs) yield { fromMs: Math.max(fromMs, startMs), toMs }
    }
  }
}

const daysKeptMax = 1_000
/** A night's conversion costs more than all the rest, and thousands of messages ask for the same days. */
const spansByHours = new WeakMap<OpeningHours, Map<string, readonly Span[]>>()

function spansOf(hours: OpeningHours, date: string): readonly Span[] {
  const days = spansByHours.get(hours) ?? new Map<string, readonly Span[]>()
  spansByHours.set(hours, days)
  const known = days.get(date)
  if (known) return known
  if (days.size >= daysKeptMax) days.clear()
  const spans = inOrder(rangesOn(hours, date))
    .map(({ from, to }) => ({ fromMs: instantOf(hours, date, from), toMs: instantOf(hours, date, to) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
  days.set(date, spans)
  return spans
}

/** An own day is the last word: it mends a holiday that is none here, and a weekday that is one. */
function rangesOn({ week, holidays, closedDays, openDays }: OpeningHours, date: string): readonly TimeRange[] {
  const open = openDays.find((day) => day.date === date)
  if (open) return open.ranges
  if (closedDays.includes(date)) return []
  const ranges = week[weekdayOf(date)] ?? []
  if (ranges.length === 0 || (holidays && isPublicHoliday(holidays, date))) return []
  return ranges
}

function instantOf({ timeZone }: OpeningHours, date: string, time: string): number {
  const isEnd = time === '24:00'
  const wanted = Temporal.PlainDateTime.from(`${isEnd ? dayAfter(date) : date}T${isEnd ? '00:00' : time}`)
  // Of a time that comes twice this is the first.
  const at = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  if (at.toPlainDateTime().equals(wanted)) return at.epochMilliseconds
  // A time that the clock jumps over: `earlier` lies before the jump.
  return (at.getTimeZoneTransition('next') ?? at).epochMilliseconds
}
