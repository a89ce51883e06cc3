import { handle } from '#api/handler.ts'
import { AppError } from '#base/errors.ts'
import type { HolidayPlace, OpeningHours } from '#domain/opening-hours.ts'
import { examplePromise } from '#inbox/example-promise.ts'
import { nextOpening } from '#inbox/next-opening.ts'
import {
  type HolidayDay,
  holidayCountries,
  holidayRegions,
  isHolidayPlace,
  publicHolidays,
} from '#inbox/public-holidays.ts'
import { readWorkspace } from '#team/read-team.ts'

export const hoursHandlers = handle({
  'GET /api/holidays': async ({ house }, { query }) => {
    const { country, region = null, year } = query
    const countries = holidayCountries()
    if (!country) return { countries, regions: [], days: [] }
    const place = { country, region }
    assertPlace(place)
    const days = year === undefined ? comingHolidays(place, house.app.clock.now()) : publicHolidays(place, year)
    return { countries, regions: holidayRegions(country), days }
  },

  'GET /api/opening-hours/next': async ({ ctx, house }) => {
    const { openingHours } = await readWorkspace(ctx)
    return { opensAt: nextOpening(openingHours, house.app.clock.now()) ?? null }
  },

  'POST /api/opening-hours/example': async ({ house }, { body }) => {
    assertHolidays(body.openingHours)
    const { openingHours: hours, minutes } = body
    return { example: examplePromise({ hours, minutes, now: house.app.clock.now() }) ?? null }
  },
})

/** @throws AppError `bad_input` when nobody knows the holidays that are to close. */
export function assertHolidays(hours: OpeningHours | null | undefined): void {
  if (hours?.holidays) assertPlace(hours.holidays)
}

function assertPlace(place: HolidayPlace): void {
  if (isHolidayPlace(place)) return
  throw new AppError('bad_input', 'Nobody here knows the holidays of this place. Choose another.')
}

/** Of today and the twelve months after it. */
function comingHolidays(place: HolidayPlace, now: Date): HolidayDay[] {
  const [from = '', year] = [now.toISOString().slice(0, 10), now.getUTCFullYear()]
  const until = `${year + 1}${from.slice(4)}`
  return [...publicHolidays(place, year), ...publicHolidays(place, year + 1)].filter(
    ({ date }) => date >= from && date < until,
  )
}
