import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '#api/contract/contract.ts'
import { startWorkspace } from '#team/start-workspace.ts'
import { apiHouse } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp()
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')
const sanne = await house.join(noor, { name: 'Sanne', role: 'observer' })

async function change(cookie: string, body: unknown): Promise<Response> {
  return house.ask('PATCH /api/me', { cookie, body })
}
async function sessionOf(cookie: string): Promise<Answer<'GET /api/session'>> {
  return (await (await house.ask('GET /api/session', { cookie })).json()) as Answer<'GET /api/session'>
}
async function userOf(cookie: string) {
  return (await sessionOf(cookie)).user
}

test('what somebody chose is theirs alone, and stands on every machine where they sign in', async () => {
  const chosen = { areLettersOn: false, density: 'compact', opensNext: false }
  assert.equal((await change(sanne.cookie, { ...chosen, keys: { done: ['q'], wait: [] } })).status, 200)
  const elsewhere = await house.signIn(sanne.email)
  const { keys, areLettersOn, density, opensNext } = (await userOf(elsewhere)) ?? {}
  assert.deepEqual({ keys, areLettersOn, density, opensNext }, { ...chosen, keys: { done: ['q'], wait: [] } })
  const { keys: hers, density: room } = (await userOf(noor.cookie)) ?? {}
  assert.deepEqual([hers, room], [{}, 'comfortable'])
})

test('only the commands that are named change, however many change at once', async () => {
  await change(noor.cookie, { keys: { done: ['q'], mine: ['m'], wait: ['w'] } })
  const names = Array.from({ length: 20 }, (_, at) => `command${at}`)
  await Promise.all(names.map((name) => change(noor.cookie, { keys: { [name]: ['Alt+x'] } })))
  await change(noor.cookie, { keys: { mine: null } })
  const { keys = {} } = (await userOf(noor.cookie)) ?? {}
  assert.deepEqual(Object.keys(keys).toSorted(), ['done', 'wait', ...names].toSorted())
  await change(noor.cookie, { theme: 'dark' })
  assert.equal(Object.keys((await userOf(noor.cookie))?.keys ?? {}).length, 22, 'another change leaves them alone')
})

test('what is too much is refused, and nothing of it is kept', async () => {
  const before = (await userOf(noor.cookie))?.keys
  const many = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`more${from + at}`, ['x']]))
  const wrong = [
    { keys: many(0, 201) },
    { keys: { 'not a name': ['x'] } },
    { keys: { done: ['x'.repeat(61)] } },
    { keys: { done: ['a', 'b', 'c', 'd', 'e'] } },
    { keys: { done: 'x' } },
    { density: 'tiny' },
    { layout: 'heap' },
    { columns: ['mine', 'starred'] },
    { columns: ['mine', 'mine'] },
    { columns: Array.from({ length: 13 }, (_, at) => `saved:${at}`) },
    { keys: many(0, 190) },
  ]
  for (const body of wrong)
    assert.equal((await change(noor.cookie, body)).status, 400, JSON.stringify(body).slice(0, 80))
  assert.deepEqual((await userOf(noor.cookie))?.keys, before)
})

test('columns stand on every machine, each workspace with its own', async () => {
  assert.deepEqual([(await userOf(noor.cookie))?.layout, (await userOf(noor.cookie))?.columns], ['list', null])
  const columns = ['all', 'saved:0198', 'mine']
  assert.equal((await change(noor.cookie, { layout: 'columns', columns })).status, 200)
  const elsewhere = await house.signIn(noor.email)
  const { layout, columns: kept } = (await userOf(elsewhere)) ?? {}
  assert.deepEqual([layout, kept], ['columns', columns])
  await change(elsewhere, { layout: 'list' })
  assert.deepEqual((await userOf(noor.cookie))?.columns, columns, 'another change leaves them alone')
  assert.equal((await userOf(sanne.cookie))?.columns, null, 'a colleague has their own')
  await enterOther(noor.email)
})

/** In another workspace one starts anew, and comes back to what one left. */
async function enterOther(email: string): Promise<void> {
  const cookie = await house.signIn(email)
  const here = await sessionOf(cookie)
  const userId = here.user?.id ?? ''
  const otherId = await startWorkspace(app, { name: 'Other house', ownerName: 'Noor', userId })
  const enter = (workspaceId: string) => house.ask('POST /api/me/workspace', { cookie, body: { workspaceId } })
  await enter(otherId)
  assert.equal((await userOf(cookie))?.columns, null)
  await change(cookie, { columns: ['done'] })
  assert.deepEqual((await userOf(cookie))?.columns, ['done'])
  await enter(here.workspace?.id ?? '')
  assert.deepEqual((await userOf(cookie))?.columns, ['all', 'saved:0198', 'mine'])
}
