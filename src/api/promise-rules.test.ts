import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, RouteName } from '#api/contract/contract.ts'
import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { goRound } from '#inbox/run-promises.ts'
import { apiHouse, type Question } from '#testing/api-house.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { promiseAction, promiseRule } from '#testing/promise-house.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp({ clock: openFakeClock('2026-12-01T10:00:00.000Z') })
const house = apiHouse(app)
const noor = await house.start('Zilvermeeuw', 'Noor')

async function ask<N extends RouteName>(name: N, given: Question = {}): Promise<Answer<N>> {
  const answer = await house.ask(name, { cookie: noor.cookie, ...given })
  assert.equal(answer.status, 200)
  return (await answer.json()) as Answer<N>
}
const save = (promiseRules: unknown) =>
  house.ask('PATCH /api/workspace', { cookie: noor.cookie, body: { promiseRules } })
const rulesNow = async () => (await ask('GET /api/session')).workspace?.promiseRules

test('rules are kept in their order, as they were given, and another change leaves them alone', async () => {
  assert.deepEqual(await rulesNow(), [])
  const rules = [
    promiseRule({ minutes: { first: 5, next: 10, resolution: 600 }, actions: [promiseAction()] }),
    promiseRule({ name: 'Rest', isOn: false, when: { ...promiseRule().when, urgencies: [2, 3], networks: ['forum'] } }),
  ]
  assert.equal((await save(rules)).status, 200)
  await ask('PATCH /api/workspace', { body: { undoSeconds: 5 } })
  assert.deepEqual(await rulesNow(), rules)
  assert.equal((await save(rules.toReversed())).status, 200)
  assert.deepEqual(
    (await rulesNow())?.map(({ name }) => name),
    ['Rest', 'Storing'],
  )
})

test('what is wrong is said in both languages with its place, and nothing is kept', async () => {
  const before = await rulesNow()
  const told = await save([promiseRule(), promiseRule({ name: 'storing' })])
  const { error } = (await told.json()) as { error: { message: string; details: { words: { nl: string } } } }
  assert.equal(told.status, 400)
  assert.match(error.message, /promiseRules\.1: Another rule has this name already\./u)
  assert.match(error.details.words.nl, /heeft deze naam al/u)
  assert.deepEqual(await rulesNow(), before)
})

test('work and notices go to nobody who is not here', async () => {
  const stranger = newId()
  const does = [
    { kind: 'to_member' as const, memberId: stranger },
    { kind: 'notify_member' as const, memberId: stranger },
    { kind: 'to_department' as const, departmentId: stranger },
  ]
  for (const one of does)
    assert.equal((await save([promiseRule({ actions: [promiseAction({ does: one })] })])).status, 404)
  // What it is for may go away: then it fits no message.
  const gone = { ...promiseRule().when, departmentIds: [stranger], topicIds: [stranger], sourceIds: [stranger] }
  assert.equal((await save([promiseRule({ when: gone })])).status, 200)
})

test('health says since when nobody looks at the deadlines, and so does the bell', async () => {
  await goRound(app)
  assert.equal((await ask('GET /api/health')).promisesStandSince, null)
  const silentFrom = app.clock.now().toISOString()
  app.clock.advance(4 * minute)
  assert.equal((await ask('GET /api/health')).promisesStandSince, silentFrom)
  assert.deepEqual(await ask('GET /api/notices'), { unread: 0, notices: [], standSince: silentFrom })
  assert.deepEqual(await ask('GET /api/promises/recount'), { left: 0 })
})
