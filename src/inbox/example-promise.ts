import { minute } from '#base/clock.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { afterOpenMinutes, openSpans } from './open-time.ts'

const daysAhead = 14
const beforeClosingMs = 15 * minute

/**
 * What opening hours mean, at a moment that shows it: a message a quarter before the longest closure of the coming two weeks.
 * Undefined when it does not close in that time.
 */
export function examplePromise(input: {
  hours: OpeningHours
  minutes: number
  now: Date
}): { heardAt: Date; dueAt: Date | null } | undefined {
  const { hours, minutes, now } = input
  let longestMs = 0
  let heardAtMs: number | undefined
  let before: { fromMs: number; toMs: number } | undefined
  for (const span of openSpans(hours, now, daysAhead)) {
    const closedMs = before ? span.fromMs - before.toMs : 0
    if (before && closedMs > longestMs) {
      longestMs = closedMs
      heardAtMs = Math.max(before.fromMs, before.toMs - beforeClosingMs)
    }
    before = span
  }
  if (heardAtMs === undefined) return undefined
  const heardAt = new Date(heardAtMs)
  return { heardAt, dueAt: afterOpenMinutes(heardAt, minutes, hours) ?? null }
}
