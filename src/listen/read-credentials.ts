import { and, eq, ne } from 'drizzle-orm'
import type { App } from '#app.ts'
import { accounts } from '#db/tables/reply.ts'
import type { AccountRef } from '#domain/connector.ts'

/** Where the seal of an account's credentials says it belongs: a ciphertext moved elsewhere does not open. */
export function credentialsPlace(workspaceId: string, accountId: string): string {
  return `${workspaceId}/${accountId}/credentials`
}

/** An account with its opened credentials, or undefined when it was removed. Never log what comes back. */
export async function readCredentials(
  app: App,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
): Promise<{ account: AccountRef; credentials: unknown } | undefined> {
  const [row] = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.id, accountId), ne(accounts.state, 'removed'))),
  )
  if (!row) return undefined
  const plain = app.secrets.open(row.credentials, 'publish', credentialsPlace(workspaceId, accountId))
  return { account: { nativeId: row.nativeId, handle: row.handle }, credentials: JSON.parse(plain) }
}
