import { readdir } from 'node:fs/promises'
import type { Clock } from '#base/clock.ts'
import type { Log } from '#base/log.ts'
import type { Secrets } from '#base/secrets.ts'
import type { Database } from '#db/database.ts'
import type { Connector, ConnectorContext } from '#domain/connector.ts'

/**
 * What every stage is given: the database, the clock, the guarded network, the connectors. `openApp` (in open-app.ts) is
 * the only place that builds it; a test builds its own with a fake clock and a taped network.
 */
export type App = {
  version: string
  db: Database
  clock: Clock
  log: Log
  secrets: Secrets
  connectors: ReadonlyMap<string, Connector>
  /** The only way out: guarded, capped, and stopped by the signal. */
  connectorContext(signal: AbortSignal): ConnectorContext
  /** Where people reach us, without a slash at the end: links in invitations, WebSub callbacks. */
  publicUrl: string
  /** Names this process in leases, so that an orphaned lease can be told from a living one. */
  processId: string
}

/** Reads every file of connectors/: a network is there when its file is. */
export async function loadConnectors(): Promise<ReadonlyMap<string, Connector>> {
  const folder = new URL('./connectors/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()
  const loaded = await Promise.all(
    names.map(async (name) => (await import(new URL(name, folder).href)).default as Connector),
  )
  return new Map(loaded.map((connector) => [connector.id, connector]))
}
