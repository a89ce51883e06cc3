import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextWith } from '#app.ts'
import { second } from '#base/clock.ts'
import { AppError, type AppErrorCode } from '#base/errors.ts'
import { createDepartment } from '#team/change-department.ts'
import { apiHouse, type Question } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'
import { problemOf, statusOf } from './error-answer.ts'
import { openLive } from './live.ts'

const app = await testApp()
const pictures = new Map<string, { type: string; body: string; status?: number }>()
const fetched: string[] = []
const network = {
  fetch: async (input: string | URL | Request) => {
    fetched.push(String(input))
    const found = pictures.get(String(input))
    if (!found) throw new Error('nobody there')
    return new Response(found.body, { status: found.status ?? 200, headers: { 'content-type': found.type } })
  },
  openSocket: () => Promise.reject(new Error('no sockets here')) as never,
}
app.connectorContext = (signal, workspaceId) => contextWith({ network, clock: app.clock, signal, workspaceId })
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')

type Told = { status: number; code: string; message: string; field: unknown; dutch: unknown; openAt: unknown }
type Details = { field?: unknown; words?: { nl: string }; openAt?: unknown }

async function problem(answer: Response): Promise<Told> {
  const { error } = (await answer.json()) as { error: { code: string; message: string; details: Details } }
  const { field, words, openAt } = error.details
  return { status: answer.status, code: error.code, message: error.message, field, dutch: words?.nl, openAt }
}
const post = async (body: string, given: Question = {}) =>
  house.server.request('/api/departments', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: noor.cookie, ...given.headers },
    body,
  })

test('every refusal of ours has one status, and the words, code and details of the refusal', () => {
  const codes: Record<AppErrorCode, number> = {
    bad_input: 400,
    signed_out: 401,
    not_allowed: 403,
    not_found: 404,
    taken: 409,
    undecided: 409,
    gone: 410,
    mismatched: 422,
    too_large: 413,
    too_many: 429,
    network_failed: 502,
    unavailable: 503,
  }
  assert.deepEqual(statusOf, codes)
  const error = new AppError('taken', 'Sem was faster.', { details: { by: 'sem' }, cause: new Error('of ours') })
  assert.deepEqual(problemOf(error), { error: { code: 'taken', message: 'Sem was faster.', details: { by: 'sem' } } })
})

test('what breaks in here says nothing of its insides', async () => {
  const broken = apiHouse(app)
  broken.house.auth.session = () => Promise.reject(new Error('password of the database: hunter2'))
  const answer = await broken.ask('GET /api/members', { cookie: noor.cookie })
  const { status, code, message } = await problem(answer)
  assert.deepEqual([status, code, message.includes('hunter2')], [500, 'broken', false])
})

test('an address that is not there says so in JSON', async () => {
  assert.deepEqual((await problem(await house.request('GET', '/api/nothing'))).status, 404)
})

test('a body that is too large, is no JSON, or has a wrong field is refused with the reason', async () => {
  const large = await problem(await post(JSON.stringify({ name: 'x'.repeat(1_000_001) })))
  assert.deepEqual([large.status, large.code], [413, 'too_large'])
  const cut = await problem(await post('{"name": "x'))
  assert.deepEqual([cut.status, cut.code], [400, 'bad_input'])
  const wrong = await problem(await post('{"name": 5}'))
  assert.deepEqual([wrong.status, wrong.code, wrong.field], [400, 'bad_input', 'name'])
  assert.deepEqual([wrong.message, wrong.dutch], ['name: this must be text.', 'name: dit moet tekst zijn.'])
})

test('a form of another site does nothing here, and our own origin may', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await post('{"name": "Kaap"}', { headers: { 'content-type': type, origin: 'https://evil.example' } })
    assert.equal(answer.status, 403, type)
  }
  const foreign = await house.request('DELETE', '/api/departments/x', {
    cookie: noor.cookie,
    headers: { origin: 'https://evil.example' },
  })
  assert.equal(foreign.status, 403)
  const own = await house.request(
    'DELETE',
    `/api/departments/${await createDepartment(noor.ctx, { name: 'Kort', memberIds: [] })}`,
    { cookie: noor.cookie },
  )
  assert.equal(own.status, 200)
})

test('guessing a password is stopped after ten wrong ones, for that address and name only', async () => {
  const tries = []
  const guess = (email: string) => house.ask('POST /api/sign-in', { body: { email, password: 'a guess of mine' } })
  for (let count = 0; count < 11; count += 1) tries.push((await guess('guessed@example.org')).status)
  assert.deepEqual(tries, [...Array(10).fill(400), 429])
  app.clock.advance(361 * second)
  const { message, dutch, openAt } = await problem(await guess('guessed@example.org'))
  assert.equal(message, 'Too many tries with this e-mail address. In 4 minutes you can try again.')
  assert.equal(dutch, 'Te veel pogingen met dit e-mailadres. Over 4 minuten kun je het weer proberen.')
  assert.equal(Date.parse(String(openAt)), app.clock.now().getTime() + 239 * second)
  assert.equal((await guess('another@example.org')).status, 400)
  app.clock.advance(240 * second)
  assert.equal((await guess('guessed@example.org')).status, 400)
})

test('a picture comes through us only when we signed its address, and only when it is a picture', async () => {
  const look = (url: string, by = app.secrets.sign(url, 'media'), cookie: string | undefined = noor.cookie) =>
    house.request('GET', `/api/media?${new URLSearchParams({ url, by })}`, { cookie })
  const at = (name: string) => `https://pictures.example/${name}`
  pictures.set(at('good.png'), { type: 'image/png', body: 'bytes' })
  pictures.set(at('page.png'), { type: 'text/html', body: '<script>alert(1)</script>' })
  pictures.set(at('drawing.png'), { type: 'image/svg+xml', body: '<svg onload="alert(1)"/>' })
  pictures.set(at('gone.png'), { type: 'image/png', body: '', status: 404 })
  const good = await look(at('good.png'))
  assert.deepEqual(
    [good.status, await good.text(), good.headers.get('x-content-type-options')],
    [200, 'bytes', 'nosniff'],
  )
  assert.match(good.headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/u)
  for (const name of ['page.png', 'drawing.png', 'gone.png', 'away.png']) {
    assert.equal((await look(at(name))).status, 404, name)
  }
  fetched.length = 0
  assert.equal((await look(at('good.png'), 'made-up')).status, 404)
  assert.equal((await look(at('good.png'), app.secrets.sign(at('other.png'), 'media'))).status, 404)
  assert.equal((await house.request('GET', `/api/media?url=${at('good.png')}`)).status, 401)
  assert.deepEqual(fetched, [], 'nothing is fetched for what we did not sign')
})

test('a host that does not answer is left alone for a minute: a list shows thirty pictures of it', async () => {
  const look = (name: string) => {
    const url = `https://silent.example/${name}`
    return house.request('GET', `/api/media?${new URLSearchParams({ url, by: app.secrets.sign(url, 'media') })}`, {
      cookie: noor.cookie,
    })
  }
  fetched.length = 0
  for (const name of ['a.png', 'b.png', 'c.png']) assert.equal((await look(name)).status, 404, name)
  assert.deepEqual(fetched, ['https://silent.example/a.png'])
  app.clock.advance(61 * second)
  pictures.set('https://silent.example/b.png', { type: 'image/png', body: 'bytes' })
  assert.equal((await look('b.png')).status, 200)
})

test('a live line that was cut goes on after its last event, and hears nothing of another workspace', async () => {
  const other = await house.start('Overzee', 'Otto')
  const live = openLive(app, app.databaseUrl)
  const listening = apiHouse(app, { live })
  try {
    for (const name of ['Een', 'Twee', 'Drie']) await createDepartment(noor.ctx, { name, memberIds: [] })
    await createDepartment(other.ctx, { name: 'Geheim', memberIds: [] })
    const { rows } = await app.db.pool.query<{ id: string }>(
      `select id from events where workspace_id = $1 order by id`,
      [noor.ctx.workspaceId],
    )
    const [last, ...missed] = rows.slice(-3).map(({ id }) => id)
    const heard = await readLines(
      await listening.request('GET', '/api/live', { cookie: noor.cookie, headers: { 'last-event-id': last ?? '' } }),
    )
    const before = rows.slice(0, -2).map(({ id }) => id)
    assert.deepEqual(heard, [...before, ...missed], 'from a little before it, and nothing of the other workspace')
    assert.equal((await listening.request('GET', '/api/live')).status, 401)
  } finally {
    await live.close()
  }
})

/** The ids of what a live line tells at first, until it says hello; it is then hung up. */
async function readLines(answer: Response): Promise<string[]> {
  const reader = answer.body?.getReader()
  assert.ok(reader)
  const decoder = new TextDecoder()
  let text = ''
  const ids = () => [...text.matchAll(/^id: (.+)$/gmu)].map(([, id]) => id ?? '')
  while (!text.includes('event: hello')) {
    const { value, done } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return ids()
}
