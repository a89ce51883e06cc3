import { type SQL, sql } from 'drizzle-orm'
import { narrowed, type ReportAsk } from '#report/report-ask.ts'

/**
 * What stands in a column. `text` may be anything people wrote, and is kept from being read as a formula; `moment` is a moment of UTC as ISO 8601, `local` the
 * same on the clock of the workspace, without its zone.
 */
export type ColumnKind = 'text' | 'count' | 'flag' | 'moment' | 'local'
export type Column = { key: string; kind: ColumnKind; value: SQL }
export type ExportSource = {
  columns: readonly Column[]
  /** Tables and conditions, all but those of the page. */
  rows: SQL
  /** By which the rows are ordered, with their id; both never null. */
  at: SQL
  atType: 'timestamptz' | 'int'
  id: SQL
}

/** Both clocks of one moment: that of programs, and that on the wall. */
export function momentColumns(name: string, moment: SQL, { zone }: ReportAsk): Column[] {
  return [
    { key: `${name}_at`, kind: 'moment', value: utc(moment) },
    {
      key: `${name}_local`,
      kind: 'local',
      value: sql`to_char(${moment} at time zone ${zone}, 'YYYY-MM-DD HH24:MI:SS')`,
    },
  ]
}

export function utc(moment: SQL): SQL {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** The id is what is counted by, the name what people read. */
export function named(name: string, { id, table }: { id: SQL; table: 'sources' | 'departments' }): Column[] {
  return [
    { key: name, kind: 'text', value: sql`(select n.name from ${sql.identifier(table)} n where n.id = ${id})` },
    { key: `${name}_id`, kind: 'text', value: sql`${id}::text` },
  ]
}

export const text = (key: string, value: SQL): Column => ({ key, kind: 'text', value })
export const count = (key: string, value: SQL): Column => ({ key, kind: 'count', value })
export const flag = (key: string, value: SQL): Column => ({ key, kind: 'flag', value })
export const moment = (key: string, value: SQL): Column => ({ key, kind: 'moment', value: utc(value) })

export const conversationKey = text('conversation', sql`'WH-' || c.number`)

/** Of a row and its conversation `c`: the department is where that conversation stands. */
export function narrowedBy({ network, departmentId }: ReportAsk, networkOf: 'm' | 'c'): SQL {
  const byNetwork = network ? { network } : {}
  const byDepartment = departmentId ? { departmentId } : {}
  return sql`${narrowed(byNetwork, sql.raw(networkOf))} ${narrowed(byDepartment, sql`c`)}`
}
