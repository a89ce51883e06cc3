import { and, asc, eq, inArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { replies } from '#db/tables/reply.ts'
import { canUndo, replyStates } from '#domain/reply.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { takeBack } from './undo-reply.ts'

/**
 * Takes a pile back as one: every answer of it that has not left, in one transaction. What the outbox had meanwhile has left and stays.
 *
 * @returns how many were taken back. @throws AppError `not_found` when there is no such pile.
 */
export async function undoPile(ctx: Context, id: string): Promise<number> {
  return change(ctx, 'reply.undo', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    const isIt = and(eq(replies.workspaceId, ctx.workspaceId), eq(replies.pileId, id))
    if ((await tx.$count(replies, isIt)) === 0) throw new AppError('not_found', 'This pile is not here.')
    const waiting = await tx
      .select({ id: replies.id, conversationId: replies.conversationId })
      .from(replies)
      .where(and(isIt, inArray(replies.state, replyStates.filter(canUndo))))
      // In one order, so that two who do this at once do not wait for each other.
      .orderBy(asc(replies.conversationId))
    let taken = 0
    for (const one of waiting) {
      await lockConversation(tx, ctx, one.conversationId)
      const changed = await takeBack(tx, ctx, one.id)
      if (!changed) continue
      await recordChange(tx, ctx, 'reply.undo', changed)
      taken += 1
    }
    return { result: taken, subject: { kind: 'pile', id }, details: { taken }, isSilent: taken === 0 }
  })
}
