import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Ask } from '#api/contract/contract.ts'
import { daysOfSpan } from '#domain/saved-report.ts'
import type { ReportSearch } from '#web/report-search.ts'
import { spanOfSearch } from './report-span.ts'
import type { Shown } from './shown.ts'

export const tones = ['negative', 'neutral', 'mixed', 'positive', 'unsure'] as const

export type ReportQuery = NonNullable<Ask<'GET /api/reports/reputation'>['query']>

/** What is reported stands in the address: it can be sent to a colleague. */
export function useReport() {
  const search: ReportSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const span = spanOfSearch(search)
  const tone = tones.find((one) => one === search.tone)
  const query: ReportQuery = {
    ...{ ...daysOfSpan(span, dayOf(new Date())), against: search.against ?? 'before' },
    ...(search.network && { network: search.network }),
    ...(search.departmentId && { departmentId: search.departmentId }),
    ...(tone && { tone }),
  }
  const change = (by: Partial<ReportSearch>) =>
    void navigate({ to: '.', search: { ...search, ...by }, replace: !('show' in by || 'noted' in by) })
  // What the server does not know it refuses, in words: the address may be anybody's.
  const shown = search.show as Shown | undefined
  const show = (one: Shown | undefined) => change({ show: one && { ...one } })
  return { span, query, change, search, shown, show }
}

/** By the calendar of whoever looks. */
export function dayOf(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** A day of the calendar as a moment, so that it can be written; noon, so that it is that day everywhere. */
export function momentOf(day: string): Date {
  return new Date(`${day}T12:00:00`)
}
