import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { sources } from '#db/tables/listen.ts'
import { accounts } from '#db/tables/reply.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { connectAccount } from './connect-account.ts'
import { likeMention } from './like-mention.ts'
import { openCredentials } from './open-credentials.ts'
import { removeAccount } from './remove-account.ts'
import { removeReply } from './remove-reply.ts'

const app = await deliveryApp()
const asked = { connector: 'read-back', credentials: { token: 'token-of-zeemeeuw' } }

async function scene() {
  const house = await deliveryHouse(app, 'read-back')
  const read = () =>
    app.db.inWorkspace(house.workspaceId, async (tx) => ({
      accounts: await tx.select().from(accounts),
      sources: await tx.select().from(sources),
    }))
  return { ...house, read }
}

test('a connected account is who the network says, sealed, and listens to its notifications', async () => {
  const house = await scene()
  const row = await connectAccount(house.as('noor'), asked)
  assert.deepEqual([row.nativeId, row.state, row.handle], ['zeemeeuw', 'connected', 'zeemeeuw'])
  assert.ok(!row.credentials.includes('token-of-zeemeeuw'))
  assert.deepEqual(openCredentials(app, row), asked.credentials)
  const { sources: heard } = await house.read()
  assert.deepEqual([heard[0]?.accountId, heard[0]?.listensTo], [row.id, 'account'])
})

test('connecting again revives the same account, also after it was removed', async () => {
  const house = await scene()
  const first = await connectAccount(house.as('noor'), asked)
  await removeAccount(house.as('noor'), first.id)
  assert.equal((await house.read()).sources.length, 0)
  const again = await connectAccount(house.as('noor'), asked)
  assert.deepEqual([again.id, again.state, again.stopEpoch], [first.id, 'connected', 1])
  assert.equal((await house.read()).sources.length, 1)
})

for (const [name, as, given, code] of [
  ['a member without the role', 'sem', asked, 'not_allowed'],
  ['a field that is missing', 'noor', { connector: 'read-back', credentials: {} }, 'bad_input'],
  ['a network we do not know', 'noor', { connector: 'nowhere', credentials: {} }, 'bad_input'],
  ['credentials that the network does not know', 'noor', { ...asked, credentials: { token: 'wrong' } }, 'bad_input'],
] as const) {
  test(`not connected: ${name}`, async () => {
    const house = await scene()
    const before = (await house.read()).accounts.length
    await assert.rejects(connectAccount(house.as(as), given), { code })
    assert.equal((await house.read()).accounts.length, before)
  })
}

test('a like is made as the account, and a lost account is shown', async () => {
  const house = await scene()
  const { mentionId } = await house.addConversation()
  const before = house.network.asked.like
  await likeMention(house.as('sem'), { mentionId, accountId: house.accountId })
  assert.equal(house.network.asked.like, before + 1)
  const { id } = await connectAccount(house.as('noor'), asked)
  const other = await house.readAccount(id)
  await house.setAccount(id, { credentials: other.credentials.slice(0, -2) })
  await assert.rejects(likeMention(house.as('sem'), { mentionId, accountId: id }), { code: 'unavailable' })
})

test('an answer that stands is removed on the network first, and then here', async () => {
  const house = await scene()
  const { reply } = await house.write()
  await assert.rejects(removeReply(house.as('noor'), reply.id), { code: 'taken' })
  await house.driveAfter(10_000)
  await assert.rejects(removeReply(house.as('sem'), reply.id), { code: 'not_allowed' })
  assert.equal((await removeReply(house.as('noor'), reply.id)).state, 'removed')
  assert.equal(house.network.posts.find((post) => post.key === reply.id)?.isRemoved, true)
})

test('when the network does not remove it, it is still shown as sent', async () => {
  const house = await scene()
  const { reply } = await house.write()
  await house.driveAfter(10_000)
  house.network.posts.length = 0
  await assert.rejects(removeReply(house.as('noor'), reply.id), { code: 'bad_input' })
  assert.equal((await house.readReply(reply.id)).state, 'sent')
})

test('a removed account cannot be removed again, nor by another workspace', async () => {
  const [house, other] = [await scene(), await scene()]
  await assert.rejects(removeAccount(other.as('noor'), house.accountId), { code: 'not_found' })
  await removeAccount(house.as('noor'), house.accountId)
  await assert.rejects(removeAccount(house.as('noor'), house.accountId), { code: 'not_found' })
  const [row] = await app.db.asSystem((tx) => tx.select().from(accounts).where(eq(accounts.id, house.accountId)))
  assert.deepEqual([row?.state, row?.credentials], ['removed', ''])
})
