import { and, eq, ne, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { topics } from '#db/tables/mentions.ts'
import { type TopicInput, type TopicState, topicReviewDays } from '#domain/topic.ts'
import { assertDepartmentsHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { askBackfill } from './ask-backfill.ts'
import { assertQueryReads } from './assert-query-reads.ts'

export type TopicRow = typeof topics.$inferSelect

const topicsMax = 10_000

/** Listens for a new topic from now on. @throws AppError `bad_input` with the place of what is wrong in the query. */
export async function createTopic(ctx: Context, input: TopicInput): Promise<TopicRow> {
  const owner = memberOf(ctx)
  return change(ctx, 'topic.create', async (tx) => {
    await assertQueryReads(tx, ctx, input.query)
    if ((await tx.$count(topics, eq(topics.workspaceId, ctx.workspaceId))) >= topicsMax) {
      throw new AppError('too_many', {
        en: `A workspace has at most ${topicsMax} searches. Join some with OR, or remove old ones.`,
        nl: `Een werkruimte heeft hoogstens ${topicsMax} zoekvragen. Voeg er samen met OR, of verwijder oude.`,
      })
    }
    const id = newId()
    await assertNameIsFree(tx, ctx, { id, name: input.name })
    if (input.departmentId) await assertDepartmentsHere(tx, ctx, [input.departmentId])
    const now = ctx.app.clock.now()
    const reviewAt = new Date(now.getTime() + topicReviewDays * day)
    const [row] = await tx
      .insert(topics)
      .values({ id, workspaceId: ctx.workspaceId, ...input, ownerId: owner.id, reviewAt, createdAt: now })
      .returning()
    await askBackfill(tx, { workspaceId: ctx.workspaceId, topicId: id, now })
    return {
      result: present(row, 'the inserted topic comes back'),
      subject: { kind: 'topic', id },
      details: { name: input.name, query: input.query },
      events: [{ kind: 'topic.changed' }],
    }
  })
}

export type TopicChange = { id: string; state?: TopicState } & Partial<TopicInput>

export async function changeTopic(ctx: Context, { id, ...input }: TopicChange): Promise<TopicRow> {
  return change(ctx, 'topic.change', async (tx) => {
    if (input.query !== undefined) await assertQueryReads(tx, ctx, input.query)
    if (input.name) await assertNameIsFree(tx, ctx, { id, name: input.name })
    if (input.departmentId) await assertDepartmentsHere(tx, ctx, [input.departmentId])
    const isOther = input.query !== undefined && (await queryOf(tx, ctx, id)) !== input.query
    const [row] = await tx
      .update(topics)
      .set({ ...input })
      .where(and(eq(topics.workspaceId, ctx.workspaceId), eq(topics.id, id)))
      .returning()
    if (!row) throw gone()
    // A search that asks for something else has another past.
    if (isOther) await askBackfill(tx, { workspaceId: ctx.workspaceId, topicId: id, now: ctx.app.clock.now() })
    return { result: row, subject: { kind: 'topic', id }, details: { ...input }, events: [{ kind: 'topic.changed' }] }
  })
}

/** Stops listening for it. Its mentions stay with their conversations. */
export async function removeTopic(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'topic.remove', async (tx) => {
    const [row] = await tx
      .delete(topics)
      .where(and(eq(topics.workspaceId, ctx.workspaceId), eq(topics.id, id)))
      .returning({ name: topics.name })
    if (!row) throw gone()
    return {
      result: undefined,
      subject: { kind: 'topic', id },
      details: { name: row.name },
      events: [{ kind: 'topic.changed' }],
    }
  })
}

async function queryOf(tx: Tx, ctx: Context, id: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ query: topics.query })
    .from(topics)
    .where(and(eq(topics.workspaceId, ctx.workspaceId), eq(topics.id, id)))
    .for('no key update')
  return row?.query
}

async function assertNameIsFree(tx: Tx, ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  const rows = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.workspaceId, ctx.workspaceId), sql`lower(${topics.name}) = lower(${name})`, ne(topics.id, id)))
  if (rows.length > 0)
    throw new AppError('taken', {
      en: `There is a search called “${name}” already. Give this one another name.`,
      nl: `Er is al een zoekvraag die “${name}” heet. Geef deze een andere naam.`,
    })
}

function gone(): AppError {
  return new AppError('not_found', 'This search does not exist any more.')
}
