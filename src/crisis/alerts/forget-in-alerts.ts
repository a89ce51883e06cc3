import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray } from '#db/sql-arrays.ts'

/** Somebody is erased: their name goes from what colleagues wrote of alerts and of peaks. The figures hold nobody. */
export async function forgetInAlerts(
  tx: Tx,
  { workspaceId, names }: { workspaceId: string; names: readonly string[] },
): Promise<void> {
  const nameless = textArray(names)
  await tx.execute(
    sql`update alerts set note = without_names(note, ${nameless}) where workspace_id = ${workspaceId} and note <> ''`,
  )
  await tx.execute(
    sql`update expected_peaks set name = without_names(name, ${nameless}) where workspace_id = ${workspaceId}`,
  )
}
