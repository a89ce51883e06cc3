import type { OpeningHours } from '#domain/opening-hours.ts'
import { scheduleDaysMax } from '#domain/schedule.ts'
import { openSpans } from './open-time.ts'

/**
 * When the next day of work begins: after a pause at noon it begins too, after midnight of a night that goes on it does not. Undefined where
 * nothing ever closes, and where nothing opens within the time that an answer may wait.
 */
export function nextOpening(hours: OpeningHours | null, now: Date): Date | undefined {
  if (hours === null) return undefined
  let openUntilMs = now.getTime()
  for (const { fromMs, toMs } of openSpans(hours, now, scheduleDaysMax)) {
    if (fromMs > openUntilMs) return new Date(fromMs)
    openUntilMs = toMs
  }
  return undefined
}
