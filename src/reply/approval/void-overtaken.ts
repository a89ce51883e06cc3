import { and, eq, inArray } from 'drizzle-orm'
import { approvals } from '#db/tables/approvals.ts'
import { replies } from '#db/tables/reply.ts'
import type { OnTheirs } from '#inbox/take-in.ts'
import { writeChange } from '#reply/write-change.ts'
import { recordChange } from '#team/change.ts'

/**
 * They wrote again: what was approved, or is being looked at, does not know of it. Told by the intake, in the transaction that stores the message, which
 * holds the conversations; whoever approves at that moment comes wholly before or wholly after. What is under way at the network is let be.
 */
export const voidOvertaken: OnTheirs = async (tx, ctx, stored) => {
  const ids = [...new Set(stored.map((item) => item.conversationId))]
  const rows = await tx
    .select({ reply: replies, ask: approvals })
    .from(replies)
    .innerJoin(approvals, eq(approvals.replyId, replies.id))
    .where(
      and(
        eq(replies.workspaceId, ctx.workspaceId),
        inArray(replies.conversationId, ids),
        inArray(replies.state, ['awaits_approval', 'ready', 'held', 'waiting', 'assisted']),
      ),
    )
    .orderBy(replies.id)
    .for('update', { of: replies })
  for (const { reply: row, ask } of rows) {
    if (ask.outcome !== null && ask.outcome !== 'approved') continue
    const asksAgain = { need: ask, lack: 'message' as const }
    const decided = { reply: { state: 'awaits_approval', dueAt: null } as const, isGivenBack: true, asksAgain }
    const { told } = await writeChange(tx, ctx, { row, change: decided })
    await recordChange(tx, ctx, 'approval.void', {
      ...{ result: undefined, subject: { kind: 'reply', id: row.id }, conversationId: row.conversationId },
      ...{ details: { lack: 'message' }, events: told },
    })
  }
}
