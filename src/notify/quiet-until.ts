import { Temporal } from 'temporal-polyfill'
import type { NoticeSettings } from '#domain/notice.ts'

/** When the quiet hours end in which this moment lies; null outside of them. A night goes over midnight. */
export function quietUntil({ quiet, timeZone }: Pick<NoticeSettings, 'quiet' | 'timeZone'>, now: Date): Date | null {
  if (!quiet || quiet.from === quiet.to) return null
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' })
  const isNight = quiet.from > quiet.to
  const isAfterStart = time >= quiet.from
  const isBeforeEnd = time < quiet.to
  if (isNight ? !isAfterStart && !isBeforeEnd : !isAfterStart || !isBeforeEnd) return null
  const day = isNight && isAfterStart ? here.add({ days: 1 }) : here
  return new Date(day.withPlainTime(quiet.to).epochMilliseconds)
}
