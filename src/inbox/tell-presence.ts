import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations, presences } from '#db/tables/inbox.ts'
import { can } from '#domain/action.ts'
import { type PresenceSign, presenceChannel, presenceMs, writePresenceNotice } from '#domain/presence.ts'
import { type Context, memberOf } from '#team/context.ts'

/** So many dead rows are swept by one sign. There are never more than screens that were closed since the last one. */
const sweptMax = 100

/**
 * The sign of an open screen: its reader looks at a conversation, answers it, or left. It holds for half a minute. No audit line and no
 * version, since nothing was decided; colleagues are told only when something changed, not of every heartbeat.
 *
 * @throws AppError `not_found` for a conversation that is not in this workspace, except by who leaves it.
 */
export async function tellPresence(ctx: Context, input: { id: string; sign: PresenceSign }): Promise<void> {
  const member = memberOf(ctx)
  const { id, sign } = input
  await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    // Who takes leave of what was erased meanwhile need not hear of it.
    if (sign !== 'gone') await assertHere(tx, ctx, id)
    const isMine = and(eq(presences.conversationId, id), eq(presences.memberId, member.id))
    const now = ctx.app.clock.now()
    const [before] = await tx.select().from(presences).where(isMine)
    const was = before && before.until > now ? before : undefined
    // Who may not answer is not shown as answering, whatever their screen says.
    const isTyping = sign === 'typing' && can(ctx.actor, 'reply.write')
    if (sign === 'gone') await tx.delete(presences).where(isMine)
    else {
      const until = new Date(now.getTime() + presenceMs)
      await tx
        .insert(presences)
        .values({ workspaceId: ctx.workspaceId, conversationId: id, memberId: member.id, isTyping, until })
        .onConflictDoUpdate({ target: [presences.conversationId, presences.memberId], set: { isTyping, until } })
    }
    await sweep(tx, now)
    const isNews = sign === 'gone' ? was !== undefined : was?.isTyping !== isTyping
    if (!isNews) return
    const notice = writePresenceNotice({ workspaceId: ctx.workspaceId, conversationId: id, memberId: member.id })
    await tx.execute(sql`select pg_notify(${presenceChannel}, ${notice})`)
  })
}

async function assertHere(tx: Tx, ctx: Context, id: string): Promise<void> {
  const isHere = await tx.$count(
    conversations,
    and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, id)),
  )
  if (isHere === 0) throw new AppError('not_found', 'This conversation is not here any more.')
}

/** What another sign is sweeping at this moment is left to it, so that two of them never wait for each other. */
async function sweep(tx: Tx, now: Date): Promise<void> {
  await tx.execute(sql`delete from presences where (conversation_id, member_id) in (
    select conversation_id, member_id from presences where until < ${now} limit ${sweptMax} for update skip locked)`)
}
