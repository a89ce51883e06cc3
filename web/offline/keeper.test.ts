import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Session } from '#api/contract/shapes.ts'
import { openKeeper, whoIn } from './keeper.ts'
import { memoryStore } from './store.ts'

/** Only who it is matters here. */
function sessionOf(userId: string, memberId = `member of ${userId}`, slug = 'gull'): Session {
  return { user: { id: userId }, member: { id: memberId, name: userId }, workspace: { slug } } as unknown as Session
}
const conversation = (key: string) => ({ name: 'GET /api/conversations/{id}', given: { params: { id: key } } }) as const
const list = { name: 'GET /api/conversations', given: { query: { view: 'mine', limit: 60 } } } as const

async function house() {
  const store = memoryStore()
  let nowMs = 0
  const open = async (place?: string) =>
    openKeeper(store, await whoIn(store, await store.who(), place), { nowMs: () => (nowMs += 1), place: () => place })
  const keeper = await open()
  await keeper.meet(sessionOf('noor'))
  return { store, open, keeper }
}

test('what was said is there after the page was loaded again, with when it was said', async () => {
  const { keeper, open } = await house()
  await keeper.keep(list, { items: [], next: null })
  const again = await open()
  assert.deepEqual((await again.recall({ name: 'GET /api/session', given: undefined }))?.answer, sessionOf('noor'))
  const kept = await again.recall(list)
  assert.deepEqual(kept?.answer, { items: [], next: null })
  // The session was the first thing that was kept.
  assert.equal(kept?.at, 2)
  assert.equal(await again.recall({ ...list, given: { query: { view: 'all', limit: 60 } } }), undefined)
})

test('a conversation asked for by its id is found by its key', async () => {
  const { keeper } = await house()
  await keeper.keep(conversation('0192-some-id'), { key: 'WH-7' })
  assert.deepEqual((await keeper.recall(conversation('WH-7')))?.answer, { key: 'WH-7' })
})

test('the last 200 conversations are kept, and only the head of a list', async () => {
  const { keeper } = await house()
  for (let nth = 1; nth <= 201; nth += 1) await keeper.keep(conversation(`WH-${nth}`), { key: `WH-${nth}` })
  assert.equal(await keeper.recall(conversation('WH-1')), undefined)
  assert.ok(await keeper.recall(conversation('WH-2')))
  const further = { name: list.name, given: { query: { ...list.given.query, after: 'x' } } } as const
  await keeper.keep(further, { items: [], next: null })
  assert.equal(await keeper.recall(further), undefined)
})

test('what is not meant for it is not kept', async () => {
  const { keeper } = await house()
  const question = { name: 'GET /api/topics', given: undefined } as const
  await keeper.keep(question, [])
  assert.equal(await keeper.recall(question), undefined)
})

test('another person finds nothing of the one before, nor does whoever comes after a sign-out', async () => {
  for (const leave of ['sign-out', 'another'] as const) {
    const { store, keeper, open } = await house()
    await keeper.keep(list, { items: [], next: null })
    await store.putDraft({ key: 'a draft', text: 'Dear', isSaved: false, at: 0 })
    if (leave === 'sign-out') await keeper.wipe()
    else assert.equal(await keeper.meet(sessionOf('sanne')), true)
    const next = await open()
    assert.equal(await next.recall(list), undefined)
    assert.deepEqual(await store.drafts(), [])
    await next.meet(sessionOf('noor'))
    assert.equal(await next.recall(list), undefined)
  }
})

test('an answer that comes after the sign-out brings nothing back', async () => {
  const { keeper, open } = await house()
  await keeper.wipe()
  await keeper.keep(list, { items: [], next: null })
  await keeper.meet(sessionOf('noor'))
  assert.equal((await open()).who(), undefined)
})

test('when a session ends nothing can be read, and the own words wait for the same person', async () => {
  const { store, keeper, open } = await house()
  await keeper.keep(list, { items: [], next: null })
  await store.putDraft({ key: 'a draft', text: 'Dear', isSaved: false, at: 0 })
  await keeper.lock()
  const again = await open()
  assert.equal(await again.recall({ name: 'GET /api/session', given: undefined }), undefined)
  assert.equal(await again.recall(list), undefined)
  assert.equal(await again.meet(sessionOf('noor')), false)
  assert.equal((await store.drafts()).length, 1)
})

test('each workspace of one person has its own', async () => {
  const { keeper } = await house()
  await keeper.keep(list, { items: [], next: 'here' })
  await keeper.meet(sessionOf('noor', 'noor elsewhere'))
  assert.equal(await keeper.recall(list), undefined)
  await keeper.meet(sessionOf('noor'))
  assert.ok(await keeper.recall(list))
})

test('a window is who it is in its own workspace, whichever was open last', async () => {
  const { keeper, open } = await house()
  await keeper.keep(list, { items: [], next: 'of the gull' })
  const other = await open('dike')
  await other.meet(sessionOf('noor', 'noor of the dike', 'dike'))
  await other.keep(list, { items: [], next: 'of the dike' })
  const session = { name: 'GET /api/session', given: undefined } as const
  for (const [place, id] of [
    ['gull', 'member of noor'],
    ['dike', 'noor of the dike'],
  ] as const) {
    const again = await open(place)
    assert.equal(again.who()?.session.member?.id, id)
    const { answer } = (await again.recall(session)) ?? {}
    assert.equal((answer as Session | undefined)?.member?.id, id)
    assert.deepEqual((await again.recall(list))?.answer, { items: [], next: `of the ${place}` })
  }
  const nowhere = await open('elsewhere')
  assert.equal(nowhere.who()?.session.member, null)
  assert.equal(await nowhere.recall(session), undefined)
  assert.equal(await nowhere.recall(list), undefined)
})
