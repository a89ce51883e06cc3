import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { muteConversation, readMute, unmuteConversation } from './mute-conversation.ts'
import { readNotices } from './read-notices.ts'

async function scene() {
  const app = await loopbackApp()
  const house = await notifyHouse(app)
  const id = await house.addConversation()
  const levels = async (name: string) =>
    (await readNotices(house.as(name))).notices.toReversed().map(({ level }) => level)
  return { ...house, app, id, levels }
}

test('who muted it is not called until then, also not by a page; others are as before', async () => {
  const { app, as, id, give, levels } = await scene()
  await muteConversation(as('tess'), { id, until: new Date(app.clock.now().getTime() + hour) })
  await give({ to: ['tess'], about: id, kind: 'promise_flagged' })
  await give({ to: ['noor'], about: id, by: 'tess' })
  assert.deepEqual([await levels('tess'), await levels('noor')], [['digest'], ['nudge']])
  assert.equal((await readNotices(as('tess'))).unread, 0)
  app.clock.advance(hour)
  assert.equal(await readMute(as('tess'), id), undefined)
  await give({ to: ['tess'], about: id, kind: 'promise_flagged' })
  assert.deepEqual(await levels('tess'), ['digest', 'page'])
})

test('for good is until it is taken back', async () => {
  const { app, as, id, give, levels } = await scene()
  await muteConversation(as('tess'), { id, until: null })
  app.clock.advance(1_000 * hour)
  assert.deepEqual(await readMute(as('tess'), id), { until: null })
  assert.equal(await readMute(as('noor'), id), undefined)
  await unmuteConversation(as('tess'), id)
  await give({ to: ['tess'], about: id })
  assert.deepEqual(await levels('tess'), ['nudge'])
})

test('a moment that is past and a conversation that is nowhere are refused', async () => {
  const { app, as, id } = await scene()
  await assert.rejects(muteConversation(as('tess'), { id, until: app.clock.now() }), /still to come/u)
  await assert.rejects(muteConversation(as('tess'), { id: newId(), until: null }), /not here/u)
})
