import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { erasings } from '#db/tables/retention.ts'

/** That it was looked, and what went: added to the day. */
export async function recordErasing(
  tx: Tx,
  erased: { workspaceId: string; conversations: number; messages: number; authors: number; at: Date },
): Promise<void> {
  const { at, ...counts } = erased
  await tx
    .insert(erasings)
    .values({ ...counts, onDay: at.toISOString().slice(0, 10), lookedAt: at })
    .onConflictDoUpdate({
      target: [erasings.workspaceId, erasings.onDay],
      set: {
        conversations: sql`${erasings.conversations} + excluded.conversations`,
        messages: sql`${erasings.messages} + excluded.messages`,
        authors: sql`${erasings.authors} + excluded.authors`,
        lookedAt: sql`excluded.looked_at`,
      },
    })
}
