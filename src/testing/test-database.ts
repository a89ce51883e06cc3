import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { onServer, openTestCluster, templateName, urlOfDatabase } from './test-cluster.ts'

export type TestDatabase = { url: string; pool: pg.Pool }

type Afterwards = { after(work: () => Promise<void>): void }

/**
 * A fresh, migrated database for one test file (or, with `t`, for one test); it is gone afterwards. Under `npm test` it
 * is a copy on the run's one server; a file run alone gets a server of its own.
 */
export async function testDatabase(t?: Afterwards): Promise<TestDatabase> {
  return await madeFrom(templateName, t)
}

/** The same without any table: for the migrations themselves. */
export async function emptyDatabase(t?: Afterwards): Promise<TestDatabase> {
  return await madeFrom('template1', t)
}

async function madeFrom(template: string, t: Afterwards | undefined): Promise<TestDatabase> {
  const cluster = await openTestCluster()
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(cluster.url, [`create database ${name} template ${template}`])
  const url = urlOfDatabase(cluster.url, name)
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // Dropping the database cuts what a test left open.
  pool.on('error', () => undefined)
  const remove = async (): Promise<void> => {
    await pool.end()
    await onServer(cluster.url, [`drop database if exists ${name} with (force)`])
    await cluster.close()
  }
  if (t) t.after(remove)
  else after(remove)
  return { url, pool }
}
