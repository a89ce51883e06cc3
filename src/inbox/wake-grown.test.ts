import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { day, hour } from '#base/clock.ts'
import { mentions } from '#db/tables/mentions.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { waitConversation } from './finish-conversation.ts'
import { readConversation } from './read-conversation.ts'
import { wakeGrown } from './wake-grown.ts'
import { wakeWaiting } from './wake-waiting.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
let threads = 0

async function told(text: string) {
  threads += 1
  const house = await intakeHouse(app)
  const rootId = `root-${threads}`
  const root = { nativeId: rootId, author: { nativeId: `a${threads}`, handle: `a${threads}`, name: 'Els' } }
  await house.hear({ ...root, text: `${text} zilvermeeuw` })
  const row = await house.saying(text)
  const answer = (said: string) =>
    house.hear({ text: `${said} zilvermeeuw`, parentId: rootId, rootId, nativeId: `${rootId}-${said}` })
  const state = async () => (await readConversation(house.ctx, row.id)).row.state
  return { house, id: row.id, answer, state }
}

test('quiet until it grows: what they write opens nothing until there is twice as much', async () => {
  const { house, id, answer, state } = await told('De balie was gisteren al dicht')
  await answer('Bij mij ook')
  await waitConversation(house.ctx, { id, waitsFor: 'growth' })
  await answer('Hier net zo')
  assert.deepEqual([await wakeGrown(app), await state()], [0, 'waiting'])
  await answer('En hier')
  assert.deepEqual([await wakeGrown(app), await state()], [1, 'open'])
  const last = (await readConversation(house.ctx, id)).happenings.at(-1)
  assert.deepEqual([last?.action, last?.details], ['conversation.reopen', { spreadThen: 2, spreadNow: 4 }])
  assert.equal(await wakeGrown(app), 0)
})

test('what is passed on is growth too', async () => {
  const { house, id, state } = await told('Weer geen bus vanmorgen')
  await waitConversation(house.ctx, { id, waitsFor: 'growth' })
  await app.db.asSystem((tx) => tx.update(mentions).set({ reposts: 2 }).where(eq(mentions.conversationId, id)))
  assert.deepEqual([await wakeGrown(app), await state()], [1, 'open'])
})

test('a crisis is not quiet', async () => {
  const { house, id, answer, state } = await told('Het rook vanmorgen wat vreemd')
  await waitConversation(house.ctx, { id, waitsFor: 'growth' })
  await answer('Er is brand in de hal, mensen zijn gewond, help!')
  assert.equal(await state(), 'open')
})

test('until an answer: no clock brings it back, their next message does', async () => {
  const { house, id, answer, state } = await told('Waar kan ik mijn bon terugvinden?')
  await waitConversation(house.ctx, { id, waitsFor: 'answer' })
  app.clock.advance(30 * day)
  assert.deepEqual([await wakeWaiting(app), await wakeGrown(app), await state()], [0, 0, 'waiting'])
  await answer('Gevonden, dank je')
  assert.equal(await state(), 'open')
})

test('quiet until it grows may end at a moment too', async () => {
  const { house, id, state } = await told('Nog steeds geen krant')
  await waitConversation(house.ctx, { id, waitsFor: 'growth', until: new Date(app.clock.now().getTime() + hour) })
  app.clock.advance(2 * hour)
  assert.deepEqual([await wakeWaiting(app), await state()], [1, 'open'])
})
