import { sql } from 'drizzle-orm'
import type { Tx } from '#db/database.ts'
import { events } from '#db/tables/team.ts'

type ToldEvent = Omit<typeof events.$inferInsert, 'workspaceId'>

/** Writes events for the other stages and for open browsers, who hear of them when the transaction stands. */
export async function tellEvents(tx: Tx, workspaceId: string, told: readonly ToldEvent[]): Promise<void> {
  if (told.length === 0) return
  await tx.insert(events).values(told.map((event) => ({ ...event, workspaceId })))
  await tx.execute(sql`select pg_notify('wederhoor', ${workspaceId})`)
}
