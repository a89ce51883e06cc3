import { hour } from '#base/clock.ts'
import { type OpeningHours, weekdayOf } from '#domain/opening-hours.ts'
import { minuteIn } from '#domain/zoned-minute.ts'
import { isPublicHoliday } from '#inbox/public-holidays.ts'

const sunday = 6
const hoursOfDay = 24
const keptMax = 4_000

/** Which hour of the week it is where the workspace lives, 0 to 167 from Monday 0:00. */
export type WeekSlots = (hourOfEpoch: number) => number

/** A public holiday, and a day that the workspace closed by name, are Sundays; a day that it opens by name is what it is. */
export function weekSlots(hours: OpeningHours | null): WeekSlots {
  const known = new Map<number, number>()
  const sundays = new Map<string, boolean>()
  const zone = hours?.timeZone ?? 'UTC'
  return (hourOfEpoch) => {
    const found = known.get(hourOfEpoch)
    if (found !== undefined) return found
    const clock = minuteIn(zone, new Date(hourOfEpoch * hour))
    const date = clock.slice(0, 'YYYY-MM-DD'.length)
    const isSunday = sundays.get(date) ?? isSundayLike(hours, date)
    sundays.set(date, isSunday)
    const slot = (isSunday ? sunday : weekdayOf(date)) * hoursOfDay + Number(clock.slice(11, 13))
    if (known.size >= keptMax) known.clear()
    known.set(hourOfEpoch, slot)
    return slot
  }
}

function isSundayLike(hours: OpeningHours | null, date: string): boolean {
  if (!hours || hours.openDays.some((day) => day.date === date)) return false
  return hours.closedDays.includes(date) || (hours.holidays !== null && isPublicHoliday(hours.holidays, date))
}

/** The hour at which the day began in which this moment lies. */
export function hourOfMidnight(hours: OpeningHours | null, at: Date): number {
  const zone = hours?.timeZone ?? 'UTC'
  const hourOf = Math.floor(at.getTime() / hour)
  const today = minuteIn(zone, at).slice(0, 'YYYY-MM-DD'.length)
  let first = hourOf
  while (hourOf - first < 26 && minuteIn(zone, new Date((first - 1) * hour)).startsWith(today)) first -= 1
  return first
}
