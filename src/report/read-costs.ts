import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import {
  type AnswerCost,
  answerCost,
  type CostSettings,
  minutesMost,
  type SourceWork,
} from '#domain/measures/answer-cost.ts'
import type { Context } from '#team/context.ts'
import { nobody } from './figure-keys.ts'
import { isWithin, narrowed, type ReportAsk, type ReportFilter } from './report-ask.ts'
import { type DayRange, reportPeriod } from './report-period.ts'
import { costsIn } from './save-costs.ts'
import { zoneOf } from './settle-figures.ts'

export type CostReport = AnswerCost & { settings: CostSettings; answers: number; days: number }

/** What answering and listening cost in a time, by what the workspace says its work costs. @throws AppError `bad_input` */
export async function readCosts(ctx: Context, input: DayRange & ReportFilter): Promise<CostReport> {
  const { workspaceId } = ctx
  const period = reportPeriod({ ...input, against: 'before' })
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const ask = { ...input, workspaceId, period, zone: await zoneOf(tx, workspaceId) }
    const settings = await costsIn(tx, workspaceId)
    const { minutes, answers, written } = await workIn(tx, ask)
    const given = { settings, days: period.days, answers, written, minutes }
    const cost = answerCost({ ...given, assist: await assistIn(tx, ask), sources: await sourcesIn(tx, ask) })
    return { ...cost, settings, answers, days: period.days }
  })
}

type Work = { answers: number; written: number; minutes: number[] }

/**
 * How long writing took, as far as it can be told: from the last of three moments until the answer was there. They took the conversation up; they wrote the answer before it, to
 * whomever; the message was heard. Of an answer to a pile only the first is written.
 */
async function workIn(tx: Tx, ask: ReportAsk): Promise<Work> {
  const { workspaceId, period, zone } = ask
  const { rows } = await tx.execute<Work>(sql`
    with sent as (
      select r.id, r.conversation_id, r.written_by, r.created_at, m.heard_at, row_number() over (partition by coalesce(r.pile_id, r.id) order by r.id) as nth
        from replies r join mentions m on m.id = r.mention_id join conversations c on c.id = r.conversation_id
       where r.workspace_id = ${workspaceId} and r.state = 'sent' and ${isWithin(sql`r.settled_at`, period, zone)}
         ${narrowed({ network: ask.network }, sql`m`)} ${narrowed({ departmentId: ask.departmentId }, sql`c`)}
    ), timed as (
      select s.nth, extract(epoch from s.created_at - greatest(s.heard_at, k.at, p.created_at)) / 60 as minutes, coalesce(k.at, p.created_at) is not null as "isSeen"
        from sent s
        left join lateral (
          select a.at from audit a where a.workspace_id = ${workspaceId} and a.conversation_id = s.conversation_id and a.action = 'conversation.claim'
             and a.actor = s.written_by::text and a.at <= s.created_at order by a.id desc limit 1) k on true
        left join lateral (
          select max(b.created_at) as created_at from replies b
           where b.workspace_id = ${workspaceId} and b.written_by = s.written_by and b.created_at < s.created_at
             and b.created_at > s.created_at - make_interval(mins => ${minutesMost})) p on true
    )
    select count(*)::int as answers, (count(*) filter (where nth = 1))::int as written,
           coalesce(jsonb_agg(round(minutes, 2)) filter (where nth = 1 and "isSeen" and minutes > 0 and minutes <= ${minutesMost}), '[]') as minutes
      from timed`)
  return rows[0] ?? { answers: 0, written: 0, minutes: [] }
}

/** What a model cost that helped writing. It is of no network: a report of one network shows what it cost there. */
async function assistIn(tx: Tx, ask: ReportAsk): Promise<number> {
  const { rows } = await tx.execute<{ cost: number }>(sql`
    select coalesce(sum(u.cost), 0)::float8 as cost from assist_uses u left join conversations c on c.id = u.conversation_id
     where u.workspace_id = ${ask.workspaceId} and ${isWithin(sql`u.asked_at`, ask.period, ask.zone)} ${narrowed(ask, sql`c`)}`)
  return rows[0]?.cost ?? 0
}

async function sourcesIn(tx: Tx, ask: ReportAsk): Promise<SourceWork[]> {
  const { workspaceId, period, zone } = ask
  const { rows } = await tx.execute<SourceWork>(sql`
    with heard as (
      select d.source_id, sum(d.negative + d.neutral + d.mixed + d.positive + d.unsure + d.noise)::int as mentions
        from figure_days d where d.workspace_id = ${workspaceId} and d.topic_id = ${nobody} and d.at between ${period.from}::date and ${period.to}::date
         ${narrowed(ask, sql`d`)} group by 1
    ), answered as (
      select m.source_id, count(*)::int as answers from replies r join mentions m on m.id = r.mention_id join conversations c on c.id = r.conversation_id
       where r.workspace_id = ${workspaceId} and r.state = 'sent' and ${isWithin(sql`r.settled_at`, period, zone)}
         ${narrowed({ network: ask.network }, sql`m`)} ${narrowed({ departmentId: ask.departmentId }, sql`c`)} group by 1
    )
    select s.id, s.name, s.connector as network, coalesce(h.mentions, 0) as mentions, coalesce(a.answers, 0) as answers
      from sources s left join heard h on h.source_id = s.id left join answered a on a.source_id = s.id
     where s.workspace_id = ${workspaceId} ${ask.network ? sql`and s.connector = ${ask.network}` : sql``}
     order by 4 desc, 2`)
  return rows
}
