import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { mutes, notices } from '#db/tables/notify.ts'

/** What members were told of conversations that are erased after their time, and that they wanted to hear nothing of them. */
export async function forgetNotices(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  const ids = [...conversationIds]
  await tx.delete(notices).where(inArray(notices.conversationId, ids))
  await tx.delete(mutes).where(inArray(mutes.conversationId, ids))
}
