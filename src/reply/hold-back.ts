import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { members } from '#db/tables/team.ts'
import { actions } from '#domain/action.ts'
import type { HeldBackWhy } from '#domain/notice.ts'
import { isAtLeast } from '#domain/role.ts'
import { lockConversation, writeConversation } from '#inbox/change-conversation.ts'
import type { Changed } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { ReplyRow } from './outbox-store.ts'
import { tellHeldBack } from './tell-held-back.ts'
import { takeBack } from './undo-reply.ts'

/**
 * Takes back what its writer did not: the words are a draft of theirs, they are told why, and the conversation is theirs where nobody else has it,
 * so that it stands in front of somebody. The caller holds the conversation; undefined once it has left.
 */
export async function holdBack(
  tx: Tx,
  ctx: Context,
  { id, why }: { id: string; why: HeldBackWhy },
): Promise<Changed<ReplyRow> | undefined> {
  const changed = await takeBack(tx, ctx, id)
  if (!changed) return undefined
  const { conversationId, writtenBy } = changed.result
  const { ownerId } = await lockConversation(tx, ctx, conversationId)
  if (ownerId === null && (await mayAnswer(tx, writtenBy)))
    await writeConversation(tx, conversationId, { ownerId: writtenBy })
  await tellHeldBack(tx, ctx, { reply: changed.result, why })
  return changed
}

/** Who left, or only looks along by now, gets no work. */
async function mayAnswer(tx: Tx, memberId: string): Promise<boolean> {
  const [row] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.leftAt)))
  return row !== undefined && isAtLeast(row.role, actions['reply.write'])
}
