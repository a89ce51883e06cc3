import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute, systemClock } from '#base/clock.ts'
import { replies } from '#db/tables/reply.ts'
import { workspaces } from '#db/tables/team.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { likeMention } from './like-mention.ts'
import { lookMsMax } from './outbox-limits.ts'
import { readStops } from './read-stops.ts'
import { resumeSending } from './resume-sending.ts'
import { runOutbox } from './run-outbox.ts'
import { stopSending } from './stop-sending.ts'

const app = await deliveryApp()
const reason = 'storing'
const look = { thenDo: 'look', spreadMinutes: 0, freshMinutes: 15 } as const

test('what was to leave is held, and goes when somebody says so', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply } = await house.write()
  const { id } = await stopSending(house.as('noor'), { accountId: null, reason })
  await house.driveAfter(minute)
  assert.equal((await house.readReply(reply.id)).state, 'held')
  const resumed = await resumeSending(house.as('noor'), { id, ...look, thenDo: 'send' })
  assert.deepEqual(resumed, { send: 1, drafts: 0, look: 0 })
  await house.drive()
  assert.equal((await house.readReply(reply.id)).state, 'sent')
})

test('what waited too long is looked at, and nothing of it leaves by itself', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply } = await house.write()
  const { id } = await stopSending(house.as('noor'), { accountId: null, reason })
  await house.driveAfter(minute)
  app.clock.advance(16 * minute)
  const resumed = await resumeSending(house.as('noor'), { id, ...look, thenDo: 'send' })
  assert.deepEqual(resumed, { send: 0, drafts: 0, look: 1 })
  await house.driveAfter(minute)
  assert.equal((await house.readReply(reply.id)).state, 'needs_person')
})

test('back to drafts: the words are the writer’s again', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply, conversationId } = await house.write()
  const { id } = await stopSending(house.as('noor'), { accountId: house.accountId, reason })
  assert.deepEqual(await resumeSending(house.as('noor'), { id, ...look, thenDo: 'drafts' }), {
    ...{ send: 0, drafts: 1, look: 0 },
  })
  assert.equal((await house.readReply(reply.id)).state, 'undone')
  assert.equal((await house.readConversation(conversationId)).state, 'open')
})

test('the end of one stop frees nothing that another keeps', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply } = await house.write()
  const one = await stopSending(house.as('noor'), { accountId: house.accountId, reason })
  await stopSending(house.as('noor'), { accountId: null, reason })
  await house.driveAfter(minute)
  assert.equal((await resumeSending(house.as('noor'), { id: one.id, ...look })).look, 0)
  assert.equal((await house.readReply(reply.id)).state, 'held')
})

test('a stop that stands is answered, a like is refused, and who only answers may not stop', async () => {
  const house = await deliveryHouse(app, 'key')
  const first = await stopSending(house.as('noor'), { accountId: null, reason })
  assert.equal((await stopSending(house.as('noor'), { accountId: null, reason: 'nog eens' })).id, first.id)
  const { mentionId } = await house.addConversation()
  const before = house.network.asked.like
  await assert.rejects(likeMention(house.as('sem'), { mentionId, accountId: house.accountId }), /storing/u)
  assert.equal(house.network.asked.like, before)
  await assert.rejects(stopSending(house.as('sem'), { accountId: null, reason }), { code: 'not_allowed' })
  assert.equal((await readStops(house.as('sem'))).length, 1)
})

/** The promise is 1,000: WEDERHOOR_TEST_STOPS=1000. */
const rounds = Number(process.env.WEDERHOOR_TEST_STOPS ?? 30)
const lanes = 4

test('stops under load: nothing is called after one, but for one in flight a lane', async (t) => {
  const onTime = { ...app, clock: { ...systemClock, advance: () => undefined, sleptMs: () => 0 }, processId: 'one' }
  const began: number[] = []
  const counted: typeof app.connectorContext = (signal, workspaceId) => {
    const context = app.connectorContext(signal, workspaceId)
    const fetch: typeof context.fetch = (url, init) => {
      if (init?.method === 'POST') began.push(performance.now())
      return context.fetch(url, init)
    }
    return { ...context, fetch }
  }
  const loaded = { ...onTime, connectorContext: counted, networks: app.networks }
  const house = await deliveryHouse(loaded, 'key')
  const { workspaceId, network } = house
  const accounts = [house.accountId]
  for (let lane = 1; lane < lanes; lane += 1) {
    const nativeId = `us-${workspaceId}-${lane}`
    const id = await house.addAccount({ nativeId })
    await house.setToken(id, nativeId)
    accounts.push(id)
  }
  await app.db.asSystem((tx) => tx.update(workspaces).set({ undoSeconds: 0 }).where(eq(workspaces.id, workspaceId)))
  const over = new AbortController()
  const running = runOutbox(loaded, { signal: over.signal })
  t.after(async () => {
    over.abort()
    await running
  })
  const waits: number[] = []
  let [afterStop, inFlightMax] = [0, 0]
  for (let round = 0; round < rounds; round += 1) {
    // The pace of an account is another promise: here it must not keep the lanes empty.
    for (const accountId of accounts) await house.setAccount(accountId, { paceFullAt: null })
    for (const accountId of accounts) await house.write({ accountId, text: `Antwoord ${round} ${accountId}` })
    const askedAt = performance.now()
    const { id } = await stopSending(house.as('noor'), { accountId: null, reason })
    const stoppedAt = performance.now()
    waits.push(stoppedAt - askedAt)
    // Now and then for longer than any look is believed; nothing that is resumed here goes out, so calls are counted to the end of it.
    await systemClock.sleep(round % 20 === 0 ? lookMsMax + 200 : 10)
    await resumeSending(house.as('noor'), { id, ...look, thenDo: 'drafts' })
    const late = began.filter((at) => at > stoppedAt).length
    inFlightMax = Math.max(inFlightMax, late / lanes)
    afterStop += Math.max(0, late - lanes)
    began.length = 0
  }
  const stopP99Ms = Math.round(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0)
  const sent = await app.db.asSystem((tx) => tx.$count(replies, eq(replies.workspaceId, workspaceId)))
  const posts = network.posts.length
  t.diagnostic(`stops=${rounds} afterStop=${afterStop} inFlightMax=${inFlightMax} stopP99Ms=${stopP99Ms}`)
  t.diagnostic(`replies=${sent} posts=${posts} accounts=${lanes}`)
  assert.equal(afterStop, 0)
  assert.ok(inFlightMax <= 1)
  assert.ok(posts > 0, 'under load: some were on their way')
})
