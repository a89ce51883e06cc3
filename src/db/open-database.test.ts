import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { silentLog } from '#base/log.ts'
import { testDatabase } from '#testing/test-database.ts'
import { connectWords, openDatabase, versionWords } from './open-database.ts'

const { url } = await testDatabase()

async function refused(address: string, message: RegExp): Promise<void> {
  const opening = openDatabase({ url: address, dataFolder: tmpdir(), log: silentLog })
  await assert.rejects(opening, (error: Error) => {
    assert.match(error.message, message)
    assert.doesNotMatch(error.message, /secret|wrong%20one/, 'the password stays unsaid')
    return true
  })
}

function urlWith(change: (url: URL) => void): string {
  const changed = new URL(url)
  change(changed)
  return changed.href
}

test('your own PostgreSQL is used and left running', async () => {
  for (const round of [1, 2]) {
    const db = await openDatabase({ url, dataFolder: tmpdir(), log: silentLog })
    assert.equal((await db.pool.query('select $1::int as round', [round])).rows[0].round, round)
    await db.close()
  }
})

test('a wrong password is told apart', () =>
  refused(
    urlWith((url) => {
      url.password = 'wrong one'
    }),
    /refuses the user or the password/,
  ))

test('a missing database is told apart', () =>
  refused(
    urlWith((url) => {
      url.pathname = '/absent'
    }),
    /does not exist/,
  ))

test('nobody at the port is told apart', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => server.close(resolve))
  await refused(
    `postgres://me:secret@127.0.0.1:${port}/wederhoor`,
    new RegExp(`Nothing answers at 127\\.0\\.0\\.1:${port}`),
  )
})

test('an unknown host is told apart', () =>
  refused('postgres://me:secret@no.such.host.invalid/wederhoor', /is not known/))

test('what is no address is refused with an example', () => refused('here please', /Example: postgres:\/\//))

test('an older PostgreSQL is refused with both versions', () => {
  assert.match(versionWords('14.11 (Debian 14.11-1)') ?? '', /is version 14\.11 .* needs 15 or newer/)
  assert.equal(versionWords('15.0'), undefined)
  assert.equal(versionWords('18.4'), undefined)
})

test('a server without room says so', () => {
  assert.match(connectWords(Object.assign(new Error(), { code: '53300' }), 'db:5432'), /no connection free/)
})

test('a connection that breaks is replaced, and the process lives', async (t) => {
  const db = await openDatabase({ url, dataFolder: tmpdir(), log: silentLog })
  t.after(db.close)
  const { rows } = await db.pool.query('select pg_backend_pid() as pid')
  const other = await openDatabase({ url, dataFolder: tmpdir(), log: silentLog })
  await other.pool.query('select pg_terminate_backend($1, 5000)', [rows[0].pid])
  await other.close()
  assert.equal((await db.pool.query('select 1 as one')).rows[0].one, 1)
})
