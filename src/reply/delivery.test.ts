import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { minute, second } from '#base/clock.ts'
import { notices } from '#db/tables/notify.ts'
import { accounts, drafts, replies } from '#db/tables/reply.ts'
import { audit, events, members } from '#db/tables/team.ts'
import { deliveryApp, deliveryHouse, visibleWithinMs } from '#testing/delivery-house.ts'
import type { FakeFault } from '#testing/fake-network.ts'
import { driveReply } from './drive-reply.ts'
import { openCredentials } from './open-credentials.ts'
import { clockSkewMsMax, leaseMs } from './outbox-limits.ts'
import type { OutboxStore } from './outbox-store.ts'
import { removeAccount } from './remove-account.ts'
import { settleReply } from './settle-reply.ts'
import { undoReply } from './undo-reply.ts'
import { watchOutbox } from './watch-outbox.ts'

const app = await deliveryApp()
const held = 10 * second
/** After this long the network is asked what became of an attempt that ended in the dark. */
const darkMs = leaseMs + clockSkewMsMax + visibleWithinMs

/** Sends one reply whose first call meets the fault, and lets the time of the hold pass. */
async function sent(recovery: 'key' | 'read-back' | 'blind', fault: FakeFault = 'none') {
  const house = await deliveryHouse(app, recovery)
  const faults = [fault]
  house.network.nextFault = () => {
    const next = faults.shift() ?? 'none'
    // A call that hangs is cut off as soon as it has arrived.
    if (next.startsWith('hangs')) setImmediate(house.cutOff)
    return next
  }
  const { reply, conversationId, mentionId } = await house.write()
  await house.driveAfter(held)
  const posts = () => house.network.posts.filter((post) => post.account === house.accountNativeId)
  return { ...house, id: reply.id, conversationId, mentionId, posts, row: () => house.readReply(reply.id) }
}

test('nothing leaves before the hold is over, and then it stands under the post', async () => {
  const house = await deliveryHouse(app, 'read-back')
  const { reply, nativeId, conversationId } = await house.write()
  await house.driveAfter(held - 1)
  assert.equal((await house.readReply(reply.id)).state, 'ready')
  await house.driveAfter(1)
  const row = await house.readReply(reply.id)
  assert.equal(row.state, 'sent')
  assert.deepEqual([row.attempts, row.dueAt, row.leasedBy], [1, null, null])
  const post = house.network.posts.find((one) => one.id === row.nativeId)
  assert.deepEqual([post?.parent, post?.text, post?.account], [nativeId, reply.text, house.accountNativeId])
  assert.ok((await house.readConversation(conversationId)).answeredAt)
  const lines = await app.db.inWorkspace(house.workspaceId, (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, 'reply.deliver'), eq(audit.subjectId, reply.id))),
  )
  assert.deepEqual(
    lines.map((line) => line.details.state),
    ['sending', 'sent'],
  )
})

for (const recovery of ['key', 'read-back'] as const) {
  for (const [fault, posted] of [
    ['500 before', 0],
    ['500 after', 1],
    ['cut before', 0],
    ['cut after', 1],
    ['hangs before', 0],
    ['hangs after', 1],
  ] as const) {
    test(`${recovery}: after "${fault}" it is unknown, looked for, and stands once`, async () => {
      const { row, posts, driveAfter } = await sent(recovery, fault)
      assert.equal((await row()).state, 'unknown')
      assert.equal(posts().length, posted)
      await driveAfter(darkMs - 1)
      assert.equal((await row()).state, 'unknown')
      await driveAfter(1)
      const after = await row()
      assert.equal(after.state, 'sent')
      assert.equal(posts().length, 1)
      assert.equal(after.attempts, posted === 1 ? 1 : 2)
      assert.equal(after.heardBackAt !== null, posted === 1)
    })
  }
}

for (const fault of ['500 before', '500 after'] as const) {
  test(`blind: after "${fault}" a person is asked, and nothing is sent again`, async () => {
    const { row, driveAfter, network, readConversation, conversationId } = await sent('blind', fault)
    const asked = network.asked.post
    await driveAfter(darkMs)
    assert.deepEqual([(await row()).state, (await row()).problem?.kind], ['needs_person', 'cannot_know'])
    assert.equal((await readConversation(conversationId)).state, 'open')
    await driveAfter(60 * minute)
    assert.equal(network.asked.post, asked)
  })
}

test('a refusal keeps the text as the draft of its writer, and the conversation comes back', async () => {
  const { row, readConversation, conversationId, workspaceId, member } = await sent('read-back', 'refused')
  const refused = await row()
  assert.deepEqual([refused.state, refused.problem?.kind, refused.dueAt], ['refused', 'refused', null])
  const told = await app.db.asSystem((tx) =>
    tx.select().from(notices).where(eq(notices.conversationId, conversationId)),
  )
  assert.deepEqual(
    told.map(({ kind, memberId }) => [kind, memberId]),
    [['reply_failed', member('sem').id]],
  )
  assert.equal((await readConversation(conversationId)).state, 'open')
  const [draft] = await app.db.inWorkspace(workspaceId, (tx) => tx.select().from(drafts))
  assert.deepEqual([draft?.text, draft?.memberId], [refused.text, member('sem').id])
})

test('Retry-After is kept to the second, also by the other replies of that account', async () => {
  const house = await sent('read-back', '429')
  assert.equal((await house.row()).state, 'waiting')
  const other = await house.write()
  const before = house.network.asked.post
  await house.driveAfter(3 * second - 1)
  assert.equal(house.network.asked.post, before)
  await house.driveAfter(1)
  assert.equal((await house.row()).state, 'sent')
  await house.driveAfter(held)
  assert.equal((await house.readReply(other.reply.id)).state, 'sent')
})

test('a lost account is shown, its replies ask for a person, and "send again" works once it is back', async () => {
  const house = await sent('read-back', '401')
  await assert.rejects(house.write(), /connected again/)
  assert.deepEqual([(await house.row()).state, (await house.row()).problem?.kind], ['needs_person', 'reconnect'])
  assert.equal((await house.readAccount(house.accountId)).state, 'reconnect')
  await house.setAccount(house.accountId, { state: 'connected' })
  await settleReply(house.as('noor'), { id: house.id, what: 'send_again' })
  await house.driveAfter(held)
  assert.equal((await house.row()).state, 'sent')
  assert.equal(house.posts().length, 1)
})

type House = Awaited<ReturnType<typeof deliveryHouse>>
type Held = { id: string; mentionId: string }

for (const [name, does, state, kind] of [
  [
    'the post was deleted',
    (house: House, one: Held) => house.deleteMention(one.mentionId),
    'refused',
    'parent_deleted',
  ],
  [
    'the account was stopped',
    (house: House) => house.setAccount(house.accountId, { stopEpoch: 1 }),
    'needs_person',
    'stopped',
  ],
  [
    'the account was removed',
    (house: House) => removeAccount(house.as('noor'), house.accountId),
    'refused',
    'account_removed',
  ],
  [
    'the text was changed',
    (house: House, one: Held) => tamper(house, one, { text: 'Iets anders' }),
    'refused',
    'changed',
  ],
  [
    'another account was put in',
    async (house: House, one: Held) => tamper(house, one, { accountId: await house.addAccount() }),
    'refused',
    'changed',
  ],
  [
    'the account became another',
    (house: House) => house.setAccount(house.accountId, { nativeId: 'somebody-else' }),
    'refused',
    'changed',
  ],
  ['the writer left', (house: House) => leave(house), 'refused', 'not_allowed'],
  ['the credentials are of another account', (house: House) => swapCredentials(house), 'needs_person', 'reconnect'],
] as const) {
  test(`nothing is sent when, during the hold, ${name}`, async () => {
    const house = await deliveryHouse(app, 'read-back')
    const before = house.network.asked.post
    const { reply, mentionId } = await house.write()
    await does(house, { id: reply.id, mentionId })
    await house.driveAfter(held)
    const row = await house.readReply(reply.id)
    assert.deepEqual([row.state, row.problem?.kind, row.dueAt], [state, kind, null])
    assert.equal(house.network.asked.post, before)
  })
}

async function tamper(_house: House, { id }: Held, change: Partial<typeof replies.$inferInsert>): Promise<void> {
  await app.db.asSystem((tx) => tx.update(replies).set(change).where(eq(replies.id, id)))
}

async function leave(house: House): Promise<void> {
  const leftAt = app.clock.now()
  await app.db.asSystem((tx) =>
    tx
      .update(members)
      .set({ leftAt })
      .where(eq(members.id, house.member('sem').id)),
  )
}

/** Somebody with a hand in the database moves the seal of one account to the row of another. */
async function swapCredentials(house: House): Promise<void> {
  const otherId = await house.addAccount()
  const other = await house.readAccount(otherId)
  await house.setAccount(house.accountId, { credentials: other.credentials })
  assert.throws(() => openCredentials(app, { ...other, id: house.accountId }))
}

for (const [name, change, state] of [
  ['a stop', { stopEpoch: 1 }, 'needs_person'],
  ['a removal', { state: 'removed' }, 'refused'],
] as const) {
  test(`${name} between the intent and the socket still stops the call`, async () => {
    const house = await deliveryHouse(app, 'read-back')
    const before = house.network.asked.post
    const { reply } = await house.write()
    app.clock.advance(held)
    const { store } = house.outbox
    const take: OutboxStore['take'] = async (ask, decide) => {
      const taken = await store.take(ask, decide)
      await house.setAccount(house.accountId, change)
      return taken
    }
    const due = { replyId: reply.id, workspaceId: house.workspaceId, lane: house.accountId }
    await driveReply({ ...house.outbox, store: { ...store, take } }, due)
    const row = await house.readReply(reply.id)
    assert.deepEqual([row.state, row.dueAt, row.leasedBy, row.attempts], [state, null, null, 1])
    assert.equal(house.network.asked.post, before)
  })
}

test('an account that is removed forgets its credentials, and what was under way asks for a person', async () => {
  const house = await sent('read-back', '500 after')
  await removeAccount(house.as('noor'), house.accountId)
  const account = await house.readAccount(house.accountId)
  assert.deepEqual([account.state, account.credentials], ['removed', ''])
  await house.driveAfter(darkMs)
  assert.equal((await house.row()).problem?.kind, 'cannot_know')
})

test('an undo after a known failure is an undo: nothing goes out later', async () => {
  const house = await sent('read-back', '429')
  await undoReply(house.as('sem'), house.id)
  await house.driveAfter(60 * minute)
  assert.equal((await house.row()).state, 'undone')
  assert.equal(house.posts().length, 0)
})

test('a person settles what cannot be known: it stands, or it is let go', async () => {
  const one = await sent('blind', '500 after')
  await one.driveAfter(darkMs)
  const url = 'https://forum.example/answer'
  const script = settleReply(one.as('sem'), { id: one.id, what: 'stands', url: 'javascript:alert(1)' })
  await assert.rejects(script, { code: 'bad_input' })
  const stands = await settleReply(one.as('sem'), { id: one.id, what: 'stands', url })
  assert.deepEqual([stands.state, stands.url, stands.problem], ['sent', url, null])
  const other = await sent('blind', '500 before')
  await other.driveAfter(darkMs)
  const gone = await settleReply(other.as('sem'), { id: other.id, what: 'let_go' })
  assert.deepEqual([gone.state, gone.problem?.kind], ['undone', 'cannot_know'])
  await assert.rejects(settleReply(other.as('sem'), { id: other.id, what: 'send_again' }), { code: 'taken' })
})

test('what is not settled after five minutes is shown once and logged each time', async () => {
  const house = await sent('read-back', '500 after')
  app.clock.advance(5 * minute + 1)
  assert.ok((await watchOutbox(app)) >= 1)
  await watchOutbox(app)
  assert.equal((await house.row()).problem?.kind, 'overdue')
  const told = await app.db.inWorkspace(house.workspaceId, (tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.subjectId, house.id), eq(audit.action, 'reply.deliver'))),
  )
  assert.equal(told.filter((line) => line.details.problem === 'overdue').length, 1)
  await house.drive()
  assert.equal((await house.row()).state, 'sent')
})

test('no secret is in the audit, the events or the reply', async () => {
  const house = await sent('read-back', '401')
  const token = `token-of-${house.accountNativeId}`
  const everything = await app.db.asSystem(async (tx) => [
    await tx.select().from(audit),
    await tx.select().from(events),
    await tx.select().from(replies),
    await tx.select().from(accounts),
  ])
  assert.ok(!JSON.stringify(everything).includes(token))
})
