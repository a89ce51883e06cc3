import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { isWithin, narrowed, type ReportAsk } from './report-ask.ts'

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

const none: AnswerCounts = { sent: 0, better: 0, compared: 0, judged: 0, promotional: 0, unasked: 0 }

/** What we said, what was heard after it, and where we deliberately said nothing. */
export async function readAnswered(tx: Tx, ask: ReportAsk): Promise<Answered> {
  const { workspaceId, period, zone } = ask
  const inBoth = (moment: ReturnType<typeof sql>) =>
    sql`(${isWithin(moment, period, zone)} or ${isWithin(moment, period.before, zone)})`
  const isNow = (moment: ReturnType<typeof sql>) => sql`${isWithin(moment, period, zone)}`
  const isCompared = sql`e.effect -> 'tone' ->> 'change' in ('better', 'same', 'worse')`
  const isBetter = sql`e.effect -> 'tone' ->> 'change' = 'better'`
  const { rows: counts } = await tx.execute<AnswerCounts & { isNow: boolean }>(sql`
    select ${isNow(sql`e.sent_at`)} as "isNow", count(*)::int as sent, (count(*) filter (where ${isBetter}))::int as better,
           (count(*) filter (where ${isCompared}))::int as compared, count(j.reply_id)::int as judged,
           (count(*) filter (where j.is_promotional))::int as promotional, (count(*) filter (where j.is_unasked))::int as unasked
      from answer_effects e left join judged_replies j on j.reply_id = e.reply_id
     where e.workspace_id = ${workspaceId} and ${inBoth(sql`e.sent_at`)} ${narrowed(ask, sql`e`)} group by 1`)
  const { rows: works } = await tx.execute<Answered['works'][number]>(sql`
    select e.strategy, e.network, (count(*) filter (where ${isBetter}))::int as better, count(*)::int as compared
      from answer_effects e
     where e.workspace_id = ${workspaceId} and ${isNow(sql`e.sent_at`)} and e.strategy is not null and ${isCompared} ${narrowed(ask, sql`e`)}
     group by 1, 2 order by 1, 2`)
  const { rows: silences } = await tx.execute<Answered['silences'][number]>(sql`
    select s.reason_id as id, max(s.reason_name) as name, count(*)::int as count
      from silences s join conversations c on c.id = s.conversation_id
     where s.workspace_id = ${workspaceId} and s.kind = 'silence' and s.ended_by is distinct from 'taken_back'
       and ${isNow(sql`s.decided_at`)} ${narrowed(ask, sql`c`)} group by 1 order by 3 desc, 1`)
  return {
    now: counts.find((row) => row.isNow) ?? none,
    before: counts.find((row) => !row.isNow) ?? none,
    works,
    silences,
  }
}
