import { eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import type { Tx } from '#db/database.ts'
import { workspaces } from '#db/tables/team.ts'

/** Takes so many numbers from the workspace's counter and returns the first. Nobody else gets one of them. */
export async function takeConversationNumbers(tx: Tx, workspaceId: string, count: number): Promise<number> {
  const [counter] = await tx
    .update(workspaces)
    .set({ lastConversationNumber: sql`${workspaces.lastConversationNumber} + ${count}` })
    .where(eq(workspaces.id, workspaceId))
    .returning({ last: workspaces.lastConversationNumber })
  return present(counter, 'the workspace is there').last - count + 1
}
