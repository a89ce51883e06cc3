import { type SQL, sql } from 'drizzle-orm'
import type { DayRange, ReportPeriod } from './report-period.ts'

/** What a report is narrowed by. */
export type ReportFilter = { network?: string; departmentId?: string }
export type ReportAsk = ReportFilter & { workspaceId: string; period: ReportPeriod; zone: string }

/** The rows of a table of figures, or of what happened, that belong to what is asked. */
export function narrowed({ network, departmentId }: ReportFilter, alias: SQL): SQL {
  const byNetwork = network ? sql` and ${alias}.network = ${network}` : sql``
  const byDepartment = departmentId ? sql` and ${alias}.department_id = ${departmentId}` : sql``
  return sql`${byNetwork}${byDepartment}`
}

/** A moment on one of these days, where the workspace lives. */
export function isWithin(moment: SQL, { from, to }: DayRange, zone: string): SQL {
  return sql`(${moment} >= ${from}::date::timestamp at time zone ${zone} and ${moment} < (${to}::date + 1)::timestamp at time zone ${zone})`
}
