import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type CountedPage, excerptMax, following, pageOf, pageRows } from './counted-page.ts'
import { isWithin, narrowed, type ReportFilter } from './report-ask.ts'
import { type DayRange, reportPeriod } from './report-period.ts'
import { zoneOf } from './settle-figures.ts'

export const answerKinds = ['sent', 'compared', 'better', 'judged', 'promotional', 'unasked', 'silent'] as const
type AnswerKind = (typeof answerKinds)[number]
export type CountedAnswer = {
  id: string
  conversationId: string
  number: number
  network: string
  at: Date
  author: string
  /** What we said; where we said nothing, what it was about. */
  text: string
}
type Asked = DayRange &
  ReportFilter & { which: AnswerKind; strategy?: PolicyStrategy; reasonId?: string; after?: string }
type Here = { workspaceId: string; period: DayRange; zone: string }

/** The answers behind a figure, or the silences, the newest first: the same ones that are counted. @throws AppError `bad_input` */
export async function readCountedAnswers(ctx: Context, input: Asked): Promise<CountedPage<CountedAnswer>> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const period = reportPeriod({ ...input, against: 'before' })
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const here = { workspaceId, period, zone: await zoneOf(tx, workspaceId) }
    const rows = input.which === 'silent' ? await silencesIn(tx, here, input) : await answersIn(tx, here, input)
    return pageOf(
      rows.map((row) => ({ ...row, at: new Date(row.at) })),
      input.which === 'silent' ? await silentTotal(tx, here, input) : await sentTotal(tx, here, input),
    )
  })
}

type Row = Omit<CountedAnswer, 'at'> & { at: string }

async function answersIn(tx: Tx, { workspaceId, period, zone }: Here, input: Asked): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    select e.reply_id as id, c.id as "conversationId", c.number, e.network, e.sent_at as at, coalesce(a.name, '') as author,
           left(r.text, ${excerptMax}) as text
      from answer_effects e join conversations c on c.id = e.conversation_id left join authors a on a.id = e.author_id
      left join replies r on r.id = e.reply_id left join judged_replies j on j.reply_id = e.reply_id
     where e.workspace_id = ${workspaceId} and ${isWithin(sql`e.sent_at`, period, zone)} ${narrowed(input, sql`e`)}
       and ${conditions[input.which]} ${input.strategy ? sql`and e.strategy = ${input.strategy}` : sql``}
       ${following(input.after, { at: sql`e.sent_at`, id: sql`e.reply_id` })}
     order by e.sent_at desc, e.reply_id desc limit ${pageRows + 1}`)
  return rows
}

async function silencesIn(tx: Tx, { workspaceId, period, zone }: Here, input: Asked): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    select s.id, c.id as "conversationId", c.number, c.network, s.decided_at as at, coalesce(a.name, '') as author, left(c.title, ${excerptMax}) as text
      from silences s join conversations c on c.id = s.conversation_id left join authors a on a.id = c.author_id
     where s.workspace_id = ${workspaceId} and s.kind = 'silence' and s.ended_by is distinct from 'taken_back'
       and ${isWithin(sql`s.decided_at`, period, zone)} ${narrowed(input, sql`c`)}
       ${input.reasonId ? sql`and s.reason_id = ${input.reasonId}` : sql``}
       ${following(input.after, { at: sql`s.decided_at`, id: sql`s.id` })}
     order by s.decided_at desc, s.id desc limit ${pageRows + 1}`)
  return rows
}

const change = sql`e.effect -> 'tone' ->> 'change'`
const conditions: Record<AnswerKind, SQL> = {
  sent: sql`true`,
  compared: sql`${change} in ('better', 'same', 'worse')`,
  better: sql`${change} = 'better'`,
  judged: sql`j.reply_id is not null`,
  promotional: sql`j.is_promotional`,
  unasked: sql`j.is_unasked`,
  silent: sql`false`,
}

/** As the figure says it. */
async function sentTotal(tx: Tx, { workspaceId, period }: Here, input: Asked): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`
    select coalesce(sum(${sums[input.which]}), 0)::int as total from figure_answers f
     where f.workspace_id = ${workspaceId} and f.span = 'day' and f.at between ${period.from}::date and ${period.to}::date ${narrowed(input, sql`f`)}
       ${input.strategy ? sql`and f.strategy = ${input.strategy}` : sql``}`)
  return rows[0]?.total ?? 0
}

const sums: Record<AnswerKind, SQL> = {
  ...{ sent: sql`f.sent`, compared: sql`f.compared`, better: sql`f.better`, judged: sql`f.judged` },
  ...{ promotional: sql`f.promotional`, unasked: sql`f.unasked`, silent: sql`0` },
}

async function silentTotal(tx: Tx, { workspaceId, period }: Here, input: Asked): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`
    select coalesce(sum(f.silences), 0)::int as total from figure_silences f
     where f.workspace_id = ${workspaceId} and f.span = 'day' and f.at between ${period.from}::date and ${period.to}::date ${narrowed(input, sql`f`)}
       ${input.reasonId ? sql`and f.reason_id = ${input.reasonId}` : sql``}`)
  return rows[0]?.total ?? 0
}
