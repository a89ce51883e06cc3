// The product's clocks of promises in a process that is there to be killed.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type App, contextWith } from '#app.ts'
import { silentLog } from '#base/log.ts'
import { secretsWith } from '#base/secrets.ts'
import { databaseOn } from '#db/database.ts'
import { runPromises } from '#inbox/run-promises.ts'
import { fastClock } from '#testing/fast-clock.ts'

export type PromiseTask = { databaseUrl: string; clock: { speed: number; originMs: number } }

// Written by the test that starts this process.
const task = JSON.parse(process.argv[2] ?? '{}') as PromiseTask
const clock = fastClock(task.clock)
const network = { fetch: globalThis.fetch, openSocket: () => Promise.reject(new Error('no sockets here')) as never }
const pool = new pg.Pool({ connectionString: task.databaseUrl, max: 4 })
pool.on('error', () => undefined)

const app: App = {
  version: 'test',
  db: databaseOn(pool),
  clock,
  log: silentLog,
  secrets: secretsWith(randomBytes(32)),
  connectors: new Map(),
  resolveHost: async (host) => host,
  connectorContext: (signal, workspaceId) => contextWith({ network, clock, signal, workspaceId }),
  publicUrl: 'http://localhost',
  isPublic: false,
  processId: `${process.pid}`,
}

process.send?.('ready')
// Only a kill ends this.
await runPromises(app, new AbortController().signal)
