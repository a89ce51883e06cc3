import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mutes } from '#db/tables/notify.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** Without an end it is for good. */
export type Mute = { until: Date | null }

/** I want to hear nothing of it until then. Others hear as before, and the inbox shows it as before. */
export async function muteConversation(ctx: Context, { id, until }: { id: string } & Mute): Promise<void> {
  const { app, workspaceId } = ctx
  if (until && until <= app.clock.now()) throw new AppError('bad_input', 'Choose a moment that is still to come.')
  await changeMute(ctx, id, async (tx, memberId) => {
    const row = { until, at: app.clock.now() }
    await tx
      .insert(mutes)
      .values({ workspaceId, memberId, conversationId: id, ...row })
      .onConflictDoUpdate({ target: [mutes.memberId, mutes.conversationId], set: row })
  })
}

export async function unmuteConversation(ctx: Context, id: string): Promise<void> {
  await changeMute(ctx, id, async (tx, memberId) => {
    await tx.delete(mutes).where(and(eq(mutes.memberId, memberId), eq(mutes.conversationId, id)))
  })
}

/** What I hear is mine alone: no line in the thread, no version, only the open screens are told. */
async function changeMute(ctx: Context, id: string, work: (tx: Tx, memberId: string) => Promise<void>): Promise<void> {
  const { id: memberId } = memberOf(ctx)
  await change(ctx, 'conversation.mute', async (tx) => {
    const here = and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, id))
    if ((await tx.$count(conversations, here)) === 0)
      throw new AppError('not_found', 'This conversation is not here any more.')
    await work(tx, memberId)
    return { result: undefined, subject: { kind: 'conversation', id }, isSilent: true }
  })
}

/** Undefined where it is not muted now. */
export async function readMute(ctx: Context, conversationId: string): Promise<Mute | undefined> {
  const { id } = memberOf(ctx)
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({ until: mutes.until })
      .from(mutes)
      .where(
        and(
          eq(mutes.conversationId, conversationId),
          eq(mutes.memberId, id),
          or(isNull(mutes.until), gt(mutes.until, ctx.app.clock.now())),
        ),
      ),
  )
  return row
}
