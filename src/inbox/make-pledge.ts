import { and, eq, isNull } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { pledges } from '#db/tables/promises.ts'
import { type PledgeOutcome, pledgeDaysMax, pledgesOpenMax } from '#domain/pledge.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { lockConversation } from './change-conversation.ts'

export type PledgeRow = typeof pledges.$inferSelect

/** We said that we would do something for them, before a moment. When it comes the conversation is open again, and who has it is told. */
export async function makePledge(
  ctx: Context,
  input: { conversationId: string; text: string; dueAt: Date },
): Promise<PledgeRow> {
  const now = ctx.app.clock.now()
  if (input.dueAt <= now) throw new AppError('bad_input', 'Choose a moment that is still to come.')
  if (input.dueAt.getTime() > now.getTime() + pledgeDaysMax * day)
    throw new AppError('bad_input', 'Choose a moment within two years.')
  return change(ctx, 'pledge.make', async (tx) => {
    await lockConversation(tx, ctx, input.conversationId)
    const isOpen = and(eq(pledges.conversationId, input.conversationId), isNull(pledges.outcome))
    if ((await tx.$count(pledges, isOpen)) >= pledgesOpenMax)
      throw new AppError('too_many', 'There are 20 open pledges in this conversation. Settle one first.')
    const { workspaceId } = ctx
    const [row] = await tx
      .insert(pledges)
      .values({ id: newId(), workspaceId, madeBy: memberOf(ctx).id, madeAt: now, ...input })
      .returning()
    return about(present(row, 'the inserted pledge comes back'))
  })
}

/** Kept, or not needed any more; null takes that back. A moment that is past is not told a second time. */
export async function settlePledge(
  ctx: Context,
  { id, outcome }: { id: string; outcome: PledgeOutcome | null },
): Promise<PledgeRow> {
  return change(ctx, 'pledge.settle', async (tx) => {
    const now = await lockPledge(tx, ctx, id)
    const settled =
      outcome === null
        ? { settledBy: null, settledAt: null }
        : { settledBy: memberOf(ctx).id, settledAt: ctx.app.clock.now() }
    const [row] = await tx
      .update(pledges)
      .set({ outcome, ...settled })
      .where(eq(pledges.id, id))
      .returning()
    return { ...about(present(row, 'a locked pledge is there')), isSilent: now.outcome === outcome }
  })
}

async function lockPledge(tx: Tx, ctx: Context, id: string): Promise<PledgeRow> {
  const [row] = await tx
    .select()
    .from(pledges)
    .where(and(eq(pledges.workspaceId, ctx.workspaceId), eq(pledges.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This pledge is not here any more.')
  return row
}

/** Its words stay out of the audit: they go with whom they are about. */
function about(row: PledgeRow) {
  return {
    result: row,
    subject: { kind: 'pledge', id: row.id },
    conversationId: row.conversationId,
    details: { dueAt: row.dueAt.toISOString(), outcome: row.outcome },
    events: [{ kind: 'conversation.changed' as const, subjectId: row.conversationId }],
  }
}
