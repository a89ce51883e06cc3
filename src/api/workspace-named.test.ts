import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from '#api/contract/shapes.ts'
import { addMember } from '#team/add-member.ts'
import { createDepartment } from '#team/change-department.ts'
import { removeMember } from '#team/change-member.ts'
import { apiHouse, type Person } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'
import { workspaceHeader } from './handler.ts'
import { openLive } from './live.ts'

const app = await testApp()
const live = openLive(app, app.databaseUrl)
const house = apiHouse(app, { live })
const gull = await house.start('Zilvermeeuw', 'Noor')
const dike = await house.start('De Dijk', 'Dirk')
const foreign = await house.start('Vreemd & Co.', 'Vera')
// Noor works for both; her session stands in the first.
await addMember(dike.ctx, { userId: gull.userId, name: 'Noor', role: 'admin' })

const at = (name: string) => ({ cookie: gull.cookie, headers: { [workspaceHeader]: name } })
async function sessionAt(name?: string): Promise<Session> {
  const answer = await house.ask('GET /api/session', name === undefined ? { cookie: gull.cookie } : at(name))
  return (await answer.json()) as Session
}
async function departmentsOf(given: ReturnType<typeof at> | Pick<Person, 'cookie'>): Promise<string[]> {
  const answer = await house.ask('GET /api/departments', given)
  return ((await answer.json()) as { name: string }[]).map(({ name }) => name)
}

test.after(() => live.close())

test('a question is answered for the workspace that it names, whatever the session stands in', async () => {
  await createDepartment(gull.ctx, { name: 'Of the gull', memberIds: [] })
  const made = await house.ask('POST /api/departments', {
    ...at('de-dijk'),
    body: { name: 'Of the dike', memberIds: [] },
  })
  assert.equal(made.status, 200)
  assert.deepEqual(await departmentsOf(at('zilvermeeuw')), ['Of the gull'])
  assert.deepEqual(await departmentsOf(at('de-dijk')), ['Of the dike'])
  assert.deepEqual(await departmentsOf(at(dike.ctx.workspaceId)), ['Of the dike'])
  // Who names none, as a program with a key of old, is where their session is.
  assert.deepEqual(await departmentsOf({ cookie: gull.cookie }), ['Of the gull'])
})

test('a workspace one is not in and one that is not there answer the same, to every kind of question', async () => {
  const asked = [
    (given: ReturnType<typeof at>) => house.ask('GET /api/departments', given),
    (given: ReturnType<typeof at>) =>
      house.ask('POST /api/departments', { ...given, body: { name: 'x', memberIds: [] } }),
    (given: ReturnType<typeof at>) => house.ask('GET /api/session', given),
    ({ cookie, headers }: ReturnType<typeof at>) =>
      house.request('GET', `/api/live?workspace=${headers[workspaceHeader]}`, { cookie }),
  ]
  for (const ask of asked) {
    const [there, nowhere] = await Promise.all(['vreemd-co', 'nowhere'].map((name) => ask(at(name))))
    assert.equal(there?.status, nowhere?.status)
    assert.deepEqual(await there?.json(), await nowhere?.json())
  }
  assert.equal((await house.ask('GET /api/departments', at('vreemd-co'))).status, 403)
  assert.equal((await house.ask('GET /api/departments', at(foreign.ctx.workspaceId))).status, 403)
  assert.deepEqual(await departmentsOf({ cookie: foreign.cookie }), [])
  const session = await sessionAt('vreemd-co')
  assert.equal(session.user?.name, 'Noor')
  assert.equal(session.member, null)
  assert.equal(session.workspace, null)
})

test('the session of a page is that of its workspace, and changes no default', async () => {
  assert.equal((await sessionAt('de-dijk')).workspace?.name, 'De Dijk')
  assert.equal((await sessionAt('de-dijk')).member?.role, 'admin')
  assert.equal((await sessionAt()).workspace?.name, 'Zilvermeeuw')
  const changed = await house.ask('PATCH /api/me', { ...at('de-dijk'), body: { theme: 'dark' } })
  assert.equal(((await changed.json()) as Session).workspace?.name, 'De Dijk')
})

test('one key in two workspaces is two questions', async () => {
  const key = 'one-key-for-two-houses'
  for (const name of ['zilvermeeuw', 'de-dijk']) {
    const given = { cookie: gull.cookie, headers: { [workspaceHeader]: name, 'idempotency-key': key } }
    const body = { name: `Seen ${name}`, ask: { view: 'all' } }
    const answer = await house.ask('POST /api/saved-views', { ...given, body })
    assert.equal(answer.status, 200)
    const seen = await house.ask('GET /api/saved-views', at(name))
    assert.deepEqual(
      ((await seen.json()) as { name: string }[]).map((one) => one.name),
      [body.name],
    )
  }
})

test('a line tells what happens in the workspace of its address, and nothing of the other', async () => {
  const answer = await house.request('GET', '/api/live?workspace=de-dijk', { cookie: gull.cookie })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  assert.ok(reader)
  const first = await reader.read()
  assert.match(first.value ?? '', /hello/u)
  await createDepartment(gull.ctx, { name: 'Nothing for the dike', memberIds: [] })
  const marked = await createDepartment(dike.ctx, { name: 'For the dike', memberIds: [] })
  let told = ''
  while (!told.includes(marked)) told += (await reader.read()).value ?? ''
  assert.equal(told.match(/event: team\.changed/gu)?.length, 1)
  await reader.cancel()
})

test('an address may change: the old one leads on, and is never anybody else’s', async () => {
  const rename = (name: string, slug: string) => house.ask('PATCH /api/workspace', { ...at(name), body: { slug } })
  assert.equal((await rename('de-dijk', 'dijk-en-duin')).status, 200)
  for (const name of ['de-dijk', 'dijk-en-duin']) assert.equal((await sessionAt(name)).workspace?.slug, 'dijk-en-duin')
  for (const taken of ['de-dijk', 'dijk-en-duin', 'vreemd-co']) {
    const refused = await rename('zilvermeeuw', taken)
    assert.equal(refused.status, 409)
    assert.equal(((await refused.json()) as { error: { code: string } }).error.code, 'taken')
  }
  assert.equal((await rename('zilvermeeuw', 'Met Spaties')).status, 400)
  assert.equal((await sessionAt('zilvermeeuw')).workspace?.slug, 'zilvermeeuw')
  // Back to what it was called before.
  assert.equal((await rename('dijk-en-duin', 'de-dijk')).status, 200)
  const second = await house.start('De Dijk', 'Dora')
  const answer = await house.ask('GET /api/session', { cookie: second.cookie })
  assert.equal(((await answer.json()) as Session).workspace?.slug, 'de-dijk-2')
})

test('whoever left is nobody there from the next question on', async () => {
  const member = (await sessionAt('de-dijk')).member
  await removeMember(dike.ctx, member?.id ?? '')
  assert.equal((await house.ask('GET /api/departments', at('de-dijk'))).status, 403)
  assert.equal((await sessionAt('de-dijk')).member, null)
})
