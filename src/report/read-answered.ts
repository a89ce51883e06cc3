import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { narrowed, type ReportAsk } from './report-ask.ts'
import { readMonths, rowsOf, spansOf } from './report-spans.ts'

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
  const months = await readMonths(tx, workspaceId)
  const [now, before] = [spansOf(period, months), spansOf(period.before, months)]
  const here = sql`s.workspace_id = ${workspaceId} ${narrowed(ask, sql`s`)}`
  const summed = sql`coalesce(sum(sent), 0)::int as sent, coalesce(sum(better), 0)::int as better, coalesce(sum(compared), 0)::int as compared,
    coalesce(sum(judged), 0)::int as judged, coalesce(sum(promotional), 0)::int as promotional, coalesce(sum(unasked), 0)::int as unasked`
  const { rows } = await tx.execute<
    AnswerCounts & { isNow: boolean; strategy: PolicyStrategy | ''; network: string }
  >(sql`
    select true as "isNow", strategy, network, ${summed} from ${rowsOf(sql`figure_answers`, now, here)} group by 2, 3
    union all
    select false, '', '', ${summed} from ${rowsOf(sql`figure_answers`, before, here)}
     order by 2, 3`)
  const { rows: silences } = await tx.execute<Answered['silences'][number]>(sql`
    select reason_id as id, max(reason_name) as name, sum(silences)::int as count from ${rowsOf(sql`figure_silences`, now, here)} group by 1 order by 3 desc, 1`)
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
