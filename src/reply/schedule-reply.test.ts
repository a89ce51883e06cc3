import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour, minute } from '#base/clock.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { readScheduled } from './read-scheduled.ts'
import { moveReply } from './schedule-reply.ts'
import { stopSending } from './stop-sending.ts'
import { undoReply } from './undo-reply.ts'

const app = await deliveryApp()
const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * hour)

test('it waits for its moment; until then the conversation is open, and then it is done', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply, conversationId } = await house.write({ sendAt: inHours(2) })
  await house.driveAfter(hour)
  assert.equal((await house.readReply(reply.id)).state, 'ready')
  const before = await house.readConversation(conversationId)
  assert.deepEqual([before.state, before.answeredAt], ['open', null])
  await house.driveAfter(hour + minute)
  assert.equal((await house.readReply(reply.id)).state, 'sent')
  assert.equal((await house.readConversation(conversationId)).state, 'done')
})

test('one a conversation waits; an answer at once takes it back', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply, conversationId, mentionId } = await house.write({ sendAt: inHours(2) })
  const { version } = await house.readConversation(conversationId)
  const again = { conversationId, mentionId, version }
  await assert.rejects(house.write({ ...again, text: 'Nog een', sendAt: inHours(3) }), { code: 'taken' })
  await house.write({ ...again, text: 'Meteen' })
  assert.equal((await house.readReply(reply.id)).state, 'undone')
})

test('another moment, at once, and not once it has left', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply } = await house.write({ sendAt: inHours(2) })
  const later = inHours(4)
  assert.deepEqual((await moveReply(house.as('sem'), { id: reply.id, sendAt: later })).dueAt, later)
  await moveReply(house.as('sem'), { id: reply.id, sendAt: null })
  await house.drive()
  assert.equal((await house.readReply(reply.id)).state, 'ready', 'at once has its time to take it back, as any answer')
  await house.driveAfter(minute)
  assert.equal((await house.readReply(reply.id)).state, 'sent')
  await assert.rejects(moveReply(house.as('sem'), { id: reply.id, sendAt: later }), { code: 'taken' })
})

test('a moment in the past, or a wait beside it, is refused', async () => {
  const house = await deliveryHouse(app, 'key')
  await assert.rejects(house.write({ sendAt: inHours(-1) }), { code: 'bad_input' })
  await assert.rejects(house.write({ sendAt: inHours(24 * 91) }), { code: 'bad_input' })
  await assert.rejects(house.write({ sendAt: inHours(1), thenDo: 'wait', waitUntil: inHours(2) }), {
    code: 'bad_input',
  })
})

test('its moment comes while sending is stopped: it is held, and can be taken back', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply } = await house.write({ sendAt: inHours(1) })
  await stopSending(house.as('noor'), { accountId: null, reason: 'storing' })
  await house.driveAfter(2 * hour)
  assert.equal((await house.readReply(reply.id)).state, 'held')
  assert.equal((await undoReply(house.as('sem'), reply.id)).state, 'undone')
})

test('a network that knows nothing of private is never handed a private answer', async () => {
  const house = await deliveryHouse(app, 'key')
  await assert.rejects(house.write({ visibility: 'direct' }), { code: 'bad_input' })
  assert.equal(house.network.posts.filter((post) => post.account === house.accountNativeId).length, 0)
})

test('what waits for a moment stands in one list, the next first, until it has left or was taken back', async () => {
  const house = await deliveryHouse(app, 'key')
  const last = await house.write({ sendAt: inHours(5) })
  const first = await house.write({ sendAt: inHours(1) })
  await house.write()
  const listed = async () => (await readScheduled(house.as('sem'))).map(({ replyId }) => replyId)
  assert.deepEqual(await listed(), [first.reply.id, last.reply.id])
  await house.driveAfter(2 * hour)
  assert.deepEqual(await listed(), [last.reply.id])
  await undoReply(house.as('sem'), last.reply.id)
  assert.deepEqual(await listed(), [])
})
