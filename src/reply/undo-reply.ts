import { and, eq, inArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { replies } from '#db/tables/reply.ts'
import type { ApprovalOutcome } from '#domain/approval.ts'
import type { ConversationState } from '#domain/conversation.ts'
import { canUndo, replyStates } from '#domain/reply.ts'
import { lockConversation, writeConversation } from '#inbox/change-conversation.ts'
import { type Changed, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { settleAsk } from './approval/ask-approval.ts'
import type { ReplyRow } from './outbox-store.ts'
import { keepDraft, lockConversationOf, stateAfter } from './write-change.ts'

/**
 * Takes an answer back before it leaves: the text is the writer's draft again, the conversation is as it was. The condition
 * sits in the update: once the outbox has it, it is too late, and this says so.
 *
 * @throws AppError `taken` when it has left, `not_found` when there is no such reply.
 */
export async function undoReply(ctx: Context, id: string): Promise<ReplyRow> {
  return change(ctx, 'reply.undo', async (tx) => {
    await lockConversationOf(tx, ctx, id)
    const changed = await takeBack(tx, ctx, id)
    if (!changed) throw await tooLate(tx, ctx, id)
    return changed
  })
}

/** The same inside a change of its caller, who holds the conversation; undefined once it has left. */
export async function takeBack(
  tx: Tx,
  ctx: Context,
  id: string,
  outcome: ApprovalOutcome = 'withdrawn',
): Promise<Changed<ReplyRow> | undefined> {
  const isHeld = inArray(replies.state, replyStates.filter(canUndo))
  const [row] = await tx
    .update(replies)
    .set({ state: 'undone', dueAt: null, heldAt: null, settledAt: ctx.app.clock.now() })
    .where(and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.id, id), isHeld))
    .returning()
  if (!row) return undefined
  await keepDraft(tx, ctx, row)
  const ask = await settleAsk(tx, ctx, { replyId: id, outcome })
  // What still waited for approval had closed nothing.
  await restoreConversation(tx, ctx, { ...row, ...(ask?.outcome === null ? { thenDo: 'stay' as const } : {}) })
  return {
    result: row,
    subject: { kind: 'reply', id },
    conversationId: row.conversationId,
    events: [
      { kind: 'reply.changed' },
      { kind: 'conversation.changed', subjectId: row.conversationId },
      { kind: 'draft.changed', subjectId: row.conversationId },
    ],
  }
}

/** Back to how it was, unless somebody did something else with it since. */
async function restoreConversation(tx: Tx, ctx: Context, row: ReplyRow): Promise<void> {
  const now = await lockConversation(tx, ctx, row.conversationId)
  const { state, ownerId, waitUntil } = row.before
  const isOurs = now.state === (stateAfter(row) ?? now.state)
  await writeConversation(tx, row.conversationId, {
    ownerId: now.ownerId === row.writtenBy ? (ownerId ?? null) : now.ownerId,
    ...(isOurs && stateAfter(row)
      ? {
          // `before` was written by writeReply from the row itself.
          state: (state ?? 'open') as ConversationState,
          waitUntil: waitUntil ? new Date(waitUntil) : null,
          doneAt: state === 'done' ? now.doneAt : null,
        }
      : {}),
  })
}

async function tooLate(tx: Tx, ctx: Context, id: string): Promise<AppError> {
  const [row] = await tx
    .select({ state: replies.state })
    .from(replies)
    .where(and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.id, id)))
  if (!row) return new AppError('not_found', 'This answer does not exist.')
  if (row.state === 'undone')
    return new AppError('taken', 'This answer was taken back already.', { details: { state: row.state } })
  return new AppError('taken', 'This answer has left already.', { details: { state: row.state } })
}
