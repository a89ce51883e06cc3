// The product's outbox in a process that is there to be killed: everything but the network is the real thing.
import pg from 'pg'
import { type App, contextWith } from '#app.ts'
import { silentLog } from '#base/log.ts'
import { secretsWith } from '#base/secrets.ts'
import { databaseOn } from '#db/database.ts'
import { runOutbox } from '#reply/run-outbox.ts'
import { fakeNetworkConnector } from '#testing/fake-network.ts'
import { fastClock } from '#testing/fast-clock.ts'

export type ChildTask = {
  databaseUrl: string
  key: string
  clock: { speed: number; originMs: number }
  networks: readonly Parameters<typeof fakeNetworkConnector>[0][]
}

// Written by the test that starts this process.
const task = JSON.parse(process.argv[2] ?? '{}') as ChildTask
const clock = fastClock(task.clock)
const network = { fetch: globalThis.fetch, openSocket: () => Promise.reject(new Error('no sockets here')) as never }
const connectors = task.networks.map(fakeNetworkConnector)
const pool = new pg.Pool({ connectionString: task.databaseUrl, max: 12 })
pool.on('error', () => undefined)

const app: App = {
  version: 'test',
  db: databaseOn(pool),
  clock,
  log: silentLog,
  secrets: secretsWith(Buffer.from(task.key, 'hex')),
  connectors: new Map(connectors.map((connector) => [connector.id, connector])),
  resolveHost: async (host) => host,
  connectorContext: (signal, workspaceId) => contextWith({ network, clock, signal, workspaceId }),
  publicUrl: 'http://localhost',
  isPublic: false,
  processId: `${process.pid}`,
}

process.send?.('ready')
// Only a kill ends this.
await runOutbox(app, { signal: new AbortController().signal })
