// The product's ears and intake in a process that is there to be killed: everything but the network is the real thing.
import pg from 'pg'
import { type App, contextWith } from '#app.ts'
import { silentLog } from '#base/log.ts'
import { secretsWith } from '#base/secrets.ts'
import { databaseOn } from '#db/database.ts'
import { openFollowed } from '#inbox/followed.ts'
import { takeIn } from '#inbox/take-in.ts'
import { runSources } from '#listen/run-sources.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { fastClock } from '#testing/fast-clock.ts'
import { truthConnector } from '#testing/truth-network.ts'

export type ListenTask = { databaseUrl: string; networkUrl: string; clock: { speed: number; originMs: number } }

// Written by the test that starts this process.
const task = JSON.parse(process.argv[2] ?? '{}') as ListenTask
const clock = fastClock(task.clock)
const network = { fetch: globalThis.fetch, openSocket: () => Promise.reject(new Error('no sockets here')) as never }
const connector = truthConnector(task.networkUrl)
const pool = new pg.Pool({ connectionString: task.databaseUrl, max: 8 })
pool.on('error', () => undefined)

const app: App = {
  version: 'test',
  db: databaseOn(pool),
  clock,
  log: silentLog,
  secrets: secretsWith(Buffer.alloc(32)),
  connectors: new Map([[connector.id, connector]]),
  resolveHost: async (host) => host,
  connectorContext: (signal, workspaceId) => contextWith({ network, clock, signal, workspaceId }),
  publicUrl: 'http://localhost',
  isPublic: false,
  processId: `${process.pid}`,
}

const engine = openTopicEngine(app)
const receive = takeIn(app, {
  engine,
  followed: openFollowed(app),
  onOwnPost: async () => undefined,
  onTheirs: async () => undefined,
})
process.send?.('ready')
// Only a kill ends this.
await runSources(app, { receive, terms: engine.terms, signal: new AbortController().signal }).stopped
