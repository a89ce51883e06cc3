import { type SQL, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'

/** What stands behind a figure is shown so many at a time. */
export const pageRows = 50
export const excerptMax = 200

export type CountedPage<T> = { rows: T[]; next: string | null; total: number }

/** Only what follows the page before, the newest first. @throws AppError `bad_input` */
export function following(after: string | undefined, { at, id }: { at: SQL; id: SQL }): SQL {
  if (after === undefined) return sql``
  const [, moment = '', last = ''] = /^([\d:.TZ-]{20,30})_([0-9a-f-]{36})$/u.exec(after) ?? []
  if (!last || Number.isNaN(Date.parse(moment))) throw new AppError('bad_input', 'This page does not follow any other.')
  return sql`and (${at}, ${id}) < (${moment}::timestamptz, ${last}::uuid)`
}

/** One row too many was asked for: it says whether there is more. */
export function pageOf<T extends { at: Date; id: string }>(rows: readonly T[], total: number): CountedPage<T> {
  const page = rows.slice(0, pageRows)
  const last = page.at(-1)
  return { rows: page, next: rows.length > pageRows && last ? `${last.at.toISOString()}_${last.id}` : null, total }
}
