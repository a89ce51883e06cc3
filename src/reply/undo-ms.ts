import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { second } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { workspaces } from '#db/tables/team.ts'

/** For so long an answer can be taken back after it was sent. */
export async function undoMs(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx
    .select({ undoSeconds: workspaces.undoSeconds })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
  return present(row, 'the workspace we are in').undoSeconds * second
}
