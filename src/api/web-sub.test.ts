import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { contextWith } from '#app.ts'
import { present } from '#base/assert.ts'
import { day, hour, minute, second, systemClock } from '#base/clock.ts'
import { hubSubscriptions, sources } from '#db/tables/listen.ts'
import type { Connector, Heard } from '#domain/connector.ts'
import { pollSource } from '#listen/poll-source.ts'
import { runSources } from '#listen/run-sources.ts'
import { changeSource, createSource, removeSource } from '#listen/save-source.ts'
import type { SourceRow } from '#listen/source-row.ts'
import type { Ear } from '#listen/take-heard.ts'
import { apiHouse } from '#testing/api-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'

/** A hub on loopback that notes what it is asked. */
const asked: URLSearchParams[] = []
let hubStatus = 202
let onAsked = (): void => undefined
const hubServer = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  asked.push(new URLSearchParams(body))
  response.writeHead(hubStatus).end()
  onAsked()
})
await new Promise<void>((resolve) => hubServer.listen(0, '127.0.0.1', resolve))
after(() => hubServer.close())
const hub = `http://127.0.0.1:${(hubServer.address() as AddressInfo).port}/`
const topic = 'https://blog.example/feed'

const everyMs = 10 * minute
const blog = scriptedNetwork('blog').connector
const named: { hub: Heard['hub'] } = { hub: { hub, topic } }
let polls = 0
const connector: Connector = {
  ...blog,
  everyMs,
  poll: async () => {
    polls += 1
    return { kind: 'heard', items: [], cursor: 1, more: false, ...named }
  },
}
const app = await testApp({ connectors: [connector] })
const network = { fetch, openSocket: () => Promise.reject() as never }
app.connectorContext = (signal, workspaceId) => contextWith({ network, clock: app.clock, signal, workspaceId })
const house = apiHouse(app)
const { ctx } = await house.start('Zilvermeeuw', 'Noor')
let nudges = 0
house.house.nudge = () => {
  nudges += 1
}

let source: SourceRow
beforeEach(async () => {
  asked.length = 0
  hubStatus = 202
  nudges = 0
  onAsked = () => undefined
  named.hub = { hub, topic }
  Object.assign(app, { isPublic: true, publicUrl: 'https://wederhoor.example.com' })
  await app.db.asSystem((tx) => tx.delete(sources))
  source = await createSource(ctx, { connector: 'blog', settings: {} })
})

/** One poll and what it starts beside itself. @returns after how long the next one comes. */
async function poll(): Promise<number> {
  const ear: Ear = { app, receive: async () => ({ kept: 0 }), lastSavedAt: new Map(), errands: new Set() }
  await pollSource(ear, { source: await sourceNow(), connector, terms: [], signal: new AbortController().signal })
  await Promise.all(ear.errands ?? [])
  return pauseMs()
}
async function sourceNow(): Promise<SourceRow> {
  const [row] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, source.id)))
  return present(row, 'the source of this test')
}
const pauseMs = async () => (await sourceNow()).nextAt.getTime() - app.clock.now().getTime()
const subscription = async () => (await app.db.asSystem((tx) => tx.select().from(hubSubscriptions)))[0]

const callback = () => new URL(asked.at(-1)?.get('hub.callback') ?? '').pathname
function verify(query: Record<string, string> = {}): Promise<Response> {
  const words = { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'w3lc0me', ...query }
  return house.request('GET', `${callback()}?${new URLSearchParams(words)}`, { headers: { origin: '' } })
}
/** As a hub sends it: no session, no origin, and a type that a form could send as well. */
async function deliver(secret = asked.at(-1)?.get('hub.secret') ?? '', body = '<rss/>'): Promise<Response> {
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const headers = { 'content-type': 'text/plain', ...(secret ? { 'x-hub-signature': signature } : {}) }
  return house.server.request(callback(), { method: 'POST', headers, body })
}

test('a named hub is asked once, confirms, wakes the source by a signed delivery, and polls slow down', async () => {
  assert.equal(await poll(), everyMs)
  assert.equal(asked.length, 1)
  const [wish] = asked
  assert.deepEqual([wish?.get('hub.mode'), wish?.get('hub.topic')], ['subscribe', topic])
  assert.match(wish?.get('hub.callback') ?? '', /^https:\/\/wederhoor\.example\.com\/api\/web-sub\/[\da-f-]{36}$/)
  const row = await subscription()
  assert.equal(row?.state, 'asked')
  assert.ok(!row?.secret.includes(wish?.get('hub.secret') ?? ''), 'the secret is sealed')

  const answer = await verify({ 'hub.lease_seconds': '864000' })
  assert.deepEqual([answer.status, await answer.text()], [200, 'w3lc0me'])
  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/)
  assert.deepEqual((await subscription())?.leaseUntil, new Date(app.clock.now().getTime() + 10 * day))

  assert.equal(await poll(), 4 * everyMs)
  assert.equal(asked.length, 1)
  app.clock.advance(minute)
  assert.equal((await deliver()).status, 202)
  assert.equal(await pauseMs(), 0)
  assert.equal(nudges, 1)
})

test('a hub that calls all the time makes nobody ask faster than a poll may, and no later either', async () => {
  await poll()
  await verify()
  app.clock.advance(minute)
  await deliver()
  await poll()
  for (let i = 0; i < 3; i += 1) {
    app.clock.advance(second)
    await deliver()
  }
  assert.equal(await pauseMs(), 7 * second)
})

test('a network that asked for rest keeps it', async () => {
  await poll()
  const nextAt = new Date(app.clock.now().getTime() + hour)
  const failure = { kind: 'wait' as const, why: { en: 'slow', nl: 'traag' }, since: '', until: nextAt.toISOString() }
  await app.db.asSystem((tx) => tx.update(sources).set({ nextAt, failure }))
  await deliver()
  assert.equal(await pauseMs(), hour)
})

test('another topic, an unknown address and an end we did not ask for are refused', async () => {
  await poll()
  assert.equal((await verify({ 'hub.topic': 'https://other.example/' })).status, 404)
  assert.equal((await verify({ 'hub.mode': 'unsubscribe' })).status, 404)
  assert.equal((await subscription())?.state, 'asked')
  for (const id of ['x', '00000000-0000-7000-8000-000000000009'])
    assert.equal((await house.request('GET', `/api/web-sub/${id}?hub.mode=subscribe&hub.challenge=x`)).status, 404)
})

test('a delivery with a wrong signature or none is taken and wakes nothing; one that is too large is not taken', async () => {
  await poll()
  await verify()
  for (const secret of ['not the secret', '']) assert.equal((await deliver(secret)).status, 202)
  assert.equal((await deliver(undefined, 'x'.repeat(2_000_001))).status, 413)
  assert.equal(await pauseMs(), everyMs)
  assert.equal(nudges, 0)
  assert.equal((await subscription())?.deliveredAt, null)
})

test('where nobody can call us, no hub is asked and polls keep their pace', async () => {
  await poll()
  await verify()
  app.isPublic = false
  asked.length = 0
  assert.equal(await poll(), everyMs)
  await app.db.asSystem((tx) => tx.delete(hubSubscriptions))
  await poll()
  assert.deepEqual([asked.length, await subscription()], [0, undefined])
})

test('a lease is renewed in its last day, with the same address and secret, also when the feed has no news', async () => {
  await poll()
  await verify({ 'hub.lease_seconds': String((5 * day) / second) })
  named.hub = undefined
  app.clock.advance(3 * day)
  await poll()
  assert.equal(asked.length, 1)
  app.clock.advance(day + minute)
  assert.equal(await poll(), 4 * everyMs)
  assert.equal(asked.length, 2)
  const same = (name: string) => assert.equal(asked[1]?.get(name), asked[0]?.get(name), name)
  for (const name of ['hub.callback', 'hub.secret', 'hub.topic']) same(name)
  await poll()
  assert.equal(asked.length, 2, 'not at every poll')
  app.clock.advance(2 * day)
  assert.equal(await poll(), everyMs, 'a lease that ran out promises nothing')
})

test('a refusal is kept for a day, silence and trouble for an hour, and the poll goes on', async () => {
  hubStatus = 403
  assert.equal(await poll(), everyMs)
  assert.equal((await subscription())?.state, 'refused')
  assert.equal((await verify()).status, 404)
  app.clock.advance(23 * hour)
  await poll()
  assert.equal(asked.length, 1)
  app.clock.advance(hour)
  hubStatus = 503
  await poll()
  assert.deepEqual([asked.length, (await subscription())?.state], [2, 'asked'])
  await poll()
  assert.equal(asked.length, 2)
  app.clock.advance(hour)
  await poll()
  assert.equal(asked.length, 3)
})

test('a hub that is not there fails no poll', async () => {
  named.hub = { hub: 'http://127.0.0.1:1/', topic }
  assert.equal(await poll(), everyMs)
  assert.equal((await sourceNow()).failure, null)
  assert.equal((await subscription())?.state, 'asked')
})

test('a hub that ends it by itself is not asked again for a day', async () => {
  await poll()
  await verify()
  app.clock.advance(2 * day)
  assert.equal((await verify({ 'hub.mode': 'denied', 'hub.reason': 'gone' })).status, 200)
  assert.equal(await poll(), everyMs)
  assert.deepEqual([asked.length, (await subscription())?.state], [1, 'refused'])
})

test('a feed that moves to another hub or topic leaves the first and asks the second', async () => {
  await poll()
  await verify()
  named.hub = { hub, topic: `${topic}/2` }
  await poll()
  const said = asked.map((wish) => `${wish.get('hub.mode')} ${wish.get('hub.topic')}`)
  assert.deepEqual(said, [`subscribe ${topic}`, `unsubscribe ${topic}`, `subscribe ${topic}/2`])
})

for (const [how, end] of [
  ['removed', () => removeSource(ctx, source.id)],
  ['pointed elsewhere', () => changeSource(ctx, { id: source.id, settings: { place: 'elsewhere' } })],
] as const) {
  test(`the hub of a source that is ${how} is told so, may end it, and what it still sends is gone`, async () => {
    await poll()
    await verify()
    const told = new Promise<void>((resolve) => {
      onAsked = resolve
    })
    await end()
    await told
    assert.equal(asked.at(-1)?.get('hub.mode'), 'unsubscribe')
    assert.equal(await subscription(), undefined)
    assert.equal(await (await verify({ 'hub.mode': 'unsubscribe' })).text(), 'w3lc0me')
    assert.equal((await verify()).status, 404)
    assert.equal((await deliver()).status, 410)
  })
}

test('the running ears ask a source as soon as its hub tells of news, long before its hour', async () => {
  const over = new AbortController()
  const until = async (isTrue: () => boolean) => {
    for (const deadline = Date.now() + 20_000; !isTrue() && Date.now() < deadline; )
      await new Promise((resolve) => setTimeout(resolve, 10))
    assert.ok(isTrue())
  }
  const { clock } = app
  Object.assign(app, { clock: systemClock })
  await changeSource(ctx, { id: source.id, askNow: true })
  polls = 0
  const receive = async () => ({ kept: 0 })
  const ears = runSources(app, { receive, terms: () => [], signal: over.signal })
  house.house.nudge = () => ears.wake()
  try {
    await until(() => asked.length === 1)
    assert.equal((await verify()).status, 200)
    assert.equal(polls, 1)
    await deliver()
    await until(() => polls === 2)
  } finally {
    over.abort()
    await ears.stopped
    Object.assign(app, { clock })
  }
})
