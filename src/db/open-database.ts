import pg from 'pg'
import { AppError, messageOf } from '#base/errors.ts'
import type { Log } from '#base/log.ts'
import { openPostgres } from './open-postgres.ts'

export type OpenDatabaseInput = {
  /** Your own PostgreSQL; without one Wederhoor runs its own below the data folder. */
  url?: string | undefined
  dataFolder: string
  log: Log
  ifRunning?: 'refuse' | 'join'
  connectionsMax?: number
}

export type OpenedDatabase = {
  url: string
  pool: pg.Pool
  /** Resolves when a server of our own ends unexpectedly; with your own PostgreSQL never. */
  lost: Promise<AppError>
  close(): Promise<void>
}

const versionMin = 15
const connectMsMax = 10_000

/** Opens the database: yours, or the one in the data folder. Failures are AppErrors in plain words. */
export async function openDatabase(input: OpenDatabaseInput): Promise<OpenedDatabase> {
  if (input.url) {
    await checkServer(input.url)
    const pool = openPool(input.url, input)
    return { url: input.url, pool, lost: new Promise(() => undefined), close: async () => await pool.end() }
  }
  const server = await openPostgres(input)
  const pool = openPool(server.url, input)
  const close = async (): Promise<void> => {
    await pool.end()
    await server.close()
  }
  return { url: server.url, pool, lost: server.lost, close }
}

function openPool(url: string, { log, connectionsMax = 20 }: OpenDatabaseInput): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    application_name: 'wederhoor',
  })
  // An idle connection that breaks is replaced at the next query; unheard, its event would end the process.
  pool.on('error', (error) => log.warn(`a database connection was lost: ${error.message}`))
  return pool
}

/** Says before anything else happens whether this PostgreSQL will do. */
async function checkServer(url: string): Promise<void> {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    const refused = versionWords(rows[0]?.version ?? '')
    if (refused) throw new AppError('unavailable', refused)
  } finally {
    await client.end()
  }
}

/** Why a server of this version will not do; undefined when it will. */
export function versionWords(version: string): string | undefined {
  if (Number.parseInt(version, 10) >= versionMin) return undefined
  return `The PostgreSQL of DATABASE_URL is version ${version}; Wederhoor needs ${versionMin} or newer.`
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: connectMsMax,
      application_name: 'wederhoor',
    })
    client.on('error', () => undefined)
    await client.connect()
    return client
  } catch (cause) {
    throw new AppError('unavailable', connectWords(cause, whereOf(url)), { cause })
  }
}

export function connectWords(error: unknown, where: string): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  switch (code) {
    case '28P01':
    case '28000':
      return `The PostgreSQL of DATABASE_URL (${where}) refuses the user or the password. Check both; special characters in a password are written like %40.`
    case '3D000':
      return `The database of DATABASE_URL does not exist at ${where}. Make it (create database wederhoor), or correct the name.`
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `Nothing answers at ${where}, the address in DATABASE_URL. Start PostgreSQL there, or remove DATABASE_URL to use the one that comes with Wederhoor.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host in DATABASE_URL (${where}) is not known. Check its name.`
    case '53300':
      return `The PostgreSQL of DATABASE_URL (${where}) has no connection free. Wederhoor needs about 25.`
    default:
      return `The PostgreSQL of DATABASE_URL (${where}) cannot be used: ${messageOf(error)}`
  }
}

/** Host and port, never the password. */
function whereOf(url: string): string {
  try {
    const { hostname, port, searchParams } = new URL(url)
    return searchParams.get('host') ?? `${hostname || 'localhost'}:${port || '5432'}`
  } catch {
    throw new AppError(
      'bad_input',
      'DATABASE_URL is not an address. Example: postgres://user:password@localhost:5432/wederhoor',
    )
  }
}
