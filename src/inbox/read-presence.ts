import { and, asc, eq, gt, isNull, ne } from 'drizzle-orm'
import { presences } from '#db/tables/inbox.ts'
import { members } from '#db/tables/team.ts'
import { type Context, memberOf } from '#team/context.ts'

export type Presence = {
  conversationId: string
  by: { id: string; name: string }
  isTyping: boolean
  /** How much longer this holds without another sign. A duration, since clocks of browsers are wrong. */
  leftMs: number
}

/** More people than this do not look at one inbox at a moment at which it matters who. */
const shownMax = 500

/** Which colleagues have which conversation open, and who of them is answering. Oneself is left out. */
export async function readPresence(ctx: Context): Promise<Presence[]> {
  const me = memberOf(ctx)
  const now = ctx.app.clock.now()
  const rows = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({
        conversationId: presences.conversationId,
        by: { id: members.id, name: members.name },
        isTyping: presences.isTyping,
        until: presences.until,
      })
      .from(presences)
      .innerJoin(members, eq(members.id, presences.memberId))
      .where(
        and(
          eq(presences.workspaceId, ctx.workspaceId),
          ne(presences.memberId, me.id),
          gt(presences.until, now),
          isNull(members.leftAt),
        ),
      )
      .orderBy(asc(members.name), asc(presences.conversationId))
      .limit(shownMax),
  )
  return rows.map(({ until, ...row }) => ({ ...row, leftMs: until.getTime() - now.getTime() }))
}
