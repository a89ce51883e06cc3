import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import type { LiveEvent } from '#domain/event.ts'
import { tellPresence } from '#inbox/tell-presence.ts'
import { apiHouse } from '#testing/api-house.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { thingsOf } from '#testing/workspace-things.ts'
import { openLive } from './live.ts'

const app = await deliveryApp()
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')
const theirs = await house.start('Elders', 'Lies')
const { conversationId } = await thingsOf(house, noor, { mark: 'binnen', network: 'key' }).conversation()

test('several processes on one database tell their screens who looks, and only within the workspace', async (t) => {
  const processes = [openLive(app, app.databaseUrl), openLive(app, app.databaseUrl)]
  t.after(() => Promise.all(processes.map((live) => live.close())))
  const heard: LiveEvent[][] = processes.map(() => [])
  const elsewhere: LiveEvent[] = []
  const arrived = new EventTarget()
  for (const [at, live] of processes.entries()) {
    live.subscribe(noor.ctx.workspaceId, (event) => {
      if (event.kind !== 'presence.changed') return
      heard[at]?.push(event)
      if (heard.every((events) => events.length > 0)) arrived.dispatchEvent(new Event('all'))
    })
    live.subscribe(theirs.ctx.workspaceId, (event) => elsewhere.push(event))
  }
  const all = once(arrived, 'all')
  await listening(2)
  await tellPresence(noor.ctx, { id: conversationId, sign: 'looking' })
  await all
  for (const events of heard) {
    const [event] = events
    assert.deepEqual(
      { id: event?.id, conversationId: event?.conversationId, by: event?.by },
      { id: 0, conversationId, by: noor.memberId },
    )
  }
  assert.deepEqual(elsewhere, [])
})

/** Until so many connections listen. */
async function listening(count: number): Promise<void> {
  for (;;) {
    const { rowCount } = await app.db.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and query like 'listen wederhoor%' and state = 'idle'`,
    )
    if ((rowCount ?? 0) >= count) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
