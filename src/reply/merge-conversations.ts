import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { approvals } from '#db/tables/approvals.ts'
import { merges } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { drafts, replies } from '#db/tables/reply.ts'
import { conversationKey } from '#domain/conversation.ts'
import { type ConversationRow, lockConversation } from '#inbox/change-conversation.ts'
import { idOf } from '#inbox/change-story.ts'
import { moveEffects } from '#inbox/effects/begin-effect.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { mergeRows, unmergeRows } from '#inbox/merge-rows.ts'
import { openSplit } from '#inbox/open-split.ts'
import { moveMentions } from '#mentions/move-mentions.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { moveUses } from './assist/forget-uses.ts'

/** An answer in one of these states is on its way, and must not find another conversation than it left. */
const underWay = ['awaits_approval', 'ready', 'sending', 'unknown', 'waiting'] as const

/**
 * Two conversations that are one: messages, answers, notes and drafts of `id` go into `withId`, by its id or key. Its key leads there from then
 * on, and so does whatever is heard in its thread. `takeApart` gives it back.
 *
 * @throws AppError `bad_input` for itself, for another network, and while an answer is on its way.
 */
export async function mergeConversations(
  ctx: Context,
  input: { id: string; withId: string },
): Promise<ConversationRow> {
  return change(ctx, 'conversation.merge', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const intoId = await idOf(tx, ctx, input.withId)
    const { from, into } = await lockBoth(tx, ctx, { fromId: input.id, intoId })
    if (from.network !== into.network)
      throw new AppError(
        'bad_input',
        'These two are on different networks, where each is answered in its own way. Join them as one story instead.',
      )
    await assertNothingUnderWay(tx, from.id)
    const mentionIds = await idsOf(tx, from.id)
    await moveMentions(tx, mentionIds, into.id)
    await moveReplies(tx, ctx, { which: eq(replies.conversationId, from.id), conversationId: into.id })
    await moveDrafts(tx, from.id, into.id)
    await moveUses(tx, from.id, into.id)
    const row = await mergeRows(tx, ctx, { from, into, mentionIds })
    return {
      result: row,
      subject: { kind: 'conversation', id: into.id },
      conversationId: into.id,
      details: { mergedId: from.id, mergedKey: conversationKey(from.number) },
      events: [{ kind: 'conversation.changed' }, { kind: 'conversation.changed', conversationId: from.id }],
    }
  })
}

/** What was merged is a conversation of its own again, with what was answered in it since. */
export async function takeApart(ctx: Context, input: { id: string }): Promise<ConversationRow> {
  return change(ctx, 'conversation.split', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const [merge] = await tx
      .select()
      .from(merges)
      .where(and(eq(merges.workspaceId, ctx.workspaceId), eq(merges.fromId, input.id), isNull(merges.undoneAt)))
    if (!merge) throw new AppError('not_found', 'This conversation is not merged.')
    const into = await lockConversation(tx, ctx, merge.intoId)
    await assertNothingUnderWay(tx, into.id)
    const mentionIds = await withAnswers(tx, into.id, merge.mentionIds)
    await moveMentions(tx, mentionIds, merge.fromId)
    await moveReplies(tx, ctx, { which: inArray(replies.mentionId, mentionIds), conversationId: merge.fromId })
    const row = await unmergeRows(tx, ctx, { merge, into })
    return {
      result: row,
      subject: { kind: 'conversation', id: row.id },
      conversationId: into.id,
      details: { splitId: row.id, splitKey: conversationKey(row.number) },
      events: [{ kind: 'conversation.changed' }, { kind: 'conversation.changed', conversationId: row.id }],
    }
  })
}

/** A message that is about something else, with all that was answered to it, as a conversation of its own. */
export async function splitConversation(ctx: Context, input: { mentionId: string }): Promise<ConversationRow> {
  return change(ctx, 'conversation.split', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const [mention] = await tx
      .select()
      .from(mentions)
      .where(and(eq(mentions.workspaceId, ctx.workspaceId), eq(mentions.id, input.mentionId)))
    if (!mention) throw new AppError('not_found', 'This message is not here any more.')
    const from = await lockConversation(tx, ctx, mention.conversationId)
    await assertNothingUnderWay(tx, from.id)
    const mentionIds = await withAnswers(tx, from.id, [mention.id])
    const left = (await idsOf(tx, from.id)).filter((id) => !mentionIds.includes(id))
    if (left.length === 0) throw new AppError('bad_input', 'Nothing would be left of this conversation.')
    const id = newId()
    const row = await openSplit(tx, ctx, {
      ...{ id, from, mention },
      move: async () => {
        await moveMentions(tx, mentionIds, id)
        await moveReplies(tx, ctx, { which: inArray(replies.mentionId, mentionIds), conversationId: id })
      },
    })
    return {
      result: row,
      subject: { kind: 'conversation', id: row.id },
      conversationId: from.id,
      details: { splitId: row.id, splitKey: conversationKey(row.number) },
      events: [
        { kind: 'conversation.opened', subjectId: row.id, conversationId: row.id },
        { kind: 'conversation.changed', conversationId: from.id },
      ],
    }
  })
}

/** In one order, so that two who merge crosswise do not wait for each other. */
async function lockBoth(tx: Tx, ctx: Context, { fromId, intoId }: { fromId: string; intoId: string }) {
  if (fromId === intoId) throw new AppError('bad_input', 'A conversation cannot be merged with itself.')
  const [a, b] = [fromId, intoId].toSorted()
  const rows = [await lockConversation(tx, ctx, a ?? ''), await lockConversation(tx, ctx, b ?? '')] as const
  const [from, into] = rows[0].id === fromId ? rows : [rows[1], rows[0]]
  return { from, into }
}

async function assertNothingUnderWay(tx: Tx, conversationId: string): Promise<void> {
  const isUnderWay = and(eq(replies.conversationId, conversationId), inArray(replies.state, [...underWay]))
  if ((await tx.$count(replies, isUnderWay)) === 0) return
  throw new AppError('bad_input', 'An answer is on its way here. Do this when it has left, or take it back first.')
}

async function idsOf(tx: Tx, conversationId: string): Promise<string[]> {
  const rows = await tx.select({ id: mentions.id }).from(mentions).where(eq(mentions.conversationId, conversationId))
  return rows.map(({ id }) => id)
}

/** These messages, as far as they are here, and what was answered to them, to that, and so on. */
async function withAnswers(tx: Tx, conversationId: string, ids: readonly string[]): Promise<string[]> {
  const here = await tx
    .select({ id: mentions.id, nativeId: mentions.nativeId, parentId: mentions.parentId })
    .from(mentions)
    .where(eq(mentions.conversationId, conversationId))
  const found = new Set(here.filter(({ id }) => ids.includes(id)).map(({ id }) => id))
  const ours = await tx
    .select({ nativeId: replies.nativeId, mentionId: replies.mentionId })
    .from(replies)
    .where(eq(replies.conversationId, conversationId))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    const natives = new Set<string | null>(here.filter(({ id }) => found.has(id)).map(({ nativeId }) => nativeId))
    for (const { nativeId, mentionId } of ours) if (nativeId && found.has(mentionId)) natives.add(nativeId)
    for (const { id, parentId } of here) if (parentId && natives.has(parentId)) found.add(id)
  }
  return [...found]
}

async function moveReplies(
  tx: Tx,
  ctx: Context,
  { which, conversationId }: { which: SQL; conversationId: string },
): Promise<void> {
  const moved = await tx.update(replies).set({ conversationId }).where(which).returning({ id: replies.id })
  const ids = moved.map(({ id }) => id)
  if (ids.length > 0) await tx.update(approvals).set({ conversationId }).where(inArray(approvals.replyId, ids))
  await moveEffects(tx, { replyIds: ids, conversationId, at: ctx.app.clock.now() })
}

/** Words begun in both stand below each other: none are lost. */
async function moveDrafts(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const begun = await tx.delete(drafts).where(eq(drafts.conversationId, fromId)).returning()
  for (const draft of begun) {
    const isTheirs = and(
      eq(drafts.conversationId, intoId),
      eq(drafts.memberId, draft.memberId),
      eq(drafts.kind, draft.kind),
    )
    const [known] = await tx.select().from(drafts).where(isTheirs)
    if (known)
      await tx
        .update(drafts)
        .set({ text: `${known.text}\n\n${draft.text}` })
        .where(isTheirs)
    else await tx.insert(drafts).values({ ...draft, conversationId: intoId })
  }
}
