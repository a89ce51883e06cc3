import { and, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray } from '#db/sql-arrays.ts'
import { unreadables } from '#db/tables/listen.ts'

/** What could not be read and was set apart, where it holds one of these names. */
export async function eraseUnreadables(
  tx: Tx,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<void> {
  const holds = sql`without_names(${unreadables.sample}, ${textArray(names)}) <> ${unreadables.sample}`
  await tx.delete(unreadables).where(and(eq(unreadables.workspaceId, workspaceId), holds))
}

/** What could not be read, and is older than what could is kept. */
export async function eraseOldUnreadables(
  tx: Tx,
  { workspaceId, before }: { workspaceId: string; before: Date },
): Promise<void> {
  await tx.delete(unreadables).where(and(eq(unreadables.workspaceId, workspaceId), lt(unreadables.at, before)))
}
