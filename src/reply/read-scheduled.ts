import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import type { ReplyState } from '#domain/reply.ts'
import type { Context } from '#team/context.ts'

export const scheduledShownMax = 200
const stillWaits: ReplyState[] = ['awaits_approval', 'ready', 'held', 'waiting']

export type ScheduledReply = {
  replyId: string
  conversationId: string
  number: number
  title: string
  network: string
  lang: string
  dueAt: Date | null
  answeredAt: Date | null
  to: { name: string; handle: string }
}

/** All that wait for a moment of their own in the workspace, the next first. */
export function readScheduled(ctx: Context): Promise<ScheduledReply[]> {
  return ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({
        replyId: replies.id,
        conversationId: conversations.id,
        number: conversations.number,
        title: conversations.title,
        network: conversations.network,
        lang: conversations.lang,
        dueAt: conversations.dueAt,
        answeredAt: conversations.answeredAt,
        to: { name: authors.name, handle: authors.handle },
      })
      .from(replies)
      .innerJoin(conversations, eq(conversations.id, replies.conversationId))
      .innerJoin(mentions, eq(mentions.id, replies.mentionId))
      .innerJoin(authors, eq(authors.id, mentions.authorId))
      .where(
        and(
          eq(replies.workspaceId, ctx.workspaceId),
          isNotNull(replies.scheduledFor),
          inArray(replies.state, stillWaits),
        ),
      )
      .orderBy(asc(replies.scheduledFor), asc(replies.id))
      .limit(scheduledShownMax),
  )
}
