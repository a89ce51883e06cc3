import { and, eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { AfterCorrection } from '#mentions/correct-mention.ts'
import type { Context } from '#team/context.ts'
import { lookAgain } from './effects/look-again.ts'
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
    await lookAgain(tx, { authorIds: await writerOf(tx, mentionId), at: app.clock.now() })
    await weighConversations(tx, { workspaceId, ids: [conversationId], now: app.clock.now() })
    if (followed) return followed
    const known = { id: conversations.id, version: conversations.version }
    const [now] = await tx.select(known).from(conversations).where(eq(conversations.id, conversationId))
    return present(now, 'the conversation of a message that is here')
  }
}

/** Of a person's tone in one thread what was answered to them in another speaks too. */
async function writerOf(tx: Tx, mentionId: string): Promise<string[]> {
  const rows = await tx.select({ id: mentions.authorId }).from(mentions).where(eq(mentions.id, mentionId))
  return rows.map(({ id }) => id)
}
