import { and, eq, inArray, isNull } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { isId, newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { conversations, stories, storyConversations } from '#db/tables/inbox.ts'
import { numberOfKey } from '#domain/conversation.ts'
import { type Changed, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { type ConversationRow, lockConversation } from './change-conversation.ts'
import { countStories, writeJoins } from './gather-stories.ts'
import { lockStories } from './lock-stories.ts'
import { weighConversations } from './weigh-conversations.ts'

/** Into the story of another conversation, which begins one where it had none. Whatever story it was in, it leaves. */
export async function joinStory(ctx: Context, input: { id: string; withId: string }): Promise<{ storyId: string }> {
  return change(ctx, 'story.join', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const one = await lockConversation(tx, ctx, input.id)
    const other = await lockConversation(tx, ctx, await idOf(tx, ctx, input.withId))
    if (one.id === other.id) throw new AppError('bad_input', 'A conversation cannot be joined with itself.')
    const storyId = other.storyId ?? (await beginStory(tx, ctx, other))
    if (one.storyId === storyId) return { ...about(one, storyId), isSilent: true }
    if (one.storyId) await takeOut(tx, ctx, one.id, one.storyId)
    const { workspaceId } = ctx
    const joins = [{ storyId, conversationId: one.id, how: 'hand' as const, why: {}, at: ctx.app.clock.now() }]
    await writeJoins(tx, { workspaceId, joins })
    await weighConversations(tx, { workspaceId, ids: [one.id, other.id], now: ctx.app.clock.now() })
    return about(one, storyId)
  })
}

/** Out of its story, and not into it again however like it is. Of two that were one story nothing is left but two. */
export async function leaveStory(ctx: Context, input: { id: string }): Promise<{ storyId: string }> {
  return change(ctx, 'story.leave', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const one = await lockConversation(tx, ctx, input.id)
    const { storyId } = one
    if (!storyId) throw new AppError('bad_input', 'This conversation is in no story.')
    await takeOut(tx, ctx, one.id, storyId)
    await weighConversations(tx, { workspaceId: ctx.workspaceId, ids: [one.id], now: ctx.app.clock.now() })
    return about(one, storyId)
  })
}

function about(one: ConversationRow, storyId: string): Changed<{ storyId: string }> {
  return {
    result: { storyId },
    subject: { kind: 'story', id: storyId },
    conversationId: one.id,
    details: { storyId },
    events: [{ kind: 'conversation.changed', subjectId: one.id }],
  }
}

async function beginStory(tx: Tx, ctx: Context, first: ConversationRow): Promise<string> {
  const id = newId()
  await tx.insert(stories).values({ id, workspaceId: ctx.workspaceId })
  const joins = [{ storyId: id, conversationId: first.id, how: 'hand' as const, why: {}, at: ctx.app.clock.now() }]
  await writeJoins(tx, { workspaceId: ctx.workspaceId, joins })
  return id
}

/** Inside the transaction of whoever holds `lockStories`. */
export async function takeOut(tx: Tx, ctx: Context, conversationId: string, storyId: string): Promise<void> {
  await tx
    .update(storyConversations)
    .set({ takenOutAt: ctx.app.clock.now() })
    .where(and(eq(storyConversations.conversationId, conversationId), eq(storyConversations.storyId, storyId)))
  await tx.update(conversations).set({ storyId: null }).where(eq(conversations.id, conversationId))
  await countStories(tx, [storyId])
  await endIfAlone(tx, storyId)
}

/** One conversation is no story. */
async function endIfAlone(tx: Tx, storyId: string): Promise<void> {
  const left = await tx
    .select({ id: storyConversations.conversationId })
    .from(storyConversations)
    .where(and(eq(storyConversations.storyId, storyId), isNull(storyConversations.takenOutAt)))
    .limit(2)
  if (left.length > 1) return
  const ids = left.map(({ id }) => id)
  if (ids.length > 0) await tx.update(conversations).set({ storyId: null }).where(inArray(conversations.id, ids))
}

/** Of an id, or of a key (WH-4182). @throws AppError `not_found` */
export async function idOf(tx: Tx, ctx: Context, idOrKey: string): Promise<string> {
  const number = numberOfKey(idOrKey)
  if (!number && !isId(idOrKey)) throw notHere()
  const [row] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, ctx.workspaceId),
        number ? eq(conversations.number, number) : eq(conversations.id, idOrKey),
      ),
    )
  if (!row) throw notHere()
  return row.id
}

function notHere(): AppError {
  return new AppError('not_found', 'This conversation does not exist, or not in this workspace.')
}
