import { and, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { accounts } from '#db/tables/reply.ts'
import type { Connected, Connector } from '#domain/connector.ts'
import { labelIn, refusalWords } from '#domain/issue-words.ts'
import { connectorOf, createAccountSource } from '#listen/save-source.ts'
import { assertMay, change } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { askNetwork } from './ask-network.ts'
import { sealCredentials } from './open-credentials.ts'
import type { AccountRow } from './outbox-store.ts'

/**
 * Connects an account, or connects it again: the credentials are tried first, and sealed. Who it is, is what the network
 * says, so that connecting another account never takes the place of this one. Its notifications become a source.
 *
 * @throws AppError `bad_input` naming the field or in the network's words, `network_failed` when it does not answer.
 */
export async function connectAccount(
  ctx: Context,
  input: { connector: string; credentials: unknown },
): Promise<AccountRow> {
  assertMay(ctx, 'account.connect')
  const connector = connectorOf(ctx, input.connector)
  const { connect } = connector
  if (!connect || !connector.credentials) {
    throw new AppError('bad_input', {
      en: `${connector.name} has no accounts: nothing can be sent there from here.`,
      nl: `${connector.name} kent geen accounts: van hieruit kan er niets heen.`,
    })
  }
  const credentials = checkCredentials(connector, input.credentials)
  const { account: found } = await askNetwork(ctx, (context) => connect(context, credentials))
  return change(ctx, 'account.connect', async (tx) => {
    const row = await keep(tx, ctx, { connector, found, credentials })
    if (connector.notifications) {
      await createAccountSource(tx, ctx, {
        id: row.id,
        connector: connector.id,
        name: `${connector.name}: ${found.handle}`,
      })
    }
    return {
      result: row,
      subject: { kind: 'account', id: row.id },
      details: { network: row.network, handle: row.handle },
      events: [{ kind: 'account.changed' }, { kind: 'source.changed' }],
    }
  })
}

async function keep(
  tx: Tx,
  ctx: Context,
  { connector, found, credentials }: { connector: Connector; found: Connected['account']; credentials: unknown },
): Promise<AccountRow> {
  const { workspaceId } = ctx
  const isSame = and(
    eq(accounts.workspaceId, workspaceId),
    eq(accounts.network, connector.id),
    eq(accounts.nativeId, found.nativeId),
  )
  const [known] = await tx.select({ id: accounts.id }).from(accounts).where(isSame).for('update')
  const id = known?.id ?? newId()
  const now = {
    handle: found.handle,
    name: found.name || found.handle,
    avatarUrl: found.avatarUrl ?? null,
    url: found.url ?? null,
    limits: found.limits ?? null,
    credentials: sealCredentials(ctx.app, { id, workspaceId }, credentials),
    state: 'connected' as const,
    problem: null,
    connectedBy: memberOf(ctx).id,
  }
  const rows = known
    ? await tx.update(accounts).set(now).where(eq(accounts.id, id)).returning()
    : await tx
        .insert(accounts)
        .values({
          id,
          workspaceId,
          network: connector.id,
          nativeId: found.nativeId,
          createdAt: ctx.app.clock.now(),
          ...now,
        })
        .returning()
  return present(rows[0], 'the account just written')
}

function checkCredentials(connector: Connector, given: unknown): unknown {
  const schema = present(connector.credentials, 'asked before')
  const parsed = schema.safeParse(given ?? {})
  if (parsed.success) return parsed.data
  // The words name what is wrong, never the value: it may be a password.
  throw new AppError('bad_input', refusalWords(parsed.error, labelIn(schema)), {
    details: { field: parsed.error.issues[0]?.path.join('.') || 'credentials' },
  })
}
