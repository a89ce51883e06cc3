import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { testDatabase } from '#testing/test-database.ts'
import { owners } from './owners.ts'

const { pool } = await testDatabase()
const folder = new URL('./tables/', import.meta.url)
const files = await readdir(folder)
const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href)))
const tables = modules.flatMap((module) => Object.values(module)).filter((value) => value instanceof PgTable)

/** Left out of the code on purpose: generated, and asked in SQL only. */
const onlyInSql = new Set([
  'mentions.search',
  'conversations.plain_title',
  'authors.plain_name',
  'authors.handle_key',
  'authors.name_key',
  'authors.own_addresses',
  'authors.bio_addresses',
  'conversations.due_sort',
  'conversations.wait_sort',
  'conversations.urgent_sort',
])

test('every table in code is the table in the database, column by column', async () => {
  const { rows } = await pool.query<{ place: string; is_nullable: string; data_type: string }>(
    `select table_name || '.' || column_name as place, is_nullable, data_type from information_schema.columns where table_schema = 'public'`,
  )
  const real = new Map(rows.filter((row) => !onlyInSql.has(row.place)).map((row) => [row.place, row]))
  const wrong: string[] = []
  for (const table of tables) {
    const { name, columns } = getTableConfig(table)
    for (const column of columns) {
      const place = `${name}.${column.name}`
      const found = real.get(place)
      real.delete(place)
      if (!found) wrong.push(`${place} is not in the database`)
      else if ((found.is_nullable === 'NO') !== column.notNull) wrong.push(`${place} differs in whether it may be null`)
    }
  }
  const known = new Set(tables.map((table) => getTableConfig(table).name))
  for (const place of real.keys()) {
    if (known.has(place.split('.')[0] ?? '')) wrong.push(`${place} is not in the code`)
  }
  assert.deepEqual(wrong, [])
})

test('every table has an owner, and every table of a workspace is behind its wall', async () => {
  const { rows } = await pool.query<{ name: string; walled: boolean; has_workspace: boolean }>(
    `select c.relname as name, c.relrowsecurity as walled,
            exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as has_workspace
       from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  )
  assert.deepEqual(
    rows.filter((row) => !(row.name in owners)).map((row) => row.name),
    [],
  )
  // A session is looked up before anybody knows which workspace it is in.
  const open = rows.filter((row) => row.has_workspace && !row.walled && row.name !== 'sessions')
  assert.deepEqual(open, [])
})

test('inside one workspace the rows of another do not exist, and cannot be written', async () => {
  const mine = '00000000-0000-7000-8000-000000000001'
  const theirs = '00000000-0000-7000-8000-000000000002'
  await pool.query(`insert into workspaces (id, name) values ($1, 'mine'), ($2, 'theirs')`, [mine, theirs])
  await pool.query(
    `insert into departments (id, workspace_id, name) values (gen_random_uuid(), $1, 'a'), (gen_random_uuid(), $2, 'b')`,
    [mine, theirs],
  )
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'wederhoor_app', true), set_config('wederhoor.workspace', $1, true)`,
      [mine],
    )
    assert.deepEqual((await client.query('select name from departments')).rows, [{ name: 'a' }])
    assert.deepEqual((await client.query('select name from workspaces')).rows, [{ name: 'mine' }])
    assert.equal(
      (await client.query(`update departments set name = 'x' where workspace_id = $1`, [theirs])).rowCount,
      0,
    )
    await assert.rejects(
      client.query(`insert into departments (id, workspace_id, name) values (gen_random_uuid(), $1, 'c')`, [theirs]),
      /row-level security/u,
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
})
