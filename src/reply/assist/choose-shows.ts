import { assistChoices } from '#db/tables/assist.ts'
import type { AssistShows } from '#domain/assist/assist-task.ts'
import { change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'

/** Whether I am shown what leaves each time, or only before my first question in a conversation. */
export async function chooseShows(ctx: Context, shows: AssistShows): Promise<void> {
  const { id: memberId } = memberOf(ctx)
  const { workspaceId } = ctx
  await change(ctx, 'assist.use', async (tx) => {
    await tx
      .insert(assistChoices)
      .values({ memberId, workspaceId, shows })
      .onConflictDoUpdate({ target: assistChoices.memberId, set: { shows } })
    return {
      result: undefined,
      subject: { kind: 'member', id: memberId },
      details: { shows },
      events: [{ kind: 'team.changed' }],
    }
  })
}
