import { type SQL, sql } from 'drizzle-orm'

/** What stands where a message has no source or department, and for all topics together. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** What stands for all of them, in sums. */
export const anyNetwork = '*'
export const anyDepartment = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A moment belongs to the hour `h.at` that the clock on the wall showed; where the clock goes back, two hours are one. */
export function isInHour(moment: SQL, zone: string): SQL {
  const from = sql`(h.at at time zone ${zone})`
  return sql`${moment} >= ${from} - interval '2 hours' and ${moment} < ${from} + interval '3 hours'
    and date_trunc('hour', ${moment} at time zone ${zone}) = h.at`
}

/** A moment belongs to the day `d.at`, where the workspace lives. */
export function isInDay(moment: SQL, zone: string): SQL {
  return sql`${moment} >= d.at::timestamp at time zone ${zone} and ${moment} < (d.at + 1)::timestamp at time zone ${zone}`
}
