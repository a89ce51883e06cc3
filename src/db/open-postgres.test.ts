import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { silentLog } from '#base/log.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { type OpenedDatabase, openDatabase } from './open-database.ts'
import { openPostgres } from './open-postgres.ts'

async function open(dataFolder: string, ifRunning: 'refuse' | 'join' = 'refuse'): Promise<OpenedDatabase> {
  return await openDatabase({ dataFolder, log: silentLog, ifRunning })
}

async function keep(db: OpenedDatabase): Promise<void> {
  await db.pool.query('create table if not exists kept (word text)')
  await db.pool.query('insert into kept values ($1)', ['wederhoor'])
}

async function checkKept(dataFolder: string): Promise<void> {
  const db = await open(dataFolder)
  const { rows } = await db.pool.query('select word from kept')
  await db.close()
  assert.deepEqual(rows, [{ word: 'wederhoor' }])
}

/** Another Wederhoor on the folder, in a process of its own. */
async function startHolder(t: TestContext, dataFolder: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../testing/hold-database.ts')
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(async () => {
    if (child.kill('SIGTERM')) await once(child, 'exit')
  })
  await once(child.stdout, 'data')
  return child
}

test('what was written stands after a clean stop', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const db = await open(dataFolder)
  await keep(db)
  await db.close()
  await checkKept(dataFolder)
})

test('commits are durable and characters are Unicode', async (t) => {
  const db = await open(await temporaryFolder(t))
  t.after(db.close)
  const { rows } =
    await db.pool.query(`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync,
    current_setting('server_encoding') as encoding, upper('één') as upper`)
  assert.deepEqual(rows, [{ fsync: 'on', sync: 'on', encoding: 'UTF8', upper: 'ÉÉN' }])
})

test('the password is readable by its owner only', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const db = await open(dataFolder)
  t.after(db.close)
  assert.equal((await stat(join(dataFolder, 'postgres-password'))).mode & 0o777, 0o600)
})

test('a second start on the same folder is refused and names the first', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const holder = await startHolder(t, dataFolder)
  await assert.rejects(open(dataFolder), {
    code: 'taken',
    message: new RegExp(`already running on the data folder ${dataFolder} \\(process ${holder.pid}\\)`),
  })
})

test('a second start that cannot see the first one’s lock is refused by its server', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const db = await open(dataFolder)
  t.after(db.close)
  // As from another container: the process numbers there are not ours.
  await writeFile(join(dataFolder, 'lock'), JSON.stringify({ pid: 4_000_000, life: 'elsewhere' }))
  await assert.rejects(open(dataFolder), { code: 'taken', message: new RegExp(`process ${process.pid}`) })
})

test('a short command joins the server of the Wederhoor that runs', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const db = await open(dataFolder)
  t.after(db.close)
  await keep(db)
  const joined = await open(dataFolder, 'join')
  assert.equal((await joined.pool.query('select from kept')).rowCount, 1)
  await joined.close()
  assert.equal((await db.pool.query('select from kept')).rowCount, 1)
})

test('a short command starts the server where none runs', async (t) => {
  const db = await open(await temporaryFolder(t), 'join')
  await keep(db)
  await db.close()
})

test('after kill -9 of Wederhoor the next start takes over and nothing is lost', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const holder = await startHolder(t, dataFolder)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await checkKept(dataFolder)
})

test('after kill -9 of the database server the program hears it, and the next start recovers', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const server = await openPostgres({ dataFolder, log: silentLog })
  const db = await openDatabase({ url: server.url, dataFolder, log: silentLog })
  await keep(db)
  process.kill(server.pid, 'SIGKILL')
  assert.match((await server.lost).message, /ended unexpectedly/)
  await db.close()
  await server.close()
  await checkKept(dataFolder)
})

test('the number of a dead server, given to another process since, is in nobody’s way', async (t) => {
  const dataFolder = await temporaryFolder(t)
  const db = await open(dataFolder)
  await keep(db)
  await db.close()
  const { uid, gid } = await stat(join(dataFolder, 'postgres'))
  const other = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' })
  t.after(() => void other.kill())
  await writeFile(
    join(dataFolder, 'postgres/postmaster.pid'),
    `${other.pid}\n${dataFolder}/postgres\n1\n5432\n\n\n0 0\nready\n`,
  )
  await checkKept(dataFolder)
})

test('a creation that was stopped half-way is begun again', async (t) => {
  const dataFolder = await temporaryFolder(t)
  await mkdir(join(dataFolder, 'postgres.new/base'), { recursive: true })
  await writeFile(join(dataFolder, 'postgres-password'), 'half\n')
  await (await open(dataFolder)).close()
})

test('a database that has gone is missed, not replaced by an empty one', async (t) => {
  const dataFolder = await temporaryFolder(t)
  await writeFile(join(dataFolder, 'postgres-password'), 'was here\n')
  await assert.rejects(open(dataFolder), { code: 'unavailable', message: /is gone/ })
})

test('a database of another PostgreSQL is refused untouched', async (t) => {
  const dataFolder = await temporaryFolder(t)
  await mkdir(join(dataFolder, 'postgres'))
  await writeFile(join(dataFolder, 'postgres/PG_VERSION'), '14\n')
  await assert.rejects(open(dataFolder), { code: 'unavailable', message: /made by PostgreSQL 14/ })
  assert.equal(await readFile(join(dataFolder, 'postgres/PG_VERSION'), 'utf8'), '14\n')
})

for (const [what, name] of [
  ['with spaces, commas and quotes', 'a folder, of "mine"'],
  ['with other letters', 'gegevens één'],
  ['too long for a socket, so that a port is used', 'long'.repeat(30)],
] as const) {
  test(`a data folder ${what} works`, async (t) => {
    const dataFolder = join(await temporaryFolder(t), name)
    const db = await open(dataFolder)
    await keep(db)
    assert.equal(db.url.includes('127.0.0.1'), name.startsWith('long'))
    await db.close()
    await checkKept(dataFolder)
  })
}
