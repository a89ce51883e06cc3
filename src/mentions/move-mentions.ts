import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { mentions, prints } from '#db/tables/mentions.ts'

/** Into another conversation, with what they are known by. Inside the transaction that merges or splits. */
export async function moveMentions(tx: Tx, ids: readonly string[], conversationId: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(mentions)
    .set({ conversationId })
    .where(inArray(mentions.id, [...ids]))
  await tx
    .update(prints)
    .set({ conversationId })
    .where(inArray(prints.mentionId, [...ids]))
}
