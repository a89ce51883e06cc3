import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { ToneCounts } from '#domain/measures/reputation-score.ts'
import { narrowed, type ReportAsk } from './report-ask.ts'

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
 * What was said in both times, by topic and day, and in the reported time by topic and network: one walk over the days, whatever the report shows. Rows of the
 * topic of zeros are each message once.
 */
export async function readTones(tx: Tx, ask: ReportAsk): Promise<ToneRow[]> {
  const { workspaceId, period } = ask
  const { before } = period
  const { rows } = await tx.execute<ToneRow>(sql`
    with counted as (
      select d.*, case when d.at >= ${period.from}::date then d.network end as network_now
        from figure_days d
       where d.workspace_id = ${workspaceId}
         and (d.at between ${before.from}::date and ${before.to}::date or d.at between ${period.from}::date and ${period.to}::date)
         ${narrowed(ask, sql`d`)}
    )
    select topic_id as "topicId", to_char(at, 'YYYY-MM-DD') as at, network_now as network,
           sum(negative)::int as negative, sum(neutral)::int as neutral, sum(mixed)::int as mixed, sum(positive)::int as positive,
           sum(unsure)::int as unsure, sum(noise)::int as noise, sum(reach)::float8 as reach, sum(reach_known)::int as "reachKnown",
           sum(weight)::float8 as weight, sum(pull)::float8 as pull
      from counted group by grouping sets ((topic_id, at), (topic_id, network_now))
    having grouping(network_now) = 1 or network_now is not null
     order by 1, 2, 3`)
  return rows
}
