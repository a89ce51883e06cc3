import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute, second } from '#base/clock.ts'
import { replies } from '#db/tables/reply.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { change } from '#team/change.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { confirmHeardBack } from './confirm-heard-back.ts'

const app = await deliveryApp()

async function scene(given: { accountId?: null; thenDo?: 'done' | 'stay' } = {}) {
  const house = await deliveryHouse(app, 'read-back')
  const { reply, nativeId, conversationId } = await house.write(given)
  const hear = (post: Partial<Post> = {}) =>
    change({ ...house.system, actor: { kind: 'system', part: 'listen' } }, 'mention.hear', async (tx) => {
      const own = postSchema.parse({
        network: 'read-back',
        nativeId: 'heard-1',
        kind: 'reply',
        author: { nativeId: house.accountNativeId, handle: 'us', name: 'Us' },
        text: ` ${reply.text.replace(' ', '\n')} `,
        parentId: nativeId,
        url: 'https://forum.example/heard-1',
        publishedAt: app.clock.now(),
        ...post,
      })
      const result = await confirmHeardBack(tx, house.system, { post: own })
      return { result, subject: { kind: 'source', id: 'test' } }
    })
  const row = () => house.readReply(reply.id)
  return { ...house, id: reply.id, conversationId, hear, row }
}

test('a reply of which we did not know it stands, once we hear it', async () => {
  const { network, driveAfter, hear, row, id, conversationId } = await scene()
  network.nextFault = () => '500 after'
  await driveAfter(10 * second)
  assert.equal((await row()).state, 'unknown')
  assert.deepEqual(await hear(), { replyId: id, conversationId })
  const after = await row()
  assert.deepEqual([after.state, after.nativeId, after.dueAt, after.problem], ['sent', 'heard-1', null, null])
  assert.deepEqual(after.heardBackAt, app.clock.now())
  const asked = network.asked.post
  network.nextFault = () => 'none'
  await driveAfter(60 * minute)
  assert.equal(network.asked.post, asked)
})

test('a sent reply is proved once, by its id', async () => {
  const { network, driveAfter, hear, row } = await scene()
  network.nextFault = () => 'none'
  await driveAfter(10 * second)
  const { nativeId } = await row()
  assert.ok(await hear({ nativeId: nativeId ?? '' }))
  const { heardBackAt } = await row()
  assert.ok(heardBackAt)
  app.clock.advance(second)
  assert.equal(await hear({ nativeId: nativeId ?? '' }), undefined)
  assert.deepEqual((await row()).heardBackAt, heardBackAt)
})

test('an assisted answer is done when it is heard, and so is its conversation', async () => {
  const { hear, row, readConversation, conversationId } = await scene({ accountId: null })
  assert.equal((await readConversation(conversationId)).state, 'open')
  assert.ok(await hear({ author: { nativeId: 'any-own-account', handle: '', name: '' } }))
  assert.deepEqual([(await row()).state, (await row()).url], ['sent', 'https://forum.example/heard-1'])
  const after = await readConversation(conversationId)
  assert.equal(after.state, 'done')
  assert.ok(after.answeredAt)
})

for (const [name, post] of [
  ['another text', { text: 'Iets anders' }],
  ['another parent', { parentId: 'elsewhere' }],
  ['another of our accounts', { author: { nativeId: 'other', handle: '', name: '' } }],
] as const) {
  test(`says nothing about an unknown reply: ${name}`, async () => {
    const { network, driveAfter, hear, row } = await scene()
    network.nextFault = () => '500 before'
    await driveAfter(10 * second)
    assert.equal(await hear(post as Partial<Post>), undefined)
    assert.equal((await row()).state, 'unknown')
  })
}

test('a reply that never left is not taken for sent because somebody typed the same', async () => {
  const { hear, row } = await scene()
  assert.equal(await hear(), undefined)
  assert.equal((await row()).state, 'ready')
})

test('what was let go or refused stays so', async () => {
  const { hear, row, id } = await scene()
  await app.db.asSystem((tx) => tx.update(replies).set({ state: 'undone', dueAt: null }).where(eq(replies.id, id)))
  assert.equal(await hear(), undefined)
  assert.equal((await row()).state, 'undone')
})
