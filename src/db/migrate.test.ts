import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { silentLog } from '#base/log.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'
import { onServer, openTestCluster } from '#testing/test-cluster.ts'
import { emptyDatabase, type TestDatabase } from '#testing/test-database.ts'
import { appRole } from './app-role.ts'
import { migrate } from './migrate.ts'

// One server for the whole file, rather than one a test.
after((await openTestCluster()).close)

const first = 'create table shelf (id int primary key);'
const second = 'alter table shelf add column label text;'

type Given = { db: TestDatabase; run: (...sqls: string[]) => Promise<string[]> }

/** An empty database, and a way to run a program that has these migrations. */
async function given(t: TestContext): Promise<Given> {
  const db = await emptyDatabase(t)
  const run = async (...sqls: string[]): Promise<string[]> => {
    const folder = await temporaryFolder(t)
    await Promise.all(sqls.map((sql, index) => writeFile(join(folder, `000${index + 1}-step-${index + 1}.sql`), sql)))
    return await migrate({ url: db.url, log: silentLog, folder })
  }
  return { db, run }
}

async function columns({ pool }: TestDatabase): Promise<string> {
  const { rows } = await pool.query<{ names: string }>(
    `select string_agg(column_name, ' ' order by column_name) as names from information_schema.columns where table_name = 'shelf'`,
  )
  return rows[0]?.names ?? ''
}

test('an older database is brought up to date, step by step', async (t) => {
  const { db, run } = await given(t)
  assert.deepEqual(await run(first), ['0001-step-1.sql'])
  assert.deepEqual(await run(first, second), ['0002-step-2.sql'])
  assert.equal(await columns(db), 'id label')
})

test('a database that is up to date is left alone', async (t) => {
  const { run } = await given(t)
  await run(first)
  assert.deepEqual(await run(first), [])
})

test('other line ends are the same migration', async (t) => {
  const { run } = await given(t)
  await run(`-- why\n${first}\n`)
  assert.deepEqual(await run(`-- why\r\n${first}\r\n`), [])
})

test('a database of a newer program is refused and named', async (t) => {
  const { db, run } = await given(t)
  await run(first, second)
  await assert.rejects(run(first), { code: 'unavailable', message: /newer Wederhoor.*0002-step-2\.sql/ })
  assert.equal(await columns(db), 'id label')
})

test('a migration that was changed afterwards is refused', async (t) => {
  const { db, run } = await given(t)
  await run(first)
  await assert.rejects(run('create table shelf (id bigint);', second), { message: /0001-step-1\.sql .* not the one/ })
  assert.equal(await columns(db), 'id')
})

test('a migration that fails is undone whole, and those before it stand', async (t) => {
  const { db, run } = await given(t)
  await assert.rejects(run(first, `${second} select 1 / 0;`), {
    message: /0002-step-2\.sql failed and was undone: division by zero/,
  })
  assert.equal(await columns(db), 'id')
  assert.deepEqual(await run(first, second), ['0002-step-2.sql'])
})

test('of programs that start together one migrates and the others wait', async (t) => {
  const { run } = await given(t)
  const applied = await Promise.all([run(first, second), run(first, second), run(first, second)])
  assert.deepEqual(applied.flat(), ['0001-step-1.sql', '0002-step-2.sql'])
})

test('a gap in the numbers is our own bug', async (t) => {
  const folder = await temporaryFolder(t)
  const db = await emptyDatabase(t)
  await writeFile(join(folder, '0002-too-early.sql'), first)
  await assert.rejects(migrate({ url: db.url, log: silentLog, folder }), /should be number 1/)
})

test('the migrations of this program run on an empty database', async (t) => {
  const db = await emptyDatabase(t)
  assert.notEqual((await migrate({ url: db.url, log: silentLog })).length, 0)
})

test('the owner can put on the role of the walls, and nobody can log in as it', async (t) => {
  const { db, run } = await given(t)
  await run(first)
  const client = await db.pool.connect()
  await client.query('begin')
  await client.query(`select set_config('role', $1, true)`, [appRole])
  await assert.rejects(client.query('select from shelf'), /permission denied/)
  await client.query('rollback')
  client.release(true)
  const { rows } = await db.pool.query(
    'select rolcanlogin as login, rolsuper as super from pg_roles where rolname = $1',
    [appRole],
  )
  assert.deepEqual(rows, [{ login: false, super: false }])
})

/** A login that owns its database and may do no more than `attributes` say. */
async function modestLogin(t: TestContext, attributes: string): Promise<string> {
  const db = await emptyDatabase(t)
  const name = `modest_${Math.random().toString(36).slice(2)}`
  const database = new URL(db.url).pathname.slice(1)
  await onServer(db.url, [
    `create role ${name} login password 'modest' ${attributes}`,
    `alter database ${database} owner to ${name}`,
  ])
  const url = new URL(db.url)
  url.username = name
  url.password = 'modest'
  return url.href
}

test('a login that may not use the role hears which commands are missing', async (t) => {
  const url = await modestLogin(t, 'nocreaterole')
  // The role exists already on the server of a test run; on a fresh server it is its making that is refused.
  await assert.rejects(migrate({ url, log: silentLog }), {
    code: 'unavailable',
    message:
      /may not (create|use) the role wederhoor_app.*create role wederhoor_app nologin; grant wederhoor_app to modest_/,
  })
})

test('a login that was granted the role needs no right to make roles', async (t) => {
  const { db, run } = await given(t)
  await run(first)
  const url = await modestLogin(t, 'nocreaterole')
  await onServer(db.url, [`grant ${appRole} to ${new URL(url).username}`])
  const folder = await temporaryFolder(t)
  await writeFile(join(folder, '0001-step-1.sql'), first)
  assert.deepEqual(await migrate({ url, log: silentLog, folder }), ['0001-step-1.sql'])
})
