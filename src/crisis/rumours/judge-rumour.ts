import { eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { mentions } from '#db/tables/mentions.ts'
import { rumourMentions } from '#db/tables/rumours.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { assertRumourHere } from './assert-rumour-here.ts'

/** Whether a message tells it, said by a person: that stands, whatever marks say later. One that was not found can be confirmed too. */
export async function judgeRumour(
  ctx: Context,
  { id, mentionId, verdict }: { id: string; mentionId: string; verdict: 'confirmed' | 'refused' },
): Promise<void> {
  await change(ctx, 'rumour.judge', async (tx) => {
    await assertRumourHere(tx, ctx, id)
    const { workspaceId, conversationId, publishedAt, heardAt } = mentions
    const [mention] = await tx
      .select({ workspaceId, conversationId, publishedAt, heardAt })
      .from(mentions)
      .where(eq(mentions.id, mentionId))
    if (!mention) throw new AppError('not_found', 'This message is not here any more.')
    const decided = { verdict, decidedBy: memberOf(ctx).id, decidedAt: ctx.app.clock.now() }
    const times = { publishedAt: mention.publishedAt, heardAt: mention.heardAt }
    await tx
      .insert(rumourMentions)
      .values({ rumourId: id, mentionId, workspaceId: ctx.workspaceId, says: 'tells', ...times, ...decided })
      .onConflictDoUpdate({ target: [rumourMentions.rumourId, rumourMentions.mentionId], set: decided })
    return {
      result: undefined,
      subject: { kind: 'rumour', id },
      conversationId: mention.conversationId,
      details: { mentionId, verdict },
      events: [{ kind: 'rumour.changed' }],
    }
  })
}
