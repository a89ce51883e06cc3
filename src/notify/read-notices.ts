import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { conversations } from '#db/tables/inbox.ts'
import { notices } from '#db/tables/notify.ts'
import { conversationKey } from '#domain/conversation.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

const shownMax = 50

export type NoticeRow = typeof notices.$inferSelect & {
  /** Null is about the house itself. */
  conversation: { id: string; key: string; title: string; lang: string } | null
}

/** What this member was told, the newest first, and how much of it they have not seen. What is for the letter of the day does not call. */
export async function readNotices(ctx: Context): Promise<{ unread: number; notices: NoticeRow[] }> {
  const isMine = and(eq(notices.workspaceId, ctx.workspaceId), eq(notices.memberId, memberOf(ctx).id))
  return ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const rows = await tx
      .select({ notice: notices, number: conversations.number, title: conversations.title, lang: conversations.lang })
      .from(notices)
      .leftJoin(conversations, eq(conversations.id, notices.conversationId))
      .where(isMine)
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(shownMax)
    return {
      unread: await tx.$count(notices, and(isMine, isNull(notices.readAt), ne(notices.level, 'digest'))),
      notices: rows.map(({ notice, number, title, lang }) => ({
        ...notice,
        conversation:
          notice.conversationId !== null && number !== null && title !== null && lang !== null
            ? { id: notice.conversationId, key: conversationKey(number), title, lang }
            : null,
      })),
    }
  })
}

/** Only one's own can be read. */
export async function markNoticesRead(ctx: Context, input: { ids?: readonly string[] }): Promise<void> {
  const { id: memberId } = memberOf(ctx)
  await change(ctx, 'notice.read', async (tx) => {
    const isMine = and(eq(notices.workspaceId, ctx.workspaceId), eq(notices.memberId, memberId), isNull(notices.readAt))
    const isAsked = input.ids ? inArray(notices.id, [...input.ids]) : sql`true`
    const read = await tx
      .update(notices)
      .set({ readAt: ctx.app.clock.now() })
      .where(and(isMine, isAsked))
      .returning({ id: notices.id })
    const events = read.length > 0 ? [{ kind: 'notice.given' as const }] : []
    return { result: undefined, subject: { kind: 'member', id: memberId }, isSilent: read.length === 0, events }
  })
}
