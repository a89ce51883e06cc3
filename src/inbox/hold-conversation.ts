import { and, eq, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { holds } from '#db/tables/retention.ts'
import { type Changed, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { lockConversation } from './change-conversation.ts'

/** Why it is kept whatever its age, and until when; without an end, until somebody says otherwise. */
export type HoldInput = { id: string; reason: string; until: Date | null }

/** Said again, the new reason takes the place of the old one. The reason is not written to the audit: it goes when it is not needed any more. */
export async function holdConversation(ctx: Context, { id, reason, until }: HoldInput): Promise<void> {
  const at = ctx.app.clock.now()
  if (until && until <= at) throw new AppError('bad_input', 'Choose a day that is still to come.')
  await change(ctx, 'conversation.hold', async (tx) => {
    await lockConversation(tx, ctx, id)
    const said = { reason, untilAt: until, heldBy: memberOf(ctx).id, heldAt: at }
    await tx
      .insert(holds)
      .values({ conversationId: id, workspaceId: ctx.workspaceId, ...said })
      .onConflictDoUpdate({ target: holds.conversationId, set: said })
    return about(id, { until: until?.toISOString() ?? null })
  })
}

/** As old as it is, it goes as everything else. */
export async function unholdConversation(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'conversation.unhold', async (tx) => {
    await lockConversation(tx, ctx, id)
    const gone = await tx
      .delete(holds)
      .where(and(eq(holds.workspaceId, ctx.workspaceId), eq(holds.conversationId, id)))
      .returning({ id: holds.conversationId })
    return { ...about(id, {}), isSilent: gone.length === 0 }
  })
}

function about(id: string, details: Record<string, unknown>): Changed<undefined> {
  return {
    result: undefined,
    subject: { kind: 'conversation', id },
    conversationId: id,
    details,
    events: [{ kind: 'conversation.changed' }],
  }
}

/** What is merged into another that must be kept: all of it is kept then, for both reasons and until the later day. Its own stays with it, for when it is taken apart. */
export async function carryHold(tx: Tx, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
  await tx.execute(sql`
    insert into holds (conversation_id, workspace_id, reason, until_at, held_by, held_at)
    select ${intoId}::uuid, workspace_id, reason, until_at, held_by, held_at from holds where conversation_id = ${fromId}::uuid
    on conflict (conversation_id) do update set
      reason = case when holds.reason = excluded.reason then holds.reason else holds.reason || '; ' || excluded.reason end,
      until_at = case when holds.until_at is null or excluded.until_at is null then null
        else greatest(holds.until_at, excluded.until_at) end`)
}
