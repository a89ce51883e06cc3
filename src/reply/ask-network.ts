import { and, eq, ne } from 'drizzle-orm'
import { AppError, type AppErrorCode, messageOf } from '#base/errors.ts'
import { accounts } from '#db/tables/reply.ts'
import type { ConnectorContext, Failure } from '#domain/connector.ts'
import { isFailure } from '#domain/connector.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { assertNotStopped } from './assert-not-stopped.ts'
import { callMsMax } from './outbox-limits.ts'
import type { AccountRow } from './outbox-store.ts'

/**
 * One question to a network that a person waits for, cut off in time. What it does over there is not part of a
 * transaction of ours: only acts that are harmless when repeated go through here, never a reply.
 * What speaks in the name of an account (`speaksAs`) is refused while sending is stopped; taking something away is not.
 *
 * @throws AppError in the network's own words: `bad_input` where it will not have this, `network_failed` where it cannot now.
 */
export async function askNetwork<T extends { kind: string }>(
  ctx: Context,
  work: (context: ConnectorContext) => Promise<T | Failure>,
  given: { speaksAs?: string } = {},
): Promise<Exclude<T, Failure>> {
  if (given.speaksAs) await assertNotStopped(ctx, given.speaksAs)
  let answer: T | Failure
  try {
    answer = await work(ctx.app.connectorContext(AbortSignal.timeout(callMsMax), ctx.workspaceId))
  } catch (cause) {
    throw new AppError(
      'network_failed',
      {
        en: `The network did not answer: ${messageOf(cause)}. Try again.`,
        nl: `Het netwerk antwoordde niet: ${messageOf(cause)}. Probeer het opnieuw.`,
      },
      { cause },
    )
  }
  if (isFailure(answer)) {
    const { kind, why } = answer
    throw new AppError(codeOf[kind], why, { details: { kind, why } })
  }
  return answer as Exclude<T, Failure>
}

/** A key that does not fit, or a wish that is refused, is not the network's failure: trying again will not help. */
const codeOf: Record<Failure['kind'], AppErrorCode> = {
  wait: 'network_failed',
  retry: 'network_failed',
  reconnect: 'bad_input',
  refused: 'bad_input',
}

/** The account as it is now, for an act in its name. */
export async function readAccount(ctx: Context, id: string): Promise<AccountRow> {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.workspaceId, ctx.workspaceId), eq(accounts.id, id), ne(accounts.state, 'removed'))),
  )
  if (!row) throw new AppError('not_found', 'This account is not connected here. Choose another.')
  if (row.state !== 'connected')
    throw new AppError('bad_input', {
      en: `${row.name} must be connected again first.`,
      nl: `${row.name} moet eerst opnieuw worden gekoppeld.`,
    })
  return row
}

/** When the network said that the account must be connected again, everybody sees it. The error goes on. */
export async function noticeLostAccount(ctx: Context, account: AccountRow, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.details.kind !== 'reconnect') return
  const why = error.details.why as Failure['why']
  const system = { ...ctx, actor: { kind: 'system', part: 'outbox' } } as const
  await change(system, 'account.change', async (tx) => {
    const rows = await tx
      .update(accounts)
      .set({ state: 'reconnect', problem: { kind: 'reconnect', why } })
      .where(and(eq(accounts.id, account.id), eq(accounts.state, 'connected')))
      .returning({ id: accounts.id })
    const subject = { kind: 'account', id: account.id }
    return { result: undefined, subject, events: [{ kind: 'account.changed' }], isSilent: rows.length === 0 }
  })
}
