import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import type { OnTheirs } from '#inbox/take-in.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { voidOvertaken } from './approval/void-overtaken.ts'
import { holdBack } from './hold-back.ts'

/**
 * An answer of a pile waits for its turn, for minutes; one with a moment of its own for days; one that a stop keeps for as long as it takes. Whoever it is for and writes again meanwhile said something it does not answer: it is taken
 * back, its words are the writer's draft, and the writer is told. The caller holds the conversations.
 */
export const holdBackOvertaken: OnTheirs = async (tx, ctx, stored) => {
  const conversationIds = [...new Set(stored.map((item) => item.conversationId))]
  const saidBy = new Set(stored.map((item) => `${item.conversationId} ${item.authorId}`))
  for (const one of await waitingIn(tx, ctx, conversationIds)) {
    if (!saidBy.has(`${one.conversationId} ${one.authorId}`)) continue
    const changed = await holdBack(tx, ctx, { id: one.id, why: 'message' })
    if (changed) await recordChange(tx, ctx, 'reply.undo', { ...changed, details: { isOvertaken: true } })
  }
  await voidOvertaken(tx, ctx, stored)
}

function waitingIn(tx: Tx, ctx: Context, conversationIds: readonly string[]) {
  return tx
    .select({ id: replies.id, conversationId: replies.conversationId, authorId: mentions.authorId })
    .from(replies)
    .innerJoin(mentions, eq(mentions.id, replies.mentionId))
    .where(
      and(
        eq(replies.workspaceId, ctx.workspaceId),
        inArray(replies.conversationId, [...conversationIds]),
        inArray(replies.state, ['ready', 'held', 'waiting']),
        or(isNotNull(replies.pileId), isNotNull(replies.scheduledFor), eq(replies.state, 'held')),
      ),
    )
    .orderBy(replies.conversationId)
}
