import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'

/**
 * Until the transaction ends nobody else gathers stories of this workspace: two processes that hear the same text at the same time would
 * each begin a story with it, because neither sees what the other has not committed. It is taken before any conversation is locked, by
 * everybody, so that two never wait for each other.
 */
export async function lockStories(tx: Tx, workspaceId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`wederhoor stories ${workspaceId}`}, 0))`)
}
