import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { backfills } from '#db/tables/backfill.ts'
import { authors, mentions, mentionTopics } from '#db/tables/mentions.ts'
import type { Span } from '#domain/span.ts'
import { openEngine } from '#match/open-engine.ts'
import { parseQuery } from '#match/parse-query.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import { holdBackfill } from './ask-backfill.ts'
import type { TouchedMention } from './follow-network.ts'
import { setsFor } from './read-sets.ts'
import { matchedColumns, storedPost } from './stored-post.ts'

/** Mentions of one transaction: short enough that nobody waits for it. */
const batchMax = 500
const toldEvery = 5
/** What a crash leaves claimed comes back by itself. */
const claimMs = minute

/** Whoever keeps topics of a conversation is told of new ones, in the transaction that finds them. */
export type OnLabelled = (tx: Tx, found: { topicId: string; mentions: readonly TouchedMention[] }) => Promise<void>

type Job = typeof backfills.$inferSelect & { query: string }

/**
 * Tries a search on the next batch of messages we have. They are kept for other searches; those that match get this one as well. All else
 * about them stays: labels, corrections, promises.
 * @returns whether there was anything to do
 */
export async function backfillStored(app: App, { onLabelled }: { onLabelled: OnLabelled }): Promise<boolean> {
  const job = await takeJob(app)
  if (!job) return false
  const { workspaceId, topicId } = job
  const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'listen' } }
  await change(ctx, 'topic.backfill', async (tx) => {
    if (!(await holdBackfill(tx, job))) return nothing(topicId)
    const rows = await nextBatch(tx, job)
    const labelled = await label(tx, ctx, { job, rows })
    if (labelled.length > 0) await onLabelled(tx, { topicId, mentions: labelled })
    await writeProgress(tx, ctx, { job, rows, labelled })
    if (isWorthTelling(job, rows.length))
      await tellEvents(tx, workspaceId, [{ kind: 'backfill.changed', subjectId: topicId }])
    return {
      result: undefined,
      subject: { kind: 'topic', id: topicId },
      details: { labelled: labelled.length },
      isSilent: labelled.length === 0,
      events: labelled.map(({ id, conversationId }) => ({
        kind: 'mention.changed' as const,
        subjectId: id,
        conversationId,
      })),
    }
  })
  return true
}

/** Whoever looks at it asks for all searches again, so not every batch is told. */
function isWorthTelling({ storedTried }: Job, triedNow: number): boolean {
  return triedNow < batchMax || Math.floor(storedTried / batchMax) % toldEvery === 0
}

function nothing(topicId: string) {
  return { result: undefined, subject: { kind: 'topic', id: topicId }, isSilent: true }
}

/** The job that waits longest, claimed: another process takes another. */
async function takeJob(app: App): Promise<Job | undefined> {
  const now = app.clock.now()
  const claimedUntil = new Date(now.getTime() + claimMs)
  const { rows } = await app.db.asSystem((tx) =>
    tx.execute<{ topic_id: string; query: string }>(sql`
      with due as materialized (
        select b.topic_id, t.query from backfills b join topics t on t.id = b.topic_id
         where b.state = 'running' and not b.is_stored_done and b.next_at <= ${now.toISOString()}::timestamptz and t.state = 'on'
         order by b.next_at limit 1 for update of b skip locked
      )
      update backfills b set next_at = ${claimedUntil.toISOString()}::timestamptz from due where b.topic_id = due.topic_id
      returning b.topic_id, due.query`),
  )
  const [taken] = rows
  if (!taken) return undefined
  const [row] = await app.db.asSystem((tx) => tx.select().from(backfills).where(eq(backfills.topicId, taken.topic_id)))
  return row && { ...row, query: taken.query }
}

type Row = Awaited<ReturnType<typeof nextBatch>>[number]

/** The database itself compares where we were: its moments are finer than ours. */
function nextBatch(tx: Tx, { workspaceId, topicId }: Job) {
  const after = sql`(select coalesce(b.stored_at, 'infinity'), coalesce(b.stored_id, ${highestId}::uuid)
    from backfills b where b.topic_id = ${topicId})`
  return tx
    .select({ ...matchedColumns, id: mentions.id, conversationId: mentions.conversationId, at: mentions.publishedAt })
    .from(mentions)
    .innerJoin(authors, eq(authors.id, mentions.authorId))
    .where(and(ofOthers(workspaceId), sql`(${mentions.publishedAt}, ${mentions.id}) < ${after}`))
    .orderBy(desc(mentions.publishedAt), desc(mentions.id))
    .limit(batchMax)
}

const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function ofOthers(workspaceId: string) {
  return and(eq(mentions.workspaceId, workspaceId), eq(mentions.isOwn, false), isNull(mentions.deletedAt))
}

async function label(
  tx: Tx,
  ctx: Context,
  { job, rows }: { job: Job; rows: readonly Row[] },
): Promise<(TouchedMention & { at: Date })[]> {
  const { workspaceId, topicId, query } = job
  const parsed = parseQuery(query, await setsFor(tx, { workspaceId, query }))
  if (!parsed.ok) {
    ctx.app.log.error({ topic: topicId }, 'a stored query is not understood by this version; it does not look back')
    return []
  }
  const engine = openEngine()
  engine.add(topicId, parsed.tree)
  const spansById = new Map<string, readonly Span[]>()
  for (const row of rows) {
    const [match] = engine.match(storedPost(row))
    if (match) spansById.set(row.id, match.spans)
  }
  if (spansById.size === 0) return []
  const fresh = await tx
    .insert(mentionTopics)
    .values([...spansById].map(([mentionId, spans]) => ({ workspaceId, mentionId, topicId, spans: [...spans] })))
    .onConflictDoNothing()
    .returning({ id: mentionTopics.mentionId })
  const freshIds = new Set(fresh.map(({ id }) => id))
  return rows.filter(({ id }) => freshIds.has(id))
}

type Progress = { job: Job; rows: readonly Row[]; labelled: readonly { at: Date }[] }

async function writeProgress(tx: Tx, ctx: Context, { job, rows, labelled }: Progress): Promise<void> {
  const last = rows.at(-1)
  const isBegun = job.storedId !== null
  const storedOf = isBegun ? job.storedOf : await tx.$count(mentions, ofOthers(job.workspaceId))
  const oldest = labelled.at(-1)?.at ?? null
  await tx
    .update(backfills)
    .set({
      ...(last ? { storedAt: sql`(select published_at from mentions where id = ${last.id})`, storedId: last.id } : {}),
      storedOf,
      storedTried: sql`${backfills.storedTried} + ${rows.length}`,
      storedFound: sql`${backfills.storedFound} + ${labelled.length}`,
      storedBackTo: sql`least(${backfills.storedBackTo}, ${oldest?.toISOString() ?? null}::timestamptz)`,
      isStoredDone: rows.length < batchMax,
      nextAt: ctx.app.clock.now(),
    })
    .where(eq(backfills.topicId, job.topicId))
}
