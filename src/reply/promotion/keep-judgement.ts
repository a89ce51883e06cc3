import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { judgedReplies } from '#db/tables/promotion.ts'
import type { Community } from '#domain/promotion/community.ts'
import type { Judgement } from '#domain/promotion/judge-answer.ts'
import type { ReplyRow } from '#reply/outbox-store.ts'
import { recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'

export type Judged = { judgement: Judgement; community: Community }

/** What the answer was taken for stands beside it, and what was set aside stands in the audit. The reason may name people: it stands with the answer. */
export async function keepJudgement(
  tx: Tx,
  ctx: Context,
  reply: ReplyRow,
  { judgement, community }: Judged,
): Promise<void> {
  const { workspaceId } = ctx
  const [about] = await tx
    .select({ departmentId: conversations.departmentId })
    .from(conversations)
    .where(eq(conversations.id, reply.conversationId))
  const { isPromotional, isUnasked, hasLink, sketch } = judgement
  await tx.insert(judgedReplies).values({
    replyId: reply.id,
    workspaceId,
    departmentId: about?.departmentId ?? null,
    network: community.network,
    place: community.place,
    placeName: community.name,
    ...{ isPromotional, isUnasked, hasLink, sketch: [...sketch] },
    at: reply.createdAt,
  })
  if (!reply.override) return
  await recordChange(tx, ctx, 'promotion.override', {
    result: undefined,
    subject: { kind: 'reply', id: reply.id },
    conversationId: reply.conversationId,
    details: { rules: reply.override.rules },
  })
}
