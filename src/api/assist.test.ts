import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { openGuardedNetwork } from '#base/guarded-fetch.ts'
import { newId } from '#base/ids.ts'
import { assistUses } from '#db/tables/assist.ts'
import { assistTasks } from '#domain/assist/assist-task.ts'
import { eraseAuthor } from '#reply/erase-author.ts'
import { exportAuthor } from '#reply/export-author.ts'
import { apiHouse, type Person } from '#testing/api-house.ts'
import { assistAsked } from '#testing/assist-house.ts'
import { begin, json, openFakeStreamModel, piece, says } from '#testing/fake-stream-model.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { thingsOf, versionOfNew } from '#testing/workspace-things.ts'

const key = 'canary-0a1b2c3d4e5f-key-of-a-model'
const model = await openFakeStreamModel()
const network = openGuardedNetwork({ userAgent: 'Wederhoor/test', allow: ['127.0.0.1'] })
const logged: string[] = []
const app = await testApp({ network, connectors: [scriptedNetwork('key').connector] })
app.log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
const house = apiHouse(app)
const ours = await house.start('Binnen', 'Noor')
const theirs = await house.start('Buiten', 'Bram')
const things = thingsOf(house, ours, { mark: 'binnen', network: 'key' })
const sem = await house.join(ours, { name: 'sem', role: 'member' })
const bo = await house.join(ours, { name: 'bo', role: 'observer' })
after(async () => {
  await model.close()
  await network.close()
})
beforeEach(() => {
  model.asked.length = 0
  model.mood = says('Dag, we zoeken het uit.')
})

const settings = {
  ...assistAsked,
  isOn: true,
  address: model.address,
  key,
  tasks: [...assistTasks],
  priceIn: 1,
  priceOut: 1,
}
const answers: string[] = []

async function ask(who: Person, ...[route, given]: Parameters<typeof house.ask>) {
  const answer = await house.ask(route, { ...given, cookie: who.cookie })
  const text = await answer.text()
  answers.push(text)
  return { status: answer.status, said: JSON.parse(text) }
}

const turnOn = async () => assert.equal((await ask(ours, 'PUT /api/assist', { body: settings })).status, 200)
const question = { task: 'draft', lang: 'nl' } as const

async function preview(who: Person, id: string) {
  return ask(who, 'POST /api/conversations/{id}/assist-preview', { params: { id }, body: question })
}

/** As the pages ask: look first, and then ask for what was seen. */
async function suggestion(who: Person, id: string, more: object = {}) {
  const { said } = await preview(who, id)
  const body = { ...question, leftHash: said.leftHash ?? 'x', ...more }
  const answer = await house.request('POST', `/api/conversations/${id}/suggestion`, { body, cookie: who.cookie })
  const text = await answer.text()
  answers.push(text)
  const isLines = answer.headers.get('content-type')?.startsWith('application/x-ndjson')
  const lines = isLines
    ? text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  return { status: answer.status, lines, text }
}

test('before anybody turned it on nobody is told of it, and nothing is asked', async () => {
  const { conversationId } = await things.conversation()
  assert.equal((await ask(sem, 'GET /api/session')).said.assist, undefined)
  assert.equal((await preview(sem, conversationId)).status, 403)
  assert.equal((await suggestion(sem, conversationId)).status, 403)
  assert.equal(model.asked.length, 0)
})

test('on, it is told line by line, and whoever took it over has an answer that says so', async () => {
  await turnOn()
  assert.deepEqual((await ask(sem, 'GET /api/session')).said.assist, {
    tasks: [...assistTasks],
    model: 'small',
    shows: 'each',
  })
  assert.equal((await ask(bo, 'GET /api/session')).said.assist, undefined, 'an observer writes nothing')
  const { conversationId, mentionId } = await things.conversation()
  const { status, lines } = await suggestion(sem, conversationId)
  assert.equal(status, 200)
  assert.equal(lines[0].kind, 'begun')
  assert.equal(lines.at(-1).text, 'Dag, we zoeken het uit.')
  const params = { id: lines[0].id }
  assert.equal((await ask(ours, 'POST /api/assist-uses/{id}/accept', { params, body: {} })).status, 404, 'not hers')
  assert.equal((await ask(theirs, 'POST /api/assist-uses/{id}/accept', { params, body: {} })).status, 404)
  for (let twice = 0; twice < 2; twice += 1)
    assert.equal((await ask(sem, 'POST /api/assist-uses/{id}/accept', { params, body: {} })).status, 200)
  const reply = { mentionId, accountId: null, text: 'Dag, we zoeken het uit.', version: versionOfNew }
  const written = await ask(sem, 'POST /api/conversations/{id}/replies', {
    params: { id: conversationId },
    body: reply,
  })
  assert.deepEqual(written.said.helpedBy, ['small-2026'])
  const { said } = await ask(ours, 'GET /api/assist')
  const [use] = said.assist.uses
  assert.deepEqual([use.by.name, use.task, use.isAccepted, use.isSent], ['sem', 'draft', true, true])
  assert.equal(said.assist.hasKey, true)
  assert.equal(said.assist.tokens, 320)
})

test('what was taken over and then thrown away is not said of the answer', async () => {
  await turnOn()
  const { conversationId, mentionId } = await things.conversation()
  const { lines } = await suggestion(sem, conversationId)
  await ask(sem, 'POST /api/assist-uses/{id}/accept', { params: { id: lines[0].id }, body: {} })
  const params = { id: conversationId }
  for (const text of ['Dag', ''])
    await ask(sem, 'PUT /api/conversations/{id}/draft', { params, body: { kind: 'reply', text } })
  const reply = { mentionId, accountId: null, text: 'Helemaal zelf.', version: versionOfNew }
  assert.equal(
    (await ask(sem, 'POST /api/conversations/{id}/replies', { params, body: reply })).said.helpedBy,
    undefined,
  )
})

test('a stream has walls too: role, workspace and what was shown', async () => {
  await turnOn()
  const { conversationId } = await things.conversation()
  const path = `/api/conversations/${conversationId}/suggestion`
  const body = { ...question, leftHash: 'x' }
  assert.equal((await house.request('POST', path, { body })).status, 401)
  assert.equal((await suggestion(bo, conversationId)).status, 403)
  const foreign = await suggestion(theirs, conversationId)
  const absent = await suggestion(theirs, newId())
  assert.deepEqual([foreign.status, foreign.text], [404, absent.text])
  assert.equal((await suggestion(sem, conversationId, { leftHash: 'y' })).status, 409)
  assert.equal((await suggestion(sem, conversationId, { task: 'send it' })).status, 400)
  assert.equal(
    (
      await house.request('POST', path, {
        body,
        cookie: sem.cookie,
        headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
      })
    ).status,
    403,
  )
  assert.equal(model.asked.length, 0)
})

test('who hangs up stops the model', async () => {
  await turnOn()
  const { conversationId } = await things.conversation()
  const closed = new Promise<void>((resolve) => {
    model.mood = (response) => {
      begin(response)
      response.on('close', resolve)
      response.write(piece('We zoeken'))
    }
  })
  const { said } = await preview(sem, conversationId)
  const answer = await house.request('POST', `/api/conversations/${conversationId}/suggestion`, {
    body: { ...question, leftHash: said.leftHash },
    cookie: sem.cookie,
  })
  const reader = answer.body?.getReader()
  await reader?.read()
  await reader?.read()
  await reader?.cancel()
  await closed
})

test('I choose to be shown what leaves only the first time, and it holds for me', async () => {
  await turnOn()
  const { conversationId } = await things.conversation()
  assert.equal((await ask(sem, 'PUT /api/me/assist', { body: { shows: 'first' } })).status, 200)
  assert.equal((await preview(sem, conversationId)).said.mustShow, true)
  await suggestion(sem, conversationId)
  assert.equal((await preview(sem, conversationId)).said.mustShow, false)
  assert.equal((await preview(ours, conversationId)).said.mustShow, true)
  await ask(sem, 'PUT /api/me/assist', { body: { shows: 'each' } })
  assert.equal((await preview(sem, conversationId)).said.mustShow, true)
})

test('models are listed and tried before anything is kept, and what is wrong is said in words', async () => {
  const server = { address: model.address, key }
  assert.deepEqual((await ask(ours, 'POST /api/assist/models', { body: server })).said.models, ['small'])
  const tried = await ask(ours, 'POST /api/assist/try', { body: { ...server, model: 'small' } })
  assert.deepEqual(tried.said, { model: 'small-2026', text: 'Dag, we zoeken het uit.' })
  model.mood = json(401, { error: { message: `wrong key ${key}` } })
  const wrong = await ask(ours, 'POST /api/assist/try', { body: { ...server, model: 'small' } })
  assert.equal(wrong.status, 400)
  assert.match(wrong.said.error.details.words.nl, /aanvaardt de sleutel niet/u)
  const inside = await ask(ours, 'POST /api/assist/models', { body: { address: 'http://10.9.8.7/v1' } })
  assert.match(inside.said.error.details.words.nl, /besloten netwerk/u)
  model.models = json(200, '<html>')
  assert.match(
    (await ask(ours, 'POST /api/assist/models', { body: server })).said.error.details.words.nl,
    /niet zoals een modelserver/u,
  )
})

test('the key goes to no other server, and it is bounded before it is on', async () => {
  await turnOn()
  const without = { ...settings, key: undefined }
  assert.equal(
    (await ask(ours, 'PUT /api/assist', { body: { ...without, address: 'https://other.example/v1' } })).status,
    400,
  )
  for (const wrong of [{ moneyMost: null }, { priceIn: 0, priceOut: 0 }, { tasks: [] }, { address: 'ftp://x' }])
    assert.equal(
      (await ask(ours, 'PUT /api/assist', { body: { ...without, ...wrong } })).status,
      400,
      JSON.stringify(wrong),
    )
})

test('when somebody is forgotten the proof of what left goes, and the record and the cost stay', async () => {
  await turnOn()
  const { conversationId } = await things.conversation()
  await suggestion(sem, conversationId)
  const usesOf = () =>
    app.db.asSystem((tx) => tx.select().from(assistUses).where(eq(assistUses.conversationId, conversationId)))
  assert.ok((await usesOf())[0]?.leftHash)
  const shown = await ask(ours, 'GET /api/conversations/{id}', { params: { id: conversationId } })
  const authorId = shown.said.messages[0].author.id
  const { assisted } = await exportAuthor(ours.ctx, authorId)
  assert.ok(assisted.some((row) => row.task === 'draft' && row.model === 'small-2026'))
  const { rows } = await app.db.pool.query<{ id: string }>(`select id from replies where state = 'assisted'`)
  await app.db.pool.query(`update replies set state = 'sent' where id = any($1)`, [rows.map(({ id }) => id)])
  await eraseAuthor(ours.ctx, { id: authorId, keepsOut: false })
  const [use] = await usesOf()
  assert.deepEqual([use?.leftHash, use?.tokensIn], [null, 300])
})

test('the key is in no table, no answer and no line of the log', async () => {
  app.log.warn('so that there is a log')
  const { rows } = await app.db.pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const dump: string[] = []
  for (const { name } of rows)
    dump.push(JSON.stringify((await app.db.pool.query(`select t::text from ${name} t`)).rows))
  const spellings = [key, Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64').slice(0, -3)]
  assert.ok(answers.length > 20 && logged.length > 0)
  for (const spelling of spellings)
    for (const text of [dump.join(), answers.join(), logged.join()]) assert.ok(!text.includes(spelling))
})
