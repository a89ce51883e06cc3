import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { silentLog } from '#base/log.ts'
import { migrate } from '#db/migrate.ts'
import { openPostgres } from '#db/open-postgres.ts'

export type TestCluster = { url: string; close(): Promise<void> }

export const templateName = 'wederhoor_template'

/** Set by `npm test` to the address of the run's one server. */
const clusterVariable = 'WEDERHOOR_TEST_CLUSTER'

let own: Promise<TestCluster> | undefined
let ownUsers = 0

/** The run's server, or one of this process that lives as long as somebody in it uses it. */
export async function openTestCluster(): Promise<TestCluster> {
  const url = process.env[clusterVariable]
  if (url) return { url, close: async () => undefined }
  own ??= startOwnCluster()
  ownUsers += 1
  const cluster = await own
  return {
    url: cluster.url,
    close: async () => {
      ownUsers -= 1
      if (ownUsers > 0) return
      own = undefined
      await cluster.close()
    },
  }
}

/** Of a file that is run alone: stopped by a signal, it still takes its server along. */
async function startOwnCluster(): Promise<TestCluster> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  return await startTestCluster()
}

/** A server in a folder of its own below the system's temporary folder, with the migrated template. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wederhoor-test-'))
  // The server runs as another user when we are root, who must pass through.
  await chmod(dataFolder, 0o711)
  // A run that is cut short leaves nothing: a server whose folder is gone ends by itself.
  const removeNow = (): void => rmSync(dataFolder, { recursive: true, force: true })
  process.once('exit', removeNow)
  const server = await openPostgres({ dataFolder, log: silentLog, durability: 'scratch' })
  const close = async (): Promise<void> => {
    await server.close()
    process.off('exit', removeNow)
    await rm(dataFolder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
    return { url: server.url, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function makeTemplate(url: string): Promise<void> {
  await onServer(url, [`create database ${templateName}`])
  await migrate({ url: urlOfDatabase(url, templateName), log: silentLog })
  await onServer(url, [`alter database ${templateName} with is_template true allow_connections false`])
}

/** Runs statements outside any transaction. */
export async function onServer(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

export function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
