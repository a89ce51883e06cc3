import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { assistUses } from '#db/tables/assist.ts'

/** What left about these conversations can no longer be proven: its words are gone. That it was asked, by which model and at what cost stays. */
export async function forgetUses(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return
  await tx
    .update(assistUses)
    .set({ leftHash: null })
    .where(inArray(assistUses.conversationId, [...conversationIds]))
}

/** Merged: what helped there helped here. */
export async function moveUses(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx
    .update(assistUses)
    .set({ conversationId: intoId })
    .where(inArray(assistUses.conversationId, [fromId]))
}
