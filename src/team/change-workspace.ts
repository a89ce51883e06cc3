import { eq } from 'drizzle-orm'
import { workspaces } from '#db/tables/team.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import { change } from './change.ts'
import type { Context } from './context.ts'

export type WorkspaceChange = {
  name?: string
  brands?: string[]
  undoSeconds?: number
  promiseMinutes?: PromiseMinutes
  welcomedAt?: Date
}

/** Settings of the workspace. New promises count for what is heard from now on. */
export async function changeWorkspace(ctx: Context, input: WorkspaceChange): Promise<void> {
  await change(ctx, 'workspace.change', async (tx) => {
    await tx.update(workspaces).set(input).where(eq(workspaces.id, ctx.workspaceId))
    return {
      result: undefined,
      subject: { kind: 'workspace', id: ctx.workspaceId },
      details: { changed: Object.keys(input) },
      events: [{ kind: 'team.changed' }],
    }
  })
}
