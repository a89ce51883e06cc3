import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { incidentConversations } from '#db/tables/crisis.ts'
import { conversations } from '#db/tables/inbox.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { Lane } from '#domain/incident.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { incidentToChange } from './incident-access.ts'

/** Puts a conversation into the incident and into a lane (`auto`: the rule says which), or takes it out. */
export async function placeInLane(
  ctx: Context,
  { id, conversationId, lane }: { id: string; conversationId: string; lane: Lane | 'auto' | 'out' },
): Promise<void> {
  await change(ctx, 'incident.place', async (tx) => {
    const row = await incidentToChange(tx, ctx, id)
    const isIt = and(eq(conversations.workspaceId, ctx.workspaceId), eq(conversations.id, conversationId))
    const [conversation] = await tx.select({ number: conversations.number }).from(conversations).where(isIt)
    if (!conversation) throw new AppError('not_found', 'This conversation does not exist, or not in this workspace.')
    const isOut = lane === 'out'
    const said = {
      ...{ lane: lane === 'out' || lane === 'auto' ? null : lane, isOut },
      ...{ placedBy: memberOf(ctx).id, placedAt: ctx.app.clock.now() },
    }
    await tx
      .insert(incidentConversations)
      .values({ incidentId: row.id, workspaceId: ctx.workspaceId, conversationId, ...said })
      .onConflictDoUpdate({
        target: [incidentConversations.incidentId, incidentConversations.conversationId],
        set: said,
      })
    return {
      result: undefined,
      subject: { kind: 'incident', id: row.id },
      // Not as what it is about: whoever reads the conversation need not be in the room.
      details: { key: conversationKey(conversation.number), lane },
      events: [{ kind: 'incident.changed' }],
    }
  })
}
