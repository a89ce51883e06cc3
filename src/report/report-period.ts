import { AppError } from '#base/errors.ts'
import { reportDaysMax } from '#domain/saved-report.ts'

export const againstKinds = ['before', 'year'] as const
export type Against = (typeof againstKinds)[number]

/** Days by the calendar of the workspace, both ends in it: `2026-11-02`. */
export type DayRange = { from: string; to: string }
export type ReportPeriod = DayRange & { before: DayRange; days: number }

const dayMs = 86_400_000
/** A year earlier in whole weeks, so that Mondays stand against Mondays. */
const yearDays = 364

/** What is reported and what it is held against: as many days just before, or the same weeks a year earlier. @throws AppError `bad_input` */
export function reportPeriod({ from, to, against }: DayRange & { against: Against }): ReportPeriod {
  const days = (dateOf(to) - dateOf(from)) / dayMs + 1
  if (days < 1) throw new AppError('bad_input', 'The period must end after it begins.')
  if (days > reportDaysMax) throw new AppError('bad_input', 'A report covers at most a year.')
  const earlier = against === 'year' ? Math.max(yearDays, days) : days
  return { from, to, days, before: { from: daysAfter(from, -earlier), to: daysAfter(to, -earlier) } }
}

export function daysAfter(day: string, days: number): string {
  return dayOf(dateOf(day) + days * dayMs)
}

export function daysIn({ from, to }: DayRange): string[] {
  const days: string[] = []
  const last = dateOf(to)
  for (let at = dateOf(from); at <= last; at += dayMs) days.push(dayOf(at))
  return days
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length)

function dateOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
