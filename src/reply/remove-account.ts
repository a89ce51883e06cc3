import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { removeAccountSources } from '#listen/save-source.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { wakeOutbox } from './wake-outbox.ts'

/**
 * Forgets the credentials and stops. What waits for this account is due at once, and the outbox refuses it: the text goes
 * back to its writer. What is under way is settled by whoever can still know.
 */
export async function removeAccount(ctx: Context, id: string): Promise<void> {
  await change(ctx, 'account.remove', async (tx) => {
    const { workspaceId } = ctx
    // The replies before the account, as the outbox locks them: no two transactions wait for each other.
    await tx
      .update(replies)
      .set({ dueAt: ctx.app.clock.now() })
      .where(
        and(
          eq(replies.workspaceId, workspaceId),
          eq(replies.accountId, id),
          inArray(replies.state, ['awaits_approval', 'ready', 'held', 'waiting']),
        ),
      )
    const [row] = await tx
      .update(accounts)
      .set({ state: 'removed', credentials: '', problem: null, stopEpoch: sql`${accounts.stopEpoch} + 1` })
      .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, id), ne(accounts.state, 'removed')))
      .returning({ network: accounts.network, handle: accounts.handle })
    if (!row) throw new AppError('not_found', 'This account is not connected here.')
    await removeAccountSources(tx, ctx, id)
    await wakeOutbox(tx)
    return {
      result: undefined,
      subject: { kind: 'account', id },
      details: row,
      events: [{ kind: 'account.changed' }, { kind: 'source.changed' }],
    }
  })
}
