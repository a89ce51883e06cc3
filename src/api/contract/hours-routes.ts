import { z } from 'zod'
import { at } from './basic-shapes.ts'
import { country, holidayShape, openingHoursInput, region } from './hours-shapes.ts'
import type { Route } from './route.ts'

const minutesMax = 10_080

/** Opening hours: what may be chosen, and what they would mean. They are kept with the workspace. */
export const hoursRoutes = {
  'GET /api/holidays': {
    who: 'member',
    says: 'Countries whose public holidays are known; with one, its parts and its holidays: of a year, or those of the next twelve months.',
    query: z.object({
      country: country.optional(),
      region: region.optional(),
      year: z.coerce.number().int().min(2000).max(2099).optional(),
    }),
    answer: z.object({
      countries: z.array(z.string()),
      regions: z.array(z.object({ code: z.string(), name: z.string() })),
      days: z.array(holidayShape),
    }),
  },
  'GET /api/opening-hours/next': {
    who: 'member',
    says: 'When we open next after now, as the opening hours of the workspace say; null where it never closes, or not within the time that an answer may wait.',
    answer: z.object({ opensAt: at.nullable() }),
  },
  'POST /api/opening-hours/example': {
    who: 'member',
    says: 'What these hours would mean: a message just before the longest time it is closed within two weeks, and when its answer is due. Nothing is kept.',
    body: z.object({ openingHours: openingHoursInput, minutes: z.int().positive().max(minutesMax) }),
    answer: z.object({
      /** Null when it never closes; `dueAt` is null when it is open too seldom to keep this. */
      example: z.object({ heardAt: at, dueAt: at.nullable() }).nullable(),
    }),
  },
} as const satisfies Record<string, Route>
