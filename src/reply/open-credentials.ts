import type { App } from '#app.ts'
import { credentialsPlace } from '#listen/read-credentials.ts'
import type { AccountRow } from './outbox-store.ts'

/** Sealed for this workspace and this account: a ciphertext that was moved here from elsewhere does not open. */
export function openCredentials(app: App, { id, workspaceId, credentials }: AccountRow): unknown {
  return JSON.parse(app.secrets.open(credentials, 'publish', credentialsPlace(workspaceId, id)))
}

export function sealCredentials(
  app: App,
  { id, workspaceId }: Pick<AccountRow, 'id' | 'workspaceId'>,
  plain: unknown,
): string {
  return app.secrets.seal(JSON.stringify(plain), 'publish', credentialsPlace(workspaceId, id))
}
