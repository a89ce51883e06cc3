import { z } from 'zod'
import { hoursWords } from '#domain/hours-words.ts'
import { hoursProblem } from '#domain/opening-hours.ts'
import { words } from './basic-shapes.ts'

const timeRange = z.object({ from: z.string().max(5), to: z.string().max(5) })
const date = z.iso.date()
export const country = z.string().regex(/^[A-Z]{2}$/u)
export const region = z.string().regex(/^[A-Z0-9]{1,6}(-[A-Z0-9]{1,6})?$/u)

/** When somebody is there. Times are `HH:MM`, an end may be 24:00; days are `YYYY-MM-DD` in the time zone. */
export const openingHoursShape = z.object({
  timeZone: z.string().max(64),
  /** Seven days, Monday first; a day without a range is closed. */
  week: z.array(z.array(timeRange).max(20)).max(7),
  /** Whose public holidays close. */
  holidays: z.object({ country, region: region.nullable() }).nullable(),
  closedDays: z.array(date).max(1_000),
  /** Open otherwise than the weekday or the holiday says. */
  openDays: z.array(z.object({ date, ranges: z.array(timeRange).max(20) })).max(1_000),
  /** What is most urgent is promised day and night. */
  isUrgentNeverStopped: z.boolean(),
})

export const openingHoursInput = openingHoursShape.superRefine((hours, context) => {
  const problem = hoursProblem(hours)
  if (!problem) return
  const says = hoursWords(problem)
  context.addIssue({ code: 'custom', message: says.en, params: { words: says, problem } })
})

export const holidayShape = z.object({ date: z.string(), name: words })
