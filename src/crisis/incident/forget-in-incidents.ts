import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { textArray, uuidArray } from '#db/sql-arrays.ts'
import { incidents } from '#db/tables/crisis.ts'
import { idsInScope } from './in-scope.ts'

/** Somebody is erased: their name goes from whatever colleagues wrote in the rooms that their conversations are part of. What was decided stays. */
export async function forgetInIncidents(
  tx: Tx,
  {
    workspaceId,
    conversationIds,
    names,
  }: { workspaceId: string; conversationIds: readonly string[]; names: readonly string[] },
): Promise<void> {
  const rows = await tx.select().from(incidents).where(eq(incidents.workspaceId, workspaceId))
  const nameless = textArray(names)
  for (const row of rows) {
    const { rows: inIt } = await tx.execute(
      sql`select from ${idsInScope(row)} s(id) where s.id = any(${uuidArray(conversationIds)}) limit 1`,
    )
    if (inIt.length === 0) continue
    await tx.execute(sql`
      update incidents set title = without_names(title, ${nameless}), happening = without_names(happening, ${nameless}),
          voices = without_names(voices::text, ${nameless})::jsonb, review = without_names(review::text, ${nameless})::jsonb,
          not_to_say = array(select without_names(word, ${nameless}) from unnest(not_to_say) word)
        where id = ${row.id}`)
    await tx.execute(
      sql`update incident_lines set text = without_names(text, ${nameless}), note = without_names(note, ${nameless}) where incident_id = ${row.id}`,
    )
    await tx.execute(
      sql`update incident_tasks set title = without_names(title, ${nameless}), who = without_names(who, ${nameless}) where incident_id = ${row.id}`,
    )
    await tx.execute(
      sql`update incident_entries set text = without_names(text, ${nameless}) where incident_id = ${row.id}`,
    )
    await tx.execute(
      sql`update incident_letters set subject = without_names(subject, ${nameless}), text = without_names(text, ${nameless}) where incident_id = ${row.id}`,
    )
  }
}
