import { and, eq, inArray } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { incidents } from '#db/tables/crisis.ts'
import { conversations } from '#db/tables/inbox.ts'
import { incidentsOver } from '#reply/incidents-over.ts'
import { type Context, memberOf } from '#team/context.ts'
import { mayEnter } from './incident-access.ts'

export type ReadOver = {
  key: string
  title: string | null
  line: { number: number; text: string } | null
  notToSay: string[]
  voices: { who: string; what: string }[]
}

/**
 * What whoever answers here has to know: the line and what is not said bind everybody, so everybody may read them. What the room is called and about
 * stays in it.
 */
export async function readIncidentsOver(ctx: Context, conversationId: string): Promise<ReadOver[]> {
  memberOf(ctx)
  const { workspaceId } = ctx
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const isIt = and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId))
    if ((await tx.$count(conversations, isIt)) === 0)
      throw new AppError('not_found', 'This conversation does not exist, or not in this workspace.')
    const over = await incidentsOver(tx, { workspaceId, conversationId })
    if (over.length === 0) return []
    const ids = over.map(({ id }) => id)
    const mine = await tx
      .select({ id: incidents.id })
      .from(incidents)
      .where(and(inArray(incidents.id, ids), mayEnter(ctx)))
    return over.map(({ id, key, title, line, notToSay, voices }) => ({
      ...{ key, line, notToSay, voices },
      title: mine.some((one) => one.id === id) ? title : null,
    }))
  })
}
