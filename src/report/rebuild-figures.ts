import { sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { settleFigures } from './settle-figures.ts'

/** Counts all figures of a workspace from its rows, from the beginning. Stopped halfway, whoever counts next goes on. Answers how many hours. */
export async function rebuildFigures(
  app: App,
  { workspaceId, tell = () => undefined }: { workspaceId: string; tell?: (hours: number) => void },
): Promise<number> {
  await app.db.inWorkspace(workspaceId, (tx) =>
    tx.execute(sql`insert into figure_marks (workspace_id, hour) values (${workspaceId}, '-infinity')`),
  )
  let hours = 0
  while (await isWaiting(app, workspaceId)) {
    const counted = await settleFigures(app)
    // Somebody else counts at this moment: theirs is as good.
    if (counted === 0) await app.clock.sleep(1_000)
    hours += counted
    tell(hours)
  }
  // Then the months: whoever asks before they stand is answered from the days.
  while ((await settleFigures(app)) > 0);
  return hours
}

async function isWaiting(app: App, workspaceId: string): Promise<boolean> {
  const { rows } = await app.db.asSystem((tx) =>
    tx.execute(sql`select from figure_marks where workspace_id = ${workspaceId} limit 1`),
  )
  return rows.length > 0
}
