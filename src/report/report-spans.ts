import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { dateArray } from '#db/sql-arrays.ts'
import { type DayRange, daysIn } from './report-period.ts'

/** A time in as few sums as it can be read from: first days of months that are summed, and the days that lie in none of them. */
export type Spans = { months: string[]; days: string[] }

/** Which months are summed, as their first days. What changes in one meanwhile takes it away, and it stands again when it is summed. */
export async function readMonths(tx: Tx, workspaceId: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ month: string }>(
    sql`select to_char(month, 'YYYY-MM-DD') as month from figure_months where workspace_id = ${workspaceId}`,
  )
  return new Set(rows.map(({ month }) => month))
}

/** The rows of a table of sums that make up a time, as `s`, which `here` narrows. */
export function rowsOf(table: SQL, { months, days }: Spans, here: SQL): SQL {
  return sql`(
    select * from ${table} s where ${here} and s.span = 'month' and s.at = any(${dateArray(months)})
    union all
    select * from ${table} s where ${here} and s.span = 'day' and s.at = any(${dateArray(days)})) s`
}

export function spansOf(range: DayRange, summed: ReadonlySet<string>): Spans {
  const groups = [...Map.groupBy(daysIn(range), monthOf)]
  const isWhole = ([month, days]: [string, string[]]) => summed.has(month) && days.length === lengthOf(month)
  return {
    months: groups.filter(isWhole).map(([month]) => month),
    days: groups.filter((group) => !isWhole(group)).flatMap(([, days]) => days),
  }
}

const monthOf = (day: string): string => `${day.slice(0, 'YYYY-MM'.length)}-01`

function lengthOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}
