import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, systemClock } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { type GuardedNetwork, openGuardedNetwork, userAgentOf } from '#base/guarded-fetch.ts'
import { openKeyFile } from '#base/key-file.ts'
import type { Log } from '#base/log.ts'
import { type Secrets, secretsWith } from '#base/secrets.ts'
import type { Settings } from '#base/settings.ts'
import { canBeCalled } from '#base/web-sub.ts'
import { type Database, databaseOn } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import type { Connector, ConnectorContext } from '#domain/connector.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import { standIn } from '#domain/stand-in.ts'

/**
 * What every stage is given: the database, the clock, the guarded network, the connectors. `openApp` is the only place
 * that builds it; a test builds its own with a fake clock and a taped network.
 */
export type App = {
  version: string
  db: Database
  clock: Clock
  log: Log
  secrets: Secrets
  /** What this installation has. What a workspace may use of it: `connectorsIn`. */
  connectors: ReadonlyMap<string, Connector>
  /** The only way out: guarded, capped, and stopped by the signal. From a demo company it leads nowhere. */
  connectorContext(signal: AbortSignal, workspaceId: string): ConnectorContext
  /** The address of a host that does not speak HTTP (mail), guarded as all ways out; from a demo company there is none. */
  resolveHost(host: string, workspaceId: string): Promise<string>
  /** Where people reach us, without a slash at the end: links in invitations, WebSub callbacks. */
  publicUrl: string
  /** Where this process answers on this machine, once it does: for the browser that makes a PDF. */
  ownUrl?: string
  /** The Chromium that was named for that. */
  chromium?: string
  /** That address was given and others can call it: only then is anybody asked to call us back. */
  isPublic: boolean
  /** Names this process in leases, so that an orphaned lease can be told from a living one. */
  processId: string
}

export type OpenedApp = App & {
  databaseUrl: string
  /** Resolves when the database is lost for good: the program must end, its supervisor starts it again. */
  lost: Promise<AppError>
  close(): Promise<void>
}

export async function openApp(
  settings: Settings,
  log: Log,
  options?: { ifRunning?: 'refuse' | 'join' },
): Promise<OpenedApp> {
  const { databaseUrl: url, dataFolder } = settings
  const database = await openDatabase({ url, dataFolder, log, ...options })
  try {
    await migrate({ url: database.url, log })
    const [key, connectors, version] = await Promise.all([
      openKeyFile(settings.secretFile ?? join(settings.dataFolder, 'secret-key')),
      loadConnectors(),
      readVersion(),
    ])
    const network = openNetwork(settings, version)
    const clock = systemClock
    return {
      version,
      db: databaseOn(database.pool),
      databaseUrl: database.url,
      clock,
      log,
      secrets: secretsWith(key),
      connectors,
      connectorContext: (signal, workspaceId) => contextWith({ network, clock, signal, workspaceId }),
      resolveHost: (host, workspaceId) =>
        isDemoWorkspace(workspaceId) ? Promise.reject(isDemo()) : network.resolveHost(host),
      publicUrl:
        settings.publicUrl ?? `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`,
      ...(settings.chromium && { chromium: settings.chromium }),
      isPublic: !settings.isOffline && canBeCalled(settings.publicUrl),
      processId: randomUUID(),
      lost: database.lost,
      close: async () => {
        await network.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
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

type Network = Pick<GuardedNetwork, 'fetch' | 'openSocket'>

/** Whoever builds a way out says for which workspace: a demo company has none, whatever asks for it. */
export function contextWith(parts: {
  network: Network
  clock: Clock
  signal: AbortSignal
  workspaceId: string
}): ConnectorContext {
  const { clock, signal, workspaceId } = parts
  const network = isDemoWorkspace(workspaceId) ? silent(isDemo) : parts.network
  return {
    fetch: (input, init) => network.fetch(input, { signal, ...init }),
    openSocket: network.openSocket,
    now: () => clock.now(),
    sleep: (delayMs) => clock.sleep(delayMs, signal),
    signal,
  }
}

const standIns = new WeakMap<App['connectors'], App['connectors']>()

/** The networks as a workspace knows them: in a demo company something of our own stands in for each. */
export function connectorsIn({ connectors }: Pick<App, 'connectors'>, workspaceId: string): App['connectors'] {
  if (!isDemoWorkspace(workspaceId)) return connectors
  const known = standIns.get(connectors) ?? new Map([...connectors].map(([id, one]) => [id, standIn(one)]))
  standIns.set(connectors, known)
  return known
}

function openNetwork(settings: Settings, version: string): GuardedNetwork {
  if (settings.isOffline)
    return { ...silent(isOffline), resolveHost: () => Promise.reject(isOffline()), close: async () => {} }
  return openGuardedNetwork({
    userAgent: userAgentOf({ version, address: settings.publicUrl }),
    allow: settings.allowInside,
  })
}

const isOffline = () => new AppError('unavailable', 'This Wederhoor is offline by its settings (WEDERHOOR_OFFLINE).')
const isDemo = () => new AppError('unavailable', 'Nothing leaves the demo company.')

function silent(why: () => AppError): Network {
  return {
    fetch: () => Promise.reject(why()),
    openSocket: () => {
      throw why()
    },
  }
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
