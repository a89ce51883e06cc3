import { and, eq, sql } from 'drizzle-orm'
import { conversationReads, conversations } from '#db/tables/inbox.ts'
import { type Context, memberOf } from '#team/context.ts'

/**
 * What I have seen is mine alone: no audit line, no event, no version. Read is measured against when we
 * heard the newest message: the clock of a network is not ours.
 */
export async function markRead(ctx: Context, input: { id: string; isRead: boolean }): Promise<void> {
  const member = memberOf(ctx)
  await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const mine = and(eq(conversationReads.conversationId, input.id), eq(conversationReads.memberId, member.id))
    if (!input.isRead) {
      await tx.delete(conversationReads).where(mine)
      return
    }
    const [row] = await tx
      .select({ latestHeardAt: conversations.latestHeardAt })
      .from(conversations)
      .where(and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, input.id)))
    if (!row) return
    const readAt = new Date(Math.max(row.latestHeardAt.getTime(), ctx.app.clock.now().getTime()))
    await tx
      .insert(conversationReads)
      .values({ workspaceId: ctx.workspaceId, conversationId: input.id, memberId: member.id, readAt })
      .onConflictDoUpdate({
        target: [conversationReads.conversationId, conversationReads.memberId],
        set: { readAt: sql`excluded.read_at` },
      })
  })
}
