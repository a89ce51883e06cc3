import { and, desc, eq } from 'drizzle-orm'
import { conversations } from '#db/tables/inbox.ts'
import type { AfterMark } from '#mentions/mark-author.ts'
import type { Context } from '#team/context.ts'
import { weighConversations } from './weigh-conversations.ts'

const weighedMax = 200

/** Who somebody is weighs in everything they have open with us. */
export function followMark({ app, workspaceId }: Context): AfterMark {
  return async (tx, authorId) => {
    const open = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.authorId, authorId), eq(conversations.state, 'open')))
      .orderBy(desc(conversations.latestAt))
      .limit(weighedMax)
    await weighConversations(tx, { workspaceId, ids: open.map(({ id }) => id), now: app.clock.now() })
  }
}
