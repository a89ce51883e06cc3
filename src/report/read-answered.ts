import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { narrowed, type ReportAsk } from './report-ask.ts'

export type Answered = {
  /** Answers that left, what was judged of them, and of how many the tone afterwards can be compared. */
  now: AnswerCounts
  before: AnswerCounts
  works: { strategy: PolicyStrategy; network: string; better: number; compared: number }[]
  silences: { id: string; name: string; count: number }[]
}
export type AnswerCounts = {
  sent: number
  better: number
  compared: number
  judged: number
  promotional: number
  unasked: number
}

const counts = ['sent', 'better', 'compared', 'judged', 'promotional', 'unasked'] as const
const none: AnswerCounts = { sent: 0, better: 0, compared: 0, judged: 0, promotional: 0, unasked: 0 }

/** What we said, what was heard after it, and where we deliberately said nothing. */
export async function readAnswered(tx: Tx, ask: ReportAsk): Promise<Answered> {
  const { workspaceId, period } = ask
  const { before } = period
  const isNow = sql`f.at between ${period.from}::date and ${period.to}::date`
  const { rows } = await tx.execute<
    AnswerCounts & { isNow: boolean; strategy: PolicyStrategy | ''; network: string }
  >(sql`
    select ${isNow} as "isNow", strategy, network, sum(sent)::int as sent, sum(better)::int as better, sum(compared)::int as compared,
           sum(judged)::int as judged, sum(promotional)::int as promotional, sum(unasked)::int as unasked
      from figure_answers f
     where f.workspace_id = ${workspaceId} and (${isNow} or f.at between ${before.from}::date and ${before.to}::date) ${narrowed(ask, sql`f`)}
     group by 1, 2, 3 order by 2, 3`)
  const { rows: silences } = await tx.execute<Answered['silences'][number]>(sql`
    select f.reason_id as id, max(f.reason_name) as name, sum(f.silences)::int as count
      from figure_silences f where f.workspace_id = ${workspaceId} and ${isNow} ${narrowed(ask, sql`f`)} group by 1 order by 3 desc, 1`)
  return {
    now: sumOf(rows.filter((row) => row.isNow)),
    before: sumOf(rows.filter((row) => !row.isNow)),
    works: rows.flatMap(({ strategy, network, better, compared, ...row }) =>
      row.isNow && strategy !== '' && compared > 0 ? [{ strategy, network, better, compared }] : [],
    ),
    silences,
  }
}

function sumOf(rows: readonly AnswerCounts[]): AnswerCounts {
  const sum = { ...none }
  for (const row of rows) for (const key of counts) sum[key] += row[key]
  return sum
}
