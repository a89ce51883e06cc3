import { and, eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { AfterCorrection } from '#mentions/correct-mention.ts'
import type { Context } from '#team/context.ts'
import { weighConversations } from './weigh-conversations.ts'

/** The list shows the labels of the newest message: when that one is corrected, the list follows, and so does the urgency. */
export function followCorrection({ app, workspaceId }: Context): AfterCorrection {
  return async (tx, { mentionId, conversationId, assessment }) => {
    const [followed] = await tx
      .update(conversations)
      .set({
        sentiment: assessment.sentiment.class,
        intent: assessment.intent.top,
        urgency: assessment.urgency,
        lang: assessment.lang,
        version: sql`${conversations.version} + 1`,
      })
      .where(and(eq(conversations.id, conversationId), eq(conversations.latestMentionId, mentionId)))
      .returning({ id: conversations.id, version: conversations.version })
    await weighConversations(tx, { workspaceId, ids: [conversationId], now: app.clock.now() })
    if (followed) return followed
    const known = { id: conversations.id, version: conversations.version }
    const [now] = await tx.select(known).from(conversations).where(eq(conversations.id, conversationId))
    return present(now, 'the conversation of a message that is here')
  }
}
