import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { assert } from '#base/assert.ts'
import { AppError, messageOf } from '#base/errors.ts'
import type { Log } from '#base/log.ts'
import { ensureAppRole } from './app-role.ts'

export type MigrateInput = { url: string; log: Log; folder?: string }

type Migration = { number: number; name: string; sql: string; sha256: string }
type Applied = { number: number; name: string; sha256: string }

/** One migrator at a time, whatever the number of processes that start together. */
const migrateLock = 7_305_188_204
const ourFolder = join(import.meta.dirname, 'migrations')
const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/

/**
 * Brings a database up to this program: each migration in its own transaction, recorded with its SHA-256. A database
 * that knows more than the program, or whose past reads differently, is refused untouched. Returns the names applied.
 */
export async function migrate({ url, log, folder = ourFolder }: MigrateInput): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'wederhoor migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrateLock])
    const applied = await readApplied(client)
    refuseStrangers(applied, migrations)
    await ensureAppRole(client)
    const open = migrations.slice(applied.length)
    for (const migration of open) await apply(client, migration, log)
    return open.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** The numbered files of a folder, in order. A gap or a double number is our own bug. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name, index) => {
      const number = Number(fileName.exec(name)?.[1])
      assert(
        number === index + 1,
        `migration ${name} should be number ${index + 1} and named like 0001-what-it-does.sql`,
      )
      // Git may write other line ends on Windows; they change nothing.
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  await client.query(`create table if not exists migrations (
    number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<Applied>('select number, name, sha256 from migrations order by number')
  return rows
}

function refuseStrangers(applied: Applied[], migrations: Migration[]): void {
  const last = applied.at(-1)
  if (last && last.number > migrations.length) {
    throw new AppError(
      'unavailable',
      `This database was used by a newer Wederhoor (it has ${last.name}; this program knows ${migrations.length} migrations). Start the newer program, or restore a backup made before it.`,
    )
  }
  for (const [index, { name, sha256 }] of applied.entries()) {
    if (migrations[index]?.sha256 === sha256) continue
    throw new AppError(
      'unavailable',
      `The migration ${name} of this database is not the one this program has. The program's files were changed: install Wederhoor afresh; the database was not touched.`,
    )
  }
}

async function apply(client: pg.Client, { number, name, sql, sha256 }: Migration, log: Log): Promise<void> {
  const startedAt = performance.now()
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new AppError('unavailable', `The migration ${name} failed and was undone: ${messageOf(cause)}`, { cause })
  }
  log.info(`database: ${name} (${Math.round(performance.now() - startedAt)} ms)`)
}
