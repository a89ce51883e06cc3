import { and, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import type { OnLabelled } from '#mentions/backfill-stored.ts'

/** Messages that we have belong to one more search: so do their conversations. Nothing else about them changes, and no promise begins. */
export const addTopic: OnLabelled = async (tx: Tx, { topicId, mentions }) => {
  const ids = [...new Set(mentions.map(({ conversationId }) => conversationId))]
  const lacking = and(inArray(conversations.id, ids), sql`not ${topicId}::uuid = any(${conversations.topicIds})`)
  // In the order in which the intake takes them, so that neither waits for the other.
  const held = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(lacking)
    .orderBy(conversations.id)
    .for('update')
  if (held.length === 0) return
  await tx
    .update(conversations)
    .set({
      topicIds: sql`array_append(${conversations.topicIds}, ${topicId}::uuid)`,
      version: sql`${conversations.version} + 1`,
    })
    .where(
      inArray(
        conversations.id,
        held.map(({ id }) => id),
      ),
    )
}
