import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'

/**
 * Until the transaction ends nobody else of this workspace counts and writes answers: of two that promote at the same time each would count
 * without the other, and both be the last that fits. It is taken after `lockStories` and before any conversation, by everybody who answers.
 */
export async function lockPromotion(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wederhoor promotion ${workspaceId}`}, 0))`)
}
