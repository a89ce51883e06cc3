import { desc, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { events } from '#db/tables/team.ts'

/** The number of the newest event of a workspace; 0 where nothing happened yet. */
export async function readNewestEvent(app: App, workspaceId: string): Promise<number> {
  const [row] = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: events.id })
      .from(events)
      .where(eq(events.workspaceId, workspaceId))
      .orderBy(desc(events.id))
      .limit(1),
  )
  return row?.id ?? 0
}
