import { type ReportSpan, reportDaysMax, spanDaysChoices } from '#domain/saved-report.ts'
import type { ReportSearch } from '#web/report-search.ts'

const usualDays = 28
const dayMs = 86_400_000

/** Of which days the address says that a report is; what it says amiss is as if it said nothing. */
export function spanOfSearch({ from, to, span, days }: ReportSearch): ReportSpan {
  // One of them alone says nothing. Which pairs can be reported the server says: it knows more than their form.
  if (isDay(from) && isDay(to)) return { kind: 'fixed', from, to }
  if (span === 'week' || span === 'month') return { kind: span }
  return { kind: 'days', days: spanDaysChoices.find((one) => one === days) ?? usualDays }
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/u

/** Also of the calendar: no 30 February. */
function isDay(given: string | undefined): given is string {
  if (given === undefined || !dayForm.test(given)) return false
  const at = Date.parse(`${given}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(given)
}

/** How that is said in the address. All of its words, so that what was said before goes. */
export function searchOfSpan(span: ReportSpan): Pick<ReportSearch, 'days' | 'span' | 'from' | 'to'> {
  const none = { days: undefined, span: undefined, from: undefined, to: undefined }
  switch (span.kind) {
    case 'fixed':
      return { ...none, from: span.from, to: span.to }
    case 'days':
      return { ...none, days: span.days }
    case 'week':
    case 'month':
      return { ...none, span: span.kind }
  }
}

export type DaysProblem = { kind: 'missing' } | { kind: 'order' } | { kind: 'too many'; days: number }

/** Why no report can be of these days, as a field of the browser gives them: empty where none is chosen. */
export function daysProblem({ from, to }: { from: string; to: string }): DaysProblem | undefined {
  if (!from || !to) return { kind: 'missing' }
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1
  if (days < 1) return { kind: 'order' }
  return days > reportDaysMax ? { kind: 'too many', days } : undefined
}
