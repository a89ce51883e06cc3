import { and, desc, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { rumourAnswers, rumours } from '#db/tables/rumours.ts'
import type { KnowledgeStatement } from '#domain/knowledge.ts'
import type {
  RumourMarks,
  RumourSays,
  RumourSource,
  RumourState,
  RumourTruth,
  RumourVerdict,
  RumourWording,
} from '#domain/rumour.ts'
import type { Context } from '#team/context.ts'
import { rumourReader } from './find-in.ts'

/** Days of the small picture. */
const daysShown = 14
const messagesMax = 60

export type ListedRumour = {
  id: string
  title: string
  truth: RumourTruth
  state: RumourState
  owner: { id: string; name: string } | null
  /** Messages that tell or ask it, and of these in the last 24 hours; that deny it; that a person is asked about. */
  told: number
  toldToday: number
  denied: number
  toJudge: number
  /** People. */
  authors: number
  /** Messages that tell or ask it, a day, the last one today. */
  days: number[]
  /** The newest version of its answer. */
  answer: 'none' | 'waits' | 'approved'
  /** Until when what was heard was asked for it, and from when on. */
  lookFrom: Date
  lookedTo: Date
  changedAt: Date
}

export async function readRumours(ctx: Context): Promise<ListedRumour[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => list(tx, ctx))
}

/** Of what a person said, what they said counts; of the rest, what was found. What was deleted on its network is told no more. */
const isTold = sql`rm.says <> 'denies' and rm.verdict in ('found', 'confirmed')`

async function list(tx: Tx, ctx: Context, id?: string): Promise<ListedRumour[]> {
  const now = sql`${ctx.app.clock.now().toISOString()}::timestamptz`
  const { rows } = await tx.execute<ListedRumour & Record<'lookFrom' | 'lookedTo' | 'changedAt', string>>(sql`
    select r.id, r.title, r.truth, r.state, r.look_from as "lookFrom", r.looked_to as "lookedTo", r.changed_at as "changedAt",
           case when o.id is null then null else jsonb_build_object('id', o.id, 'name', o.name) end as owner,
           f.told, f."toldToday", f.denied, f."toJudge", f.authors, d.days,
           coalesce((select case when a.approved_at is null then 'waits' else 'approved' end from rumour_answers a
                      where a.rumour_id = r.id order by a.number desc limit 1), 'none') as answer
      from rumours r left join members o on o.id = r.owner_id
      cross join lateral (
        select count(*) filter (where ${isTold})::int as told,
               count(*) filter (where ${isTold} and rm.published_at > ${now} - interval '24 hours')::int as "toldToday",
               count(*) filter (where rm.says = 'denies' and rm.verdict <> 'refused')::int as denied,
               count(*) filter (where rm.verdict = 'maybe')::int as "toJudge",
               count(distinct m.author_id) filter (where ${isTold})::int as authors
          from rumour_mentions rm join mentions m on m.id = rm.mention_id
         where rm.rumour_id = r.id and m.deleted_at is null) f
      cross join lateral (
        select array_agg((select count(*)::int from rumour_mentions rm join mentions m on m.id = rm.mention_id
                  where rm.rumour_id = r.id and m.deleted_at is null and ${isTold}
                    and rm.published_at > ${now} - (back + 1) * interval '1 day' and rm.published_at <= ${now} - back * interval '1 day')
               order by back desc) as days
          from generate_series(0, ${daysShown - 1}) as back) d
     where r.workspace_id = ${ctx.workspaceId} ${id ? sql`and r.id = ${id}` : sql``}
     order by r.state desc, f."toldToday" desc, r.changed_at desc`)
  return rows.map((row) => ({
    ...row,
    ...{ lookFrom: new Date(row.lookFrom), lookedTo: new Date(row.lookedTo), changedAt: new Date(row.changedAt) },
  }))
}

export type RumourAnswer = {
  number: number
  statements: KnowledgeStatement[]
  by: { id: string; name: string } | null
  at: Date
  approvedBy: { id: string; name: string } | null
  approvedAt: Date | null
}
export type RumourMessage = {
  mentionId: string
  conversationId: string
  number: number
  network: string
  author: string
  text: string
  publishedAt: Date
  says: RumourSays
  verdict: RumourVerdict
  because: string[]
}
export type ReadRumour = ListedRumour & {
  wordings: RumourWording[]
  marks: RumourMarks
  sources: RumourSource[]
  topicIds: string[]
  revision: number
  answers: RumourAnswer[]
  messages: RumourMessage[]
}

/** One of them, with its answers and its newest messages: those that a person is asked about first. */
export async function readRumour(ctx: Context, id: string): Promise<ReadRumour> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const [listed] = await list(tx, ctx, id)
    const [row] = await tx
      .select()
      .from(rumours)
      .where(and(eq(rumours.workspaceId, ctx.workspaceId), eq(rumours.id, id)))
    if (!listed || !row) throw new AppError('not_found', 'This rumour is not here any more.')
    const { wordings, marks, sources, topicIds, revision } = row
    const messages = await messagesOf(tx, id, marks)
    return { ...listed, wordings, marks, sources, topicIds, revision, messages, answers: await answersOf(tx, id) }
  })
}

export async function answersOf(tx: Tx, rumourId: string): Promise<RumourAnswer[]> {
  const named = (which: string) => sql<{ id: string; name: string } | null>`
    (select jsonb_build_object('id', w.id, 'name', w.name) from members w where w.id = ${sql.raw(which)})`
  const { number, statements, at, approvedAt } = rumourAnswers
  return tx
    .select({
      number,
      statements,
      at,
      approvedAt,
      by: named('rumour_answers.by'),
      approvedBy: named('rumour_answers.approved_by'),
    })
    .from(rumourAnswers)
    .where(eq(rumourAnswers.rumourId, rumourId))
    .orderBy(desc(number))
}

async function messagesOf(tx: Tx, rumourId: string, marks: RumourMarks): Promise<RumourMessage[]> {
  const { rows } = await tx.execute<
    Omit<RumourMessage, 'because' | 'publishedAt'> & { publishedAt: string; lang: string; title: string | null }
  >(sql`
    select rm.mention_id as "mentionId", m.conversation_id as "conversationId", c.number, m.network, coalesce(nullif(a.name, ''), a.handle) as author,
           m.text, m.title, m.lang, rm.published_at as "publishedAt", rm.says, rm.verdict
      from rumour_mentions rm join mentions m on m.id = rm.mention_id join conversations c on c.id = m.conversation_id
      join authors a on a.id = m.author_id
     where rm.rumour_id = ${rumourId} and m.deleted_at is null and c.erased_at is null
     order by rm.verdict = 'maybe' desc, rm.published_at desc limit ${messagesMax}`)
  const read = rumourReader(marks)
  return rows.map(({ lang, title, ...row }) => ({
    ...row,
    publishedAt: new Date(row.publishedAt),
    because: read({ text: row.text, title, lang, sentiment: null })?.because ?? [],
  }))
}
