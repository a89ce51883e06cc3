import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { ToneCounts } from '#domain/measures/reputation-score.ts'
import { anyDepartment, anyNetwork, nobody } from './figure-keys.ts'
import type { ReportAsk } from './report-ask.ts'

export type ToneRow = ToneCounts & {
  topicId: string
  /** The day, or null in the sums by network. */
  at: string | null
  network: string | null
  noise: number
  reach: number
  reachKnown: number
  weight: number
  pull: number
}

/**
 * What was said in both times, by topic and day, and in the reported time by topic and network. Rows of the topic of zeros are each message once. Of the time before,
 * topics are one row each, on its first day: a year of days of each would be half of all that is read. `byDayId` is one that is wanted by the day there, too.
 */
export async function readTones(tx: Tx, ask: ReportAsk, byDayId: string = nobody): Promise<ToneRow[]> {
  const { workspaceId, period, network, departmentId = anyDepartment } = ask
  const { before } = period
  const here = sql`d.workspace_id = ${workspaceId} and d.department_id = ${departmentId}`
  const inNow = sql`d.at between ${period.from}::date and ${period.to}::date`
  const inBefore = sql`d.at between ${before.from}::date and ${before.to}::date`
  const isByDay = sql`d.topic_id in (${nobody}, ${byDayId})`
  const summed = sql`sum(d.negative)::int, sum(d.neutral)::int, sum(d.mixed)::int, sum(d.positive)::int, sum(d.unsure)::int,
           sum(d.noise)::int, sum(d.reach)::float8, sum(d.reach_known)::int, sum(d.weight)::float8, sum(d.pull)::float8`
  const { rows } = await tx.execute<ToneRow>(sql`
    with recursive networks as (${network ? sql`select ${network}::text as network` : networksIn(workspaceId)})
    select topic_id as "topicId", to_char(at, 'YYYY-MM-DD') as at, null as network, negative, neutral, mixed, positive, unsure, noise,
           reach::float8 as reach, reach_known as "reachKnown", weight::float8 as weight, pull::float8 as pull
      from figure_day_sums d where ${here} and d.network = ${network ?? anyNetwork} and (${inNow} or ${inBefore} and ${isByDay})
    union all
    select d.topic_id, ${before.from}, null, ${summed}
      from figure_day_sums d where ${here} and d.network = ${network ?? anyNetwork} and ${inBefore} and not ${isByDay} group by 1
    union all
    select d.topic_id, null, d.network, ${summed}
      from networks n join figure_day_sums d on d.network = n.network and ${here} and ${inNow}
     group by 1, 3
     order by 1, 2, 3`)
  return rows
}

/** Those of which there are figures, found by a step in the index for each: to name them is to read only their days. */
function networksIn(workspaceId: string): SQL {
  const after = (network: SQL) =>
    sql`(select min(network) from figure_day_sums where workspace_id = ${workspaceId} and network > ${network})`
  return sql`select ${after(sql`${anyNetwork}`)} as network union all select ${after(sql`n.network`)} from networks n where n.network is not null`
}
