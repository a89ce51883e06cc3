import assert from 'node:assert/strict'
import { test } from 'node:test'
import { second } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { presenceMs } from '#domain/presence.ts'
import type { Context } from '#team/context.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { readPresence } from './read-presence.ts'
import { tellPresence } from './tell-presence.ts'

const app = await testApp()
const { workspaceId, as } = await testWorkspace(app, { noor: 'owner', sanne: 'member', ot: 'observer' })
const other = await testWorkspace(app, { lies: 'owner' })

let number = 0
async function conversation(inWorkspace = workspaceId): Promise<string> {
  number += 1
  const id = newId()
  const latestAt = app.clock.now()
  const row = { id, workspaceId: inWorkspace, number, network: 'key', threadId: id, title: 'Koffer', latestAt }
  await app.db.asSystem((tx) => tx.insert(conversations).values(row))
  return id
}

/** What somebody sees at one conversation: `looks Sanne`, `types Sanne`. */
async function seen(by: Context, id: string): Promise<string[]> {
  const all = await readPresence(by)
  return all
    .filter((one) => one.conversationId === id)
    .map((one) => `${one.isTyping ? 'types' : 'looks'} ${one.by.name}`)
}

test('who looks is seen by colleagues, and not by oneself', async () => {
  const id = await conversation()
  await tellPresence(as('sanne'), { id, sign: 'looking' })
  assert.deepEqual(await seen(as('noor'), id), ['looks sanne'])
  assert.deepEqual(await seen(as('ot'), id), ['looks sanne'])
  assert.deepEqual(await seen(as('sanne'), id), [])
})

test('who types is seen as typing until they only look again', async () => {
  const id = await conversation()
  await tellPresence(as('sanne'), { id, sign: 'typing' })
  assert.deepEqual(await seen(as('noor'), id), ['types sanne'])
  await tellPresence(as('sanne'), { id, sign: 'looking' })
  assert.deepEqual(await seen(as('noor'), id), ['looks sanne'])
})

test('it dies thirty seconds after the last sign, and a sign renews it', async () => {
  const id = await conversation()
  await tellPresence(as('sanne'), { id, sign: 'looking' })
  app.clock.advance(20 * second)
  await tellPresence(as('sanne'), { id, sign: 'looking' })
  app.clock.advance(presenceMs - 1)
  assert.deepEqual(await seen(as('noor'), id), ['looks sanne'])
  assert.equal((await readPresence(as('noor'))).find((one) => one.conversationId === id)?.leftMs, 1)
  app.clock.advance(1)
  assert.deepEqual(await seen(as('noor'), id), [])
})

test('who leaves is gone at once', async () => {
  const id = await conversation()
  await tellPresence(as('sanne'), { id, sign: 'typing' })
  await tellPresence(as('sanne'), { id, sign: 'gone' })
  assert.deepEqual(await seen(as('noor'), id), [])
})

test('an observer may look along, and is never shown as answering', async () => {
  const id = await conversation()
  await tellPresence(as('ot'), { id, sign: 'typing' })
  assert.deepEqual(await seen(as('noor'), id), ['looks ot'])
})

test('another workspace sees nothing, and cannot be present here', async () => {
  const id = await conversation()
  await tellPresence(as('sanne'), { id, sign: 'looking' })
  assert.deepEqual(await readPresence(other.as('lies')), [])
  const stranger = tellPresence(other.as('lies'), { id, sign: 'looking' })
  await assert.rejects(stranger, { code: 'not_found' })
  assert.deepEqual(await seen(as('noor'), id), ['looks sanne'])
})

test('colleagues are told of a change, not of every heartbeat', async (t) => {
  const id = await conversation()
  const client = await app.db.pool.connect()
  t.after(() => client.release())
  const told: string[] = []
  client.on('notification', ({ payload = '' }) => told.push(payload))
  await client.query('listen wederhoor_presence')
  const sayAll = async (...signs: ('looking' | 'typing' | 'gone')[]) => {
    for (const sign of signs) await tellPresence(as('sanne'), { id, sign })
    // Its own answer comes after every notice that was committed before it.
    await client.query('select 1')
    return told.splice(0).length
  }
  assert.equal(await sayAll('looking', 'looking', 'looking'), 1)
  assert.equal(await sayAll('typing', 'typing'), 1)
  assert.equal(await sayAll('gone', 'gone'), 1)
  await sayAll('looking')
  app.clock.advance(presenceMs)
  assert.equal(await sayAll('looking'), 1, 'who comes back after having been taken for gone')
})

test('what is dead is swept by the next sign', async () => {
  const id = await conversation()
  await tellPresence(as('sanne'), { id, sign: 'looking' })
  app.clock.advance(presenceMs + second)
  await tellPresence(as('noor'), { id: await conversation(), sign: 'looking' })
  const { rows } = await app.db.pool.query('select 1 from presences where conversation_id = $1', [id])
  assert.deepEqual(rows, [])
})
