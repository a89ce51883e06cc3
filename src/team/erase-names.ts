import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray, uuidArray } from '#db/sql-arrays.ts'
import { askedOnce } from '#db/tables/team.ts'

/**
 * Names of somebody who was erased, out of what is kept of these conversations here: answers held for who asks twice, and the details of the
 * audit, of which who did what and when is never touched.
 */
export async function eraseNames(
  tx: Tx,
  {
    workspaceId,
    conversationIds,
    names,
  }: { workspaceId: string; conversationIds: readonly string[]; names: readonly string[] },
): Promise<void> {
  const ids = uuidArray(conversationIds)
  await tx.execute(sql`select erase_from_audit(${ids}, ${textArray(names)})`)
  const isAbout = sql`(without_names(answer::text, ${textArray(names)}) <> answer::text
    or exists (select from unnest(${ids}) one where position(one::text in answer::text) > 0))`
  await tx.delete(askedOnce).where(and(eq(askedOnce.workspaceId, workspaceId), isAbout))
}

/** Words of conversations that are erased after their time, out of the audit and out of answers held for who asks twice. Who did what and when stays. */
export async function eraseDetails(
  tx: Tx,
  { workspaceId, conversationIds }: { workspaceId: string; conversationIds: readonly string[] },
): Promise<void> {
  const ids = uuidArray(conversationIds)
  await tx.execute(sql`select blank_audit(${ids})`)
  const isAbout = sql`exists (select from unnest(${ids}) one where position(one::text in answer::text) > 0)`
  await tx.delete(askedOnce).where(and(eq(askedOnce.workspaceId, workspaceId), isAbout))
}
