import { sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { type Context, memberOf } from '#team/context.ts'
import { isWithin, narrowed, type ReportFilter } from './report-ask.ts'
import { type DayRange, reportPeriod } from './report-period.ts'
import { zoneOf } from './settle-figures.ts'

type Tone = 'negative' | 'neutral' | 'mixed' | 'positive' | 'unsure'
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

const pageRows = 50
const excerptMax = 200

/** The messages behind a figure, the newest first: the same ones that are counted, without noise and without our own. @throws AppError `bad_input` */
export async function readCountedMessages(
  ctx: Context,
  input: Asked,
): Promise<{ rows: CountedMessage[]; next: string | null }> {
  memberOf(ctx)
  const { workspaceId } = ctx
  const period = reportPeriod({ ...input, against: 'before' })
  const after = input.after === undefined ? undefined : cursorIn(input.after)
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
         ${after ? sql`and (m.published_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
       order by m.published_at desc, m.id desc limit ${pageRows + 1}`)
    const page = rows.slice(0, pageRows).map((row) => ({ ...row, at: new Date(row.at) }))
    const last = page.at(-1)
    return { rows: page, next: rows.length > pageRows && last ? `${last.at.toISOString()}_${last.id}` : null }
  })
}

function cursorIn(text: string): { at: string; id: string } {
  const [, at = '', id = ''] = /^([\d:.TZ-]{20,30})_([0-9a-f-]{36})$/u.exec(text) ?? []
  if (!id || Number.isNaN(Date.parse(at))) throw new AppError('bad_input', 'This page does not follow any other.')
  return { at, id }
}
