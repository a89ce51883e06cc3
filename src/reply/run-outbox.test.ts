import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { systemClock } from '#base/clock.ts'
import { replies } from '#db/tables/reply.ts'
import { workspaces } from '#db/tables/team.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { runOutbox } from './run-outbox.ts'
import { writeReply } from './write-reply.ts'

const app = await deliveryApp()
const onTime = { ...app, clock: { ...systemClock, advance: () => undefined, sleptMs: () => 0 }, processId: 'one' }

test('two running outboxes hear of a reply through the database, and one of them sends it at once', async () => {
  const house = await deliveryHouse({ ...onTime, networks: app.networks }, 'key')
  await app.db.asSystem((tx) =>
    tx.update(workspaces).set({ undoSeconds: 0 }).where(eq(workspaces.id, house.workspaceId)),
  )
  const over = new AbortController()
  const running = [onTime, { ...onTime, processId: 'two' }].map((one) => runOutbox(one, { signal: over.signal }))
  const isListening = `select count(*)::int as count from pg_stat_activity where query like 'listen wederhoor_outbox%' and datname = current_database()`
  await until(async () => (await app.db.pool.query<{ count: number }>(isListening)).rows[0]?.count === 2)
  const startedAt = performance.now()
  const sent: string[] = []
  for (let count = 0; count < 5; count += 1) {
    const conversation = await house.addConversation()
    const given = { accountId: house.accountId, text: `Antwoord ${count}`, thenDo: 'done', version: 1 } as const
    sent.push((await writeReply(house.as('sem'), { ...conversation, ...given })).id)
  }
  const countSent = () => app.db.asSystem((tx) => tx.$count(replies, eq(replies.state, 'sent')))
  await until(async () => (await countSent()) === sent.length)
  assert.ok(performance.now() - startedAt < 10_000, 'a ring wakes it; it does not wait for its idle time')
  assert.deepEqual(house.network.posts.map((post) => post.key).sort(), sent.sort())
  over.abort()
  await Promise.all(running)
})

const triesMax = 400

/** The other side is a loop of its own: all one can do is look until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    if (await isSo()) return
    await systemClock.sleep(25)
  }
  assert.fail('it did not come true')
}
