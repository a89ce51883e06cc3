import { and, eq, sql } from 'drizzle-orm'
import { conversations } from '#db/tables/inbox.ts'
import type { AfterCorrection } from '#mentions/correct-mention.ts'

/** The list shows the labels of the newest message: when that one is corrected, the list follows. */
export const followCorrection: AfterCorrection = async (tx, { mentionId, conversationId, assessment }) => {
  await tx
    .update(conversations)
    .set({
      sentiment: assessment.sentiment.class,
      intent: assessment.intent.top,
      urgency: assessment.urgency,
      lang: assessment.lang,
      version: sql`${conversations.version} + 1`,
    })
    .where(and(eq(conversations.id, conversationId), eq(conversations.latestMentionId, mentionId)))
}
