import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'

export type Merged = { id: string; number: number; title: string }

/** What was merged into this conversation and can be taken apart again. */
export async function mergedIn(tx: Tx, conversationId: string): Promise<Merged[]> {
  return tx
    .select({ id: conversations.id, number: conversations.number, title: conversations.title })
    .from(conversations)
    .where(eq(conversations.mergedInto, conversationId))
    .orderBy(asc(conversations.number))
}
