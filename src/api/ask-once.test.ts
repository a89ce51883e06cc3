import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { notes } from '#db/tables/inbox.ts'
import { replies } from '#db/tables/reply.ts'
import { askedOnce, audit } from '#db/tables/team.ts'
import { apiHouse } from '#testing/api-house.ts'
import { letStand } from '#testing/close-anyhow.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { thingsOf, versionOfNew } from '#testing/workspace-things.ts'
import { contract, type RouteName } from './contract/contract.ts'
import type { Route } from './contract/route.ts'

const app = await deliveryApp()
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')
const sem = await house.join(noor, { name: 'Sem', role: 'member' })
const things = thingsOf(house, noor, { mark: 'koffer', network: 'key' })
const { conversationId, mentionId } = await freshConversation()

async function freshConversation() {
  const made = await things.conversation()
  return { ...made, params: { id: made.conversationId } }
}

let keys = 0
function newKey(): string {
  keys += 1
  return `key-of-a-test-${String(keys).padStart(4, '0')}`
}

type Given = { params: Record<string, string>; body: unknown; key: string; cookie?: string }

async function ask(route: RouteName, { params, body, key, cookie = noor.cookie }: Given) {
  const answer = await house.ask(route, { params, body, cookie, headers: { 'idempotency-key': key } })
  return { status: answer.status, body: await answer.json() }
}

const notesOf = (id: string) => app.db.asSystem((tx) => tx.$count(notes, eq(notes.conversationId, id)))
const linesOf = (id: string) => app.db.asSystem((tx) => tx.$count(audit, eq(audit.conversationId, id)))

test('a note that is asked for twice is written once, and both get the same answer', async () => {
  const { params, conversationId: id } = await freshConversation()
  const before = { notes: await notesOf(id), lines: await linesOf(id) }
  const given = { params, body: { text: 'De koffer staat in Faro.' }, key: newKey() }
  const first = await ask('POST /api/conversations/{id}/notes', given)
  const second = await ask('POST /api/conversations/{id}/notes', given)
  assert.equal(first.status, 200)
  assert.deepEqual(second, first)
  assert.deepEqual(
    { notes: await notesOf(id), lines: await linesOf(id) },
    { notes: before.notes + 1, lines: before.lines + 1 },
  )
})

test('of many that come at the same time one has an effect', async () => {
  const { params, conversationId: id } = await freshConversation()
  const before = await notesOf(id)
  const given = { params, body: { text: 'Tegelijk.' }, key: newKey() }
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('POST /api/conversations/{id}/notes', given)))
  assert.equal(new Set(answers.map((one) => JSON.stringify(one))).size, 1)
  assert.equal(await notesOf(id), before + 1)
})

test('an answer that is sent twice goes out once', async () => {
  const { params, conversationId: id, mentionId: mention } = await freshConversation()
  const accountId = await things.account()
  const body = { mentionId: mention, accountId, text: 'We bellen je.', thenDo: 'stay', version: versionOfNew }
  const given = { params, body, key: newKey() }
  const first = await ask('POST /api/conversations/{id}/replies', given)
  const second = await ask('POST /api/conversations/{id}/replies', given)
  assert.equal(first.status, 200, JSON.stringify(first.body))
  assert.deepEqual(second, first)
  const isThis = and(eq(replies.conversationId, id), eq(replies.text, 'We bellen je.'))
  assert.equal(await app.db.asSystem((tx) => tx.$count(replies, isThis)), 1)
})

test('a decision that is repeated after a colleague changed it does not win again', async () => {
  const { params } = await freshConversation()
  const given = { params, body: { version: versionOfNew, decision: letStand }, key: newKey() }
  const first = await ask('POST /api/conversations/{id}/finish', given)
  const reopened = await ask('POST /api/conversations/{id}/reopen', {
    params,
    body: {},
    key: newKey(),
    cookie: sem.cookie,
  })
  assert.equal(reopened.status, 200)
  assert.deepEqual(await ask('POST /api/conversations/{id}/finish', given), first)
  const now = await (await house.ask('GET /api/conversations/{id}', { params, cookie: noor.cookie })).json()
  assert.equal(now.state, 'open')
})

const decisions = [
  ['POST /api/conversations/{id}/claim', { takeOver: true }],
  ['POST /api/conversations/{id}/finish', { decision: letStand }],
  ['POST /api/conversations/{id}/wait', { until: '2030-01-01T00:00:00.000Z' }],
  ['POST /api/conversations/{id}/hand-over', { memberId: sem.memberId }],
] as const

for (const [route, body] of decisions) {
  test(`${route} upon what is not so any more is refused, and says who`, async () => {
    const { params } = await freshConversation()
    const theirs = await ask('POST /api/conversations/{id}/claim', {
      params,
      body: {},
      key: newKey(),
      cookie: sem.cookie,
    })
    assert.equal(theirs.status, 200)
    const given = { params, body: { ...body, version: versionOfNew }, key: newKey() }
    const refused = await ask(route, given)
    assert.equal(refused.status, 409)
    assert.equal(refused.body.error.code, 'taken')
    // What was refused left no trace: upon the state of now it is decided anew.
    const again = await ask(route, { ...given, body: { ...body, version: theirs.body.version } })
    assert.equal(again.status, 200, JSON.stringify(again.body))
  })
}

test('a key that was used for something else is refused', async () => {
  const params = { id: conversationId }
  const key = newKey()
  await ask('POST /api/conversations/{id}/notes', { params, body: { text: 'Eerst dit.' }, key })
  const other = await ask('POST /api/conversations/{id}/notes', { params, body: { text: 'Dan dat.' }, key })
  assert.equal(other.status, 422)
  const route = 'PUT /api/mentions/{id}/correction'
  assert.equal((await ask(route, { params: { id: mentionId }, body: { sentiment: 'positive' }, key })).status, 422)
})

test('the key of one member says nothing to another', async () => {
  const { params, conversationId: id } = await freshConversation()
  const before = await notesOf(id)
  const given = { params, body: { text: 'Van ieder één.' }, key: newKey() }
  await ask('POST /api/conversations/{id}/notes', given)
  await ask('POST /api/conversations/{id}/notes', { ...given, cookie: sem.cookie })
  assert.equal(await notesOf(id), before + 2)
})

test('a key that is no key is refused before anything happens', async () => {
  const given = { params: { id: conversationId }, body: { text: 'x' }, key: 'short' }
  assert.equal((await ask('POST /api/conversations/{id}/notes', given)).status, 400)
})

test('what nobody can ask again is swept', async () => {
  app.clock.advance(31 * day)
  const cookie = await house.signIn(noor.email)
  await ask('POST /api/conversations/{id}/notes', {
    params: { id: conversationId },
    body: { text: 'Later.' },
    key: newKey(),
    cookie,
  })
  assert.equal(await app.db.asSystem((tx) => tx.$count(askedOnce)), 1)
})

test('only what a member asks can happen once', () => {
  const routes = Object.entries<Route>(contract).filter(([, route]) => route.isOnce)
  assert.ok(routes.length >= 8)
  assert.deepEqual(
    routes.filter(([, route]) => route.who !== 'member').map(([name]) => name),
    [],
  )
})
