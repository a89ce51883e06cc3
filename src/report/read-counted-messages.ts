import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import type { Tone } from '#domain/measures/reputation-score.ts'
import { type Context, memberOf } from '#team/context.ts'
import { type CountedPage, excerptMax, following, pageOf, pageRows } from './counted-page.ts'
import { anyDepartment, anyNetwork, nobody } from './figure-keys.ts'
import { toneColumns } from './read-tones.ts'
import { isWithin, narrowed, type ReportFilter } from './report-ask.ts'
import { type DayRange, reportPeriod } from './report-period.ts'
import { zoneOf } from './settle-figures.ts'

export type CountedMessage = {
  id: string
  conversationId: string
  number: number
  network: string
  at: Date
  author: string
  text: string
  tone: Tone
}
type Asked = DayRange & ReportFilter & { topicId?: string; tone?: Tone; after?: string }

/** The messages behind a figure, the newest first: the same ones that are counted, without noise and without our own. @throws AppError `bad_input` */
export async function readCountedMessages(ctx: Context, input: Asked): Promise<CountedPage<CountedMessage>> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const period = reportPeriod({ ...input, against: 'before' })
  const follows = following(input.after, { at: sql`m.published_at`, id: sql`m.id` })
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const zone = await zoneOf(tx, workspaceId)
    const inTopic = input.topicId
      ? sql`and exists (select from mention_topics t where t.mention_id = m.id and t.topic_id = ${input.topicId})`
      : sql`and (exists (select from mention_topics t join topics k on k.id = t.topic_id where t.mention_id = m.id and k.purpose <> 'market')
          or not exists (select from mention_topics t where t.mention_id = m.id))`
    const { rows } = await tx.execute<Omit<CountedMessage, 'at'> & { at: string }>(sql`
      select m.id, m.conversation_id as "conversationId", c.number, m.network, m.published_at as at, a.name as author,
             left(m.text, ${excerptMax}) as text, tone_of(s.said, s.correction) as tone
        from mentions m join conversations c on c.id = m.conversation_id join authors a on a.id = m.author_id
        left join assessments s on s.mention_id = m.id
       where m.workspace_id = ${workspaceId} and ${isWithin(sql`m.published_at`, period, zone)} and not m.is_own and c.state <> 'noise'
         ${narrowed({ departmentId: input.departmentId }, sql`c`)} ${narrowed({ network: input.network }, sql`m`)} ${inTopic}
         ${input.tone ? sql`and tone_of(s.said, s.correction) = ${input.tone}` : sql``}
         ${follows}
       order by m.published_at desc, m.id desc limit ${pageRows + 1}`)
    return pageOf(
      rows.map((row) => ({ ...row, at: new Date(row.at) })),
      await totalOf(tx, { workspaceId, period }, input),
    )
  })
}

/** As the figure says it: of a year, counting the rows would take seconds. */
async function totalOf(tx: Tx, { workspaceId, period }: { workspaceId: string; period: DayRange }, input: Asked) {
  const { network = anyNetwork, departmentId = anyDepartment, topicId = nobody, tone } = input
  const counted = tone ? sql`sum(${toneColumns[tone]})` : sql`sum(negative + neutral + mixed + positive + unsure)`
  const { rows } = await tx.execute<{ total: number }>(sql`
    select coalesce(${counted}, 0)::int as total from figure_tone_sums
     where workspace_id = ${workspaceId} and span = 'day' and network = ${network} and department_id = ${departmentId} and topic_id = ${topicId}
       and at between ${period.from}::date and ${period.to}::date`)
  return rows[0]?.total ?? 0
}
