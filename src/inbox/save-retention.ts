import { AppError } from '#base/errors.ts'
import { areInOrder, type ErasedCounts, type Retention } from '#domain/retention.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { lockRetention, writeRetention } from '#team/write-retention.ts'
import { countOutlived } from './outlived.ts'

/**
 * How long is kept from now on. Where something would be erased at once, whoever decides it gives the name of the workspace too: nothing brings it
 * back. Counted in the transaction that writes it, and answers how much goes.
 *
 * @throws AppError `bad_input` where what was answered would go before what was not, or the name is not given.
 */
export async function saveRetention(
  ctx: Context,
  { retention, workspaceName }: { retention: Retention; workspaceName: string },
): Promise<ErasedCounts> {
  if (!areInOrder(retention))
    throw new AppError('bad_input', 'What was answered is kept at least as long as what was not.')
  return change(ctx, 'retention.change', async (tx) => {
    const before = await lockRetention(tx, ctx)
    const { workspaceId } = ctx
    const goes = await countOutlived(tx, { workspaceId, retention, now: ctx.app.clock.now() })
    const isSame = before.unansweredDays === retention.unansweredDays && before.answeredDays === retention.answeredDays
    if (!isSame && goes.conversations > 0 && workspaceName.trim() !== before.name.trim())
      throw new AppError(
        'bad_input',
        'This erases conversations at once. Give the name of the workspace to confirm it.',
        {
          details: { ...goes, field: 'workspaceName' },
        },
      )
    await writeRetention(tx, ctx, retention)
    return {
      result: goes,
      subject: { kind: 'workspace', id: workspaceId },
      details: {
        ...retention,
        ...{ unansweredDaysBefore: before.unansweredDays, answeredDaysBefore: before.answeredDays, ...goes },
      },
      isSilent: isSame,
      events: [{ kind: 'team.changed' }],
    }
  })
}
