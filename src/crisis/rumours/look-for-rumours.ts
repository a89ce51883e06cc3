import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { uuidArray } from '#db/sql-arrays.ts'
import { rumourMentions, rumours } from '#db/tables/rumours.ts'
import { tellEvents } from '#team/tell-events.ts'
import { type AskedMessage, rumourReader } from './find-in.ts'

/** Messages in one transaction. */
export const messagesAtOnce = 500
/**
 * What is heard is stored within this time. Up to here it is asked for again, because one that was stored later may bear an earlier moment; what was
 * found already is found once.
 */
const overlapMs = 2 * minute

type RumourRow = typeof rumours.$inferSelect
/** `heardText` as the database writes it: not a microsecond is lost. */
type Heard = AskedMessage & { id: string; publishedAt: Date; heardAt: Date; heardText: string; topicIds: string[] }

/** Asks what was heard since the last time, one bounded batch for each rumour. @returns whether there may be more */
export async function lookForRumours(app: App): Promise<boolean> {
  const watched = await app.db.asSystem((tx) =>
    tx.select({ id: rumours.id, workspaceId: rumours.workspaceId }).from(rumours).where(eq(rumours.state, 'watched')),
  )
  let isMore = false
  for (const { id, workspaceId } of watched)
    if (await app.db.inWorkspace(workspaceId, (tx) => lookFor(tx, { id, now: app.clock.now() }))) isMore = true
  return isMore
}

async function lookFor(tx: Tx, { id, now }: { id: string; now: Date }): Promise<boolean> {
  // Another process that looks for the same one, or a colleague who changes it, is not waited for.
  const [rumour] = await tx
    .select()
    .from(rumours)
    .where(and(eq(rumours.id, id), eq(rumours.state, 'watched')))
    .for('update', { skipLocked: true })
  if (!rumour) return false
  const heard = await heardSince(tx, rumour)
  const found = (await keepFound(tx, rumour, heard)) + (await askEditedAnew(tx, rumour))
  const last = heard.length === messagesAtOnce ? heard.at(-1) : undefined
  const settled = new Date(Math.max(now.getTime() - overlapMs, rumour.lookFrom.getTime()))
  // In a quiet house nothing is written at every look. What was looked further than is settled goes back all the same.
  const aheadMs = settled.getTime() - rumour.lookedTo.getTime()
  if (heard.length === 0 && aheadMs >= 0 && aheadMs < overlapMs) return false
  await tx
    .update(rumours)
    .set(
      last
        ? { lookedTo: sql`${last.heardText}::timestamptz`, lookedId: last.id }
        : { lookedTo: settled, lookedId: null },
    )
    .where(eq(rumours.id, id))
  if (found > 0)
    await tellEvents(tx, rumour.workspaceId, [{ kind: 'rumour.changed', subjectId: id, conversationId: null }])
  return last !== undefined
}

const noId = '00000000-0000-0000-0000-000000000000'

async function heardSince(tx: Tx, { id, workspaceId, lookedId }: RumourRow): Promise<Heard[]> {
  return messagesWhere(
    tx,
    workspaceId,
    sql`(m.heard_at, m.id) > ((select looked_to from rumours where id = ${id}), ${lookedId ?? noId}::uuid)`,
  )
}

async function messagesWhere(tx: Tx, workspaceId: string, where: SQL): Promise<Heard[]> {
  const { rows } = await tx.execute<Heard & { publishedAt: string; heardAt: string }>(sql`
    select m.id, m.text, m.title, m.lang, m.published_at as "publishedAt", m.heard_at as "heardAt", m.heard_at::text as "heardText", c.topic_ids as "topicIds",
           coalesce(a.correction->>'sentiment', a.said->'sentiment'->>'class') as sentiment
      from mentions m join conversations c on c.id = m.conversation_id left join assessments a on a.mention_id = m.id
     where m.workspace_id = ${workspaceId} and ${where} and not m.is_own and m.deleted_at is null
     order by m.heard_at, m.id limit ${messagesAtOnce}`)
  return rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt), heardAt: new Date(row.heardAt) }))
}

/**
 * Who edited a message says something else: it is asked again as it reads now. What a person decided about it stands. An edit is seen within the same
 * overlap as what is heard; the newest of them, should there be more than a batch.
 */
async function askEditedAnew(tx: Tx, rumour: RumourRow): Promise<number> {
  const { id, workspaceId } = rumour
  const { rows } = await tx.execute<{ id: string }>(sql`
    select v.mention_id as id from mention_versions v
     where v.workspace_id = ${workspaceId} and v.seen_until > (select looked_to from rumours where id = ${id})
     group by v.mention_id order by max(v.seen_until) desc limit ${messagesAtOnce}`)
  if (rows.length === 0) return 0
  const edited = await messagesWhere(
    tx,
    workspaceId,
    sql`m.heard_at > ${rumour.lookFrom.toISOString()}::timestamptz and m.id = any(${uuidArray(rows.map((row) => row.id))})`,
  )
  const found = foundIn(rumour, edited)
  const isUndecided = inArray(rumourMentions.verdict, ['found', 'maybe'])
  const says = new Map(found.map((one) => [one.mentionId, one]))
  const standing = await tx
    .select()
    .from(rumourMentions)
    .where(
      and(
        eq(rumourMentions.rumourId, id),
        inArray(
          rumourMentions.mentionId,
          rows.map((row) => row.id),
        ),
        isUndecided,
      ),
    )
  const stale = standing.filter((one) => {
    const now = says.get(one.mentionId)
    return now?.says !== one.says || now.verdict !== one.verdict
  })
  const staleIds = stale.map((one) => one.mentionId)
  if (staleIds.length > 0)
    await tx
      .delete(rumourMentions)
      .where(and(eq(rumourMentions.rumourId, id), inArray(rumourMentions.mentionId, staleIds), isUndecided))
  return staleIds.length + (await insertFound(tx, found))
}

async function keepFound(tx: Tx, rumour: RumourRow, heard: readonly Heard[]): Promise<number> {
  return insertFound(tx, foundIn(rumour, heard))
}

type Found = typeof rumourMentions.$inferInsert

function foundIn(rumour: RumourRow, heard: readonly Heard[]): Found[] {
  const read = rumourReader(rumour.marks)
  return heard.flatMap((message) => {
    if (rumour.topicIds.length > 0 && !rumour.topicIds.some((topicId) => message.topicIds.includes(topicId))) return []
    const says = read(message)
    if (!says) return []
    const { id: mentionId, publishedAt, heardAt } = message
    const { workspaceId, id: rumourId } = rumour
    return [{ rumourId, mentionId, workspaceId, says: says.says, verdict: says.verdict, publishedAt, heardAt }]
  })
}

/** What was found already is found once. @returns how many are new */
async function insertFound(tx: Tx, found: readonly Found[]): Promise<number> {
  if (found.length === 0) return 0
  const kept = await tx
    .insert(rumourMentions)
    .values([...found])
    .onConflictDoNothing()
    .returning({ id: rumourMentions.mentionId })
  return kept.length
}
