import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { hour } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { answerEffects } from '#db/tables/effects.ts'
import { type AnswerEffect, answerEffect, type EffectMessage, spreadHours } from '#domain/answer-effect.ts'
import type { Assessment } from '#domain/assessment.ts'
import { type Correction, corrected } from '#domain/correction.ts'
import { authorsOfPerson } from '#mentions/person-sql.ts'
import { tellEvents } from '#team/tell-events.ts'
import { saysThanks } from '#triage/find-thanks.ts'

/** In one transaction: short enough that whoever hears something at the same moment does not wait for it. */
const atOnceMax = 50
/** Of what somebody said before the answer, and after it, at most so many count. */
const beforeMax = 30
const afterMax = 200

type EffectRow = typeof answerEffects.$inferSelect

/** Looks at what is due, one bounded batch. Answers how many were looked at; as many as the batch holds says that there may be more. */
export async function lookAtEffects(app: App, most: number = atOnceMax): Promise<number> {
  const now = app.clock.now()
  const due = await app.db.asSystem((tx) =>
    tx
      .select({ replyId: answerEffects.replyId, workspaceId: answerEffects.workspaceId })
      .from(answerEffects)
      .where(lte(answerEffects.lookAt, now))
      .orderBy(asc(answerEffects.lookAt))
      .limit(most),
  )
  for (const workspaceId of new Set(due.map((row) => row.workspaceId))) {
    const ids = due.filter((row) => row.workspaceId === workspaceId).map(({ replyId }) => replyId)
    await app.db.inWorkspace(workspaceId, (tx) => lookIn(tx, { workspaceId, ids, now }))
  }
  return due.length
}

/** What somebody else has locked at this moment is looked at by them, or the next time. */
async function lookIn(tx: Tx, { workspaceId, ids, now }: { workspaceId: string; ids: string[]; now: Date }) {
  const rows = await tx
    .select()
    .from(answerEffects)
    .where(and(inArray(answerEffects.replyId, ids), lte(answerEffects.lookAt, now)))
    .for('update', { skipLocked: true })
  const told: EffectRow[] = []
  for (const row of rows) if (await lookAt(tx, row, now)) told.push(row)
  await tellEvents(
    tx,
    workspaceId,
    told.map(({ replyId, conversationId }) => ({ kind: 'reply.changed' as const, subjectId: replyId, conversationId })),
  )
}

/** Answers whether something is seen that was not before. */
async function lookAt(tx: Tx, row: EffectRow, now: Date): Promise<boolean> {
  const effect = answerEffect({
    ...{ sentAt: row.sentAt, untilAt: row.untilAt, now },
    answeredId: await answeredId(tx, row),
    messages: await messagesOf(tx, row),
    thread: await threadOf(tx, row, now),
  })
  const isOver = now >= row.untilAt
  await tx
    .update(answerEffects)
    .set({
      ...{ effect, outcome: effect.outcome, lookedAt: now, firstLookAt: row.firstLookAt ?? now },
      ...{ lookAt: isOver ? null : nextLook(row, now), settledAt: isOver ? now : null },
    })
    .where(eq(answerEffects.replyId, row.replyId))
  return isOver || isNews(row.effect, effect)
}

/** Without anything heard: when the hours around the answer are over, and at the end of the window. */
function nextLook({ sentAt, untilAt }: EffectRow, now: Date): Date {
  const counted = new Date(sentAt.getTime() + spreadHours * hour)
  return now < counted && counted < untilAt ? counted : untilAt
}

/** The hours that passed are no news. */
function isNews(before: AnswerEffect | null, after: AnswerEffect): boolean {
  const shown = (effect: AnswerEffect | null) =>
    effect && JSON.stringify({ ...effect, spread: effect.spread && { change: effect.spread.change } })
  return before === null ? after.outcome !== 'waiting' : shown(before) !== shown(after)
}

async function answeredId(tx: Tx, { replyId }: EffectRow): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select mention_id as id from replies where id = ${replyId}`)
  return rows[0]?.id ?? ''
}

type MessageRow = {
  id: string
  isInThread: boolean
  at: string
  deletedAt: string | null
  editedAt: string | null
  text: string
  said: Assessment | null
  correction: Correction | null
}

/** Under all their names, and what others took for noise left out. What we erased ourselves was not deleted by them. */
async function messagesOf(tx: Tx, { authorId, conversationId, workspaceId, sentAt, untilAt }: EffectRow) {
  if (!authorId) return []
  const [sent, until] = [sql`${sentAt.toISOString()}::timestamptz`, sql`${untilAt.toISOString()}::timestamptz`]
  const said = sql`select m.id, m.conversation_id = ${conversationId} as "isInThread", m.published_at as at,
      case when m.native_id like 'erased:%' then null else m.deleted_at end as "deletedAt", m.edited_at as "editedAt", m.text, s.said, s.correction
    from authors a join mentions m on m.author_id = any(${authorsOfPerson()})
    left join assessments s on s.mention_id = m.id
    where a.id = ${authorId} and m.workspace_id = ${workspaceId} and not m.is_own`
  const { rows } = await tx.execute<MessageRow>(sql`
    (${said} and m.conversation_id = ${conversationId} and m.published_at <= ${sent} order by m.published_at desc limit ${beforeMax})
    union all
    (${said} and m.published_at > ${sent} and m.published_at <= ${until}
       and not exists (select from conversations c where c.id = m.conversation_id and c.state = 'noise')
     order by m.published_at limit ${afterMax})`)
  return rows.map(
    ({ id, isInThread, at, deletedAt, editedAt, text, said: judged, correction }): EffectMessage => ({
      ...{ id, isInThread, at: new Date(at), deletedAt: moment(deletedAt), editedAt: moment(editedAt) },
      ...judgedAs(text, judged && corrected(judged, correction)),
    }),
  )
}

function judgedAs(text: string, assessment: Assessment | null) {
  return { assessment, isThanks: assessment !== null && saysThanks(text, assessment) }
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

async function threadOf(tx: Tx, { conversationId, sentAt }: EffectRow, now: Date) {
  const sent = sql`${sentAt.toISOString()}::timestamptz`
  const hours = sql`make_interval(hours => ${spreadHours})`
  const { rows } = await tx.execute<{ firstAt: string | null; before: number; after: number }>(sql`
    select min(m.published_at) as "firstAt",
           (count(*) filter (where m.published_at > ${sent} - ${hours} and m.published_at <= ${sent}))::int as before,
           (count(*) filter (where m.published_at > ${sent} and m.published_at <= least(${sent} + ${hours}, ${now.toISOString()}::timestamptz)))::int as after
      from mentions m where m.conversation_id = ${conversationId} and not m.is_own`)
  const { firstAt = null, before = 0, after = 0 } = rows[0] ?? {}
  return { firstAt: moment(firstAt), before, after }
}
