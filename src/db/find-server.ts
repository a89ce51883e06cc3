import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { AppError, messageOf } from '#base/errors.ts'
import type { ClusterPlace } from './cluster-place.ts'
import { commandOf, isAlive } from './process-identity.ts'
import { type ServerAddress, urlOf } from './server-address.ts'

/** A server that runs on the cluster already. `holderPid` is the Wederhoor that uses it; undefined: an orphan. */
export type FoundServer = { pid: number; address: ServerAddress; isHeld: boolean; holderPid: number | undefined }

/** The session lock by which a living Wederhoor holds its server: the system drops it with the process. */
export const holderLock = 7_305_188_203
export const holderName = 'wederhoor holder'

const waitMsMax = 60_000
const waitMsStep = 100

/** Looks for a server on this cluster, and waits while one is starting or stopping. */
export async function findServer(place: ClusterPlace, password: string): Promise<FoundServer | undefined> {
  const until = Date.now() + waitMsMax
  while (Date.now() < until) {
    const noted = await readPostmaster(place.folder)
    if (!noted) return undefined
    const answer = await ask(noted.address, password, place.folder)
    if (answer.kind === 'ours') return { ...noted, ...answer }
    if (answer.kind === 'silent' && !(await isPostgresOf(noted.pid, place.folder))) return undefined
    await pause(waitMsStep)
  }
  throw new AppError(
    'unavailable',
    `A database server on ${place.folder} neither answers nor ends after ${waitMsMax / 1000} seconds. End it by hand (its number is the first line of postmaster.pid there) and start again.`,
  )
}

/**
 * Removes the claim of a server that is gone, when its number was given to some other process since: PostgreSQL itself
 * would take that process for a living server and refuse for ever.
 */
export async function removeStaleClaim({ folder }: ClusterPlace): Promise<void> {
  const noted = await readPostmaster(folder)
  if (!noted || (await isPostgresOf(noted.pid, folder))) return
  await Promise.all(
    ['postmaster.pid', '.s.PGSQL.5432', '.s.PGSQL.5432.lock'].map((name) => rm(join(folder, name), { force: true })),
  )
}

type Answer = { kind: 'ours'; isHeld: boolean; holderPid: number | undefined } | { kind: 'busy' } | { kind: 'silent' }

async function ask(address: ServerAddress, password: string, folder: string): Promise<Answer> {
  const client = new pg.Client({
    connectionString: urlOf({ address, password, database: 'postgres' }),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; held: boolean; name: string | null }>(
      `select current_setting('data_directory') as folder,
        exists (select from pg_locks where locktype = 'advisory' and granted
          and classid = ($1::bigint >> 32)::oid and objid = ($1::bigint & 4294967295)::oid) as held,
        (select application_name from pg_stat_activity where application_name like $2 limit 1) as name`,
      [holderLock, `${holderName} %`],
    )
    const row = rows[0]
    // A port may have been given to another server since: only one that names our folder is ours.
    if (!row || row.folder !== folder) return { kind: 'silent' }
    const holderPid = Number(row.name?.slice(holderName.length + 1)) || undefined
    return { kind: 'ours', isHeld: row.held, holderPid }
  } catch (error) {
    // "Cannot connect now": it is starting up, recovering or shutting down.
    const isBusy = error instanceof Error && 'code' in error && error.code === '57P03'
    return { kind: isBusy || /starting up|shutting down/.test(messageOf(error)) ? 'busy' : 'silent' }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What postmaster.pid says: its lines are number, folder, start, port, socket folder, listen address. */
async function readPostmaster(folder: string): Promise<{ pid: number; address: ServerAddress } | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [pid, , , port, socketFolder] = text.split('\n').map((line) => line.trim())
  const address: ServerAddress = socketFolder
    ? { kind: 'socket', folder: socketFolder }
    : { kind: 'port', port: Number(port) || 1 }
  return { pid: Number(pid) || 0, address }
}

async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (pid <= 0 || !isAlive(pid)) return false
  const command = await commandOf(pid)
  // A system that does not tell command lines: a living number has to count as a server.
  return process.platform === 'win32' || (command.includes('postgres') && command.includes(folder))
}
