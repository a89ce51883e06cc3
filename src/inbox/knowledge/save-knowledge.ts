import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { knowledgeItems } from '#db/tables/snippets.ts'
import { type KnowledgeStatement, knowledgeLimits } from '#domain/knowledge.ts'
import { stemsOf } from '#inbox/snippets/search-words.ts'
import { assertMayWriteSnippets } from '#inbox/snippets/snippet-rights.ts'
import { assertTopicsHere } from '#mentions/assert-topics-here.ts'
import { assertMembersHere } from '#team/assert-here.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

export type KnowledgeInput = {
  statements: KnowledgeStatement[]
  source: string
  confirmedBy: string
  since: Date | null
  validUntil: Date | null
  ownerId: string | null
  tags: string[]
  topicIds: string[]
}

/** What we know to be so, and where we have it from. @throws AppError `bad_input` for one language twice, `not_allowed`. */
export async function addKnowledge(ctx: Context, input: KnowledgeInput): Promise<string> {
  assertLanguagesOnce(input)
  return change(ctx, 'knowledge.write', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    await assertThingsHere(tx, ctx, input)
    const { workspaceId } = ctx
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('knowledge ' || ${workspaceId}, 0))`)
    if ((await tx.$count(knowledgeItems, eq(knowledgeItems.workspaceId, workspaceId))) >= knowledgeLimits.count)
      throw new AppError('too_many', 'There are 1,000 facts. Remove one first.')
    const id = newId()
    const now = ctx.app.clock.now()
    const written = { changedBy: memberOf(ctx).id, changedAt: now, createdAt: now }
    await tx.insert(knowledgeItems).values({ id, workspaceId, ...input, search: searchOf(input), ...written })
    return about(id)
  })
}

/** @throws AppError `taken` when a colleague changed it since the revision that its writer began from. */
export async function changeKnowledge(
  ctx: Context,
  { id, revision, ...input }: KnowledgeInput & { id: string; revision: number },
): Promise<void> {
  assertLanguagesOnce(input)
  await change(ctx, 'knowledge.write', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    await assertHere(tx, ctx, id)
    await assertThingsHere(tx, ctx, input)
    const { validUntil } = knowledgeItems
    // Another date is told of anew.
    const unlessSame = (column: typeof knowledgeItems.toldSoonAt) =>
      sql`case when ${validUntil} is not distinct from ${input.validUntil}::timestamptz then ${column} end`
    const changed = await tx
      .update(knowledgeItems)
      .set({
        ...input,
        ...{ search: searchOf(input), changedBy: memberOf(ctx).id, changedAt: ctx.app.clock.now() },
        ...{ revision: revision + 1, toldSoonAt: unlessSame(knowledgeItems.toldSoonAt) },
        toldEndedAt: unlessSame(knowledgeItems.toldEndedAt),
      })
      .where(and(eq(knowledgeItems.id, id), eq(knowledgeItems.revision, revision)))
      .returning({ id: knowledgeItems.id })
    if (changed.length === 0)
      throw new AppError('taken', 'A colleague changed this fact meanwhile. Look at it before you save yours.')
    return { ...about(id), result: undefined }
  })
}

export async function removeKnowledge(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'knowledge.remove', async (tx) => {
    await assertMayWriteSnippets(tx, ctx)
    await assertHere(tx, ctx, id)
    await tx.delete(knowledgeItems).where(eq(knowledgeItems.id, id))
    return { ...about(id), result: undefined }
  })
}

function searchOf({ statements, tags, source }: KnowledgeInput) {
  return stemsOf({ dear: tags, texts: [...statements, { lang: 'und', text: source }] })
}

function assertLanguagesOnce({ statements }: KnowledgeInput): void {
  if (new Set(statements.map(({ lang }) => lang)).size < statements.length)
    throw new AppError('bad_input', 'A fact is written once in each language.')
}

async function assertHere(tx: Tx, ctx: Context, id: string): Promise<void> {
  const isHere = and(eq(knowledgeItems.workspaceId, ctx.workspaceId), eq(knowledgeItems.id, id))
  if ((await tx.$count(knowledgeItems, isHere)) === 0)
    throw new AppError('not_found', 'This fact is not here any more.')
}

async function assertThingsHere(tx: Tx, ctx: Context, { ownerId, topicIds }: KnowledgeInput): Promise<void> {
  await assertMembersHere(tx, ctx, ownerId === null ? [] : [ownerId])
  await assertTopicsHere(tx, ctx, topicIds)
}

function about(id: string): Changed<string> {
  return { result: id, subject: { kind: 'knowledge', id }, events: [{ kind: 'knowledge.changed' }] }
}
