import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { listenAlone } from './listen-alone.ts'
import { createSource } from './save-source.ts'

const app = await testApp({ connectors: [scriptedNetwork('forum').connector] })
const { as, workspaceId } = await testWorkspace(app)

/** A process with ears: who listens is written down, and what they are told. */
function ears() {
  const over = new AbortController()
  const heard = { isListening: false, told: [] as string[] }
  const done = listenAlone(app, {
    signal: over.signal,
    tell: ({ kind, workspaceId }) => void heard.told.push(`${kind} ${workspaceId}`),
    listen: (signal) =>
      new Promise((resolve) => {
        heard.isListening = true
        signal.addEventListener('abort', () => {
          heard.isListening = false
          resolve()
        })
      }),
  })
  const stop = async () => {
    over.abort()
    await done
  }
  return { heard, stop }
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!isTrue()) {
    assert.ok(Date.now() < deadline, `waited too long for ${isTrue}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('of several processes one listens, hears what any of them changed, and another takes over when it ends', async () => {
  const first = ears()
  await until(() => first.heard.isListening)
  const second = ears()
  await createSource(as('noor'), { connector: 'forum', settings: {} })
  await until(() => first.heard.told.length > 0)
  assert.deepEqual(first.heard.told, [`source.changed ${workspaceId}`])
  assert.equal(second.heard.isListening, false)
  await first.stop()
  await until(() => second.heard.isListening)
  assert.equal(first.heard.isListening, false)
  await second.stop()
})

test('a lost session stops the listening at once, and it begins again by itself', async () => {
  const one = ears()
  await until(() => one.heard.isListening)
  const { rows } = await app.db.pool.query<{ pid: number }>(
    `select pid from pg_locks join pg_database d on d.oid = database
      where locktype = 'advisory' and granted and datname = current_database() and pid <> pg_backend_pid()`,
  )
  assert.equal(rows.length, 1)
  let wasDeaf = false
  const watch = setInterval(() => (wasDeaf ||= !one.heard.isListening), 1)
  await app.db.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await until(() => wasDeaf)
  clearInterval(watch)
  await until(() => one.heard.isListening)
  await one.stop()
})
