import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { AppError } from '#base/errors.ts'
import type { Log } from '#base/log.ts'
import { type ClusterPlace, exists, placeCluster } from './cluster-place.ts'
import { embeddedUser, ensureCluster } from './create-cluster.ts'
import { lockDataFolder, refusal } from './data-lock.ts'
import { findServer, holderLock, holderName, removeStaleClaim } from './find-server.ts'
import { chooseAddress, freePort, type ServerAddress, urlOf } from './server-address.ts'
import type { Durability } from './server-settings.ts'
import { type StartedServer, startServer, stopServer, trySignal } from './start-server.ts'

export type OpenPostgresInput = {
  dataFolder: string
  log: Log
  /** `join` uses the server of a Wederhoor that runs on this folder already: for short commands beside it. */
  ifRunning?: 'refuse' | 'join'
  durability?: Durability
}

export type OpenPostgres = {
  /** Of the database `wederhoor`, whose owner logs in. */
  url: string
  /** The server's process. */
  pid: number
  /** Resolves when the server ends although nobody closed it. It never rejects. */
  lost: Promise<AppError>
  /** Ends the server, if it is ours to end. */
  close(): Promise<void>
}

const attemptsMax = 8
const memoryMsMax = 15_000

/**
 * Runs PostgreSQL on the data folder: creates the cluster the first time, recovers after a crash, and refuses a second
 * start while the first lives. Throws an AppError whose words a person can act on.
 */
export async function openPostgres(input: OpenPostgresInput): Promise<OpenPostgres> {
  const place = await placeCluster(input.dataFolder, input.log)
  if (input.ifRunning === 'join') {
    const joined = await join(place)
    if (joined) return joined
  }
  const release = await lockDataFolder(input.dataFolder)
  try {
    const password = await ensureCluster(place, input.durability ?? 'durable')
    await endOrphan(place, password, input.log)
    const server = await startUntilItRuns(place, input)
    return await hold({ place, server, password, release })
  } catch (error) {
    await release()
    throw error
  }
}

async function join(place: ClusterPlace): Promise<OpenPostgres | undefined> {
  if (!(await exists(place.folder))) return undefined
  const password = await ensureCluster(place, 'durable')
  const found = await findServer(place, password)
  if (!found?.isHeld) return undefined
  const url = urlOf({ address: found.address, password, database: embeddedUser })
  return { url, pid: found.pid, lost: new Promise(() => undefined), close: async () => undefined }
}

/** After `kill -9` of Wederhoor its server lives on; it is ended cleanly, so that this start has its own. */
async function endOrphan(place: ClusterPlace, password: string, log: Log): Promise<void> {
  const found = await findServer(place, password)
  if (!found) return
  if (found.isHeld) throw refusal(place.dataFolder, found.holderPid)
  log.warn(`a database server left behind by an earlier run (process ${found.pid}) is stopped first`)
  await stopServer(place, found.pid)
}

async function startUntilItRuns(
  place: ClusterPlace,
  { log, durability = 'durable' }: OpenPostgresInput,
): Promise<StartedServer> {
  const memoryUntil = Date.now() + memoryMsMax
  let address = await chooseAddress(place.folder)
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const started = await startServer({ place, address, durability, log })
    if (!('kind' in started)) return started
    switch (started.kind) {
      case 'failed':
        throw started.error
      case 'locked':
        await removeStaleClaim(place)
        break
      case 'no address':
        // The port was taken between choosing and using it, or this disk knows no sockets.
        address = await freePort()
        break
      case 'memory in use':
        // The sessions of a server that was killed end by themselves within moments.
        if (Date.now() < memoryUntil) attempt = Math.min(attempt, attemptsMax - 2)
        await pause(200)
        break
    }
  }
  throw new AppError(
    'unavailable',
    `The database in ${place.folder} did not start in ${attemptsMax} attempts. Start again with WEDERHOOR_LOG=debug to see why.`,
  )
}

type Held = { place: ClusterPlace; server: StartedServer; password: string; release: () => Promise<void> }

async function hold({ place, server, password, release }: Held): Promise<OpenPostgres> {
  // Without this a plain process.exit would leave the server behind.
  const endWithUs = (): void => void trySignal(server.pid, 'SIGINT')
  process.once('exit', endWithUs)
  let isClosing = false
  const holder = await takeHolderLock(server.address, password)
  const lost = server.ended.then((words) => {
    process.off('exit', endWithUs)
    return isClosing ? new Promise<never>(() => undefined) : lostError(place.folder, words)
  })
  const close = async (): Promise<void> => {
    if (isClosing) return
    isClosing = true
    await holder.end().catch(() => undefined)
    await stopServer(place, server.pid)
    process.off('exit', endWithUs)
    await release()
  }
  return { url: urlOf({ address: server.address, password, database: embeddedUser }), pid: server.pid, lost, close }
}

function lostError(folder: string, words: string): AppError {
  const last = words.trim().split('\n').slice(-3).join('\n')
  return new AppError(
    'unavailable',
    `The database server on ${folder} has ended unexpectedly. Start Wederhoor again: it recovers by itself.\n${last}`,
  )
}

async function takeHolderLock(address: ServerAddress, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf({ address, password, database: 'postgres' }),
    application_name: `${holderName} ${process.pid}`,
  })
  // When the server ends, `lost` says so; the idle session has nothing to add.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('select pg_advisory_lock($1)', [holderLock])
  const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedUser])
  if (rowCount === 0) await client.query(`create database ${embeddedUser}`)
  return client
}
