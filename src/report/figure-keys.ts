import { type SQL, sql } from 'drizzle-orm'

/** What stands where a message has no source or department, and for all topics together. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** What stands for all of them, in sums. */
export const anyNetwork = '*'
export const anyDepartment = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * A moment belongs to the hour `h.at` that the clock on the wall showed; where the clock goes back, two hours are one. Said without an equality: by one the database
 * would join through a walk over all that was ever said, in place of asking the index for each hour.
 */
export function isInHour(moment: SQL, zone: string): SQL {
  const from = sql`(h.at at time zone ${zone})`
  return sql`${moment} >= ${from} - interval '2 hours' and ${moment} < ${from} + interval '3 hours'
    and ${moment} at time zone ${zone} >= h.at and ${moment} at time zone ${zone} < h.at + interval '1 hour'`
}
