import type { App } from '#app.ts'
import type { assistSettings } from '#db/tables/assist.ts'
import type { ModelRef } from './open-model-client.ts'

export type AssistRow = typeof assistSettings.$inferSelect

/** Where the seal of the key says it belongs. */
function keyPlace(workspaceId: string): string {
  return `${workspaceId}/assist/key`
}

export function sealAssistKey(app: App, workspaceId: string, key: string): string {
  return app.secrets.seal(key, 'advise', keyPlace(workspaceId))
}

/** Never log what comes back. */
export function openAssistKey(
  app: App,
  { key, workspaceId }: Pick<AssistRow, 'key' | 'workspaceId'>,
): string | undefined {
  return key === null ? undefined : app.secrets.open(key, 'advise', keyPlace(workspaceId))
}

/** With its key opened. Never log what comes back. */
export function modelRef(app: App, row: AssistRow): ModelRef {
  return { workspaceId: row.workspaceId, address: row.address, model: row.model, key: openAssistKey(app, row) }
}
