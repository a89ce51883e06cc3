import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { drafts, replies } from '#db/tables/reply.ts'
import { audit, events } from '#db/tables/team.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { reopenConversation } from '#inbox/finish-conversation.ts'
import { fakeNetworkConnector } from '#testing/fake-network.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { testApp } from '#testing/test-app.ts'
import { saveDraft } from './save-draft.ts'
import { undoReply } from './undo-reply.ts'
import { type NewReply, writeReply } from './write-reply.ts'

const forum = fakeNetworkConnector({ id: 'forum', url: '', recovery: 'read-back', visibleWithinMs: second })
const app = await testApp({ connectors: [forum, { ...forum, id: 'silent', reply: undefined }] })

async function scene(network = 'forum') {
  const house = await replyHouse(app, { network, people: { noor: 'owner', sem: 'member', kijker: 'observer' } })
  const accountId = await house.addAccount()
  const conversation = await house.addConversation({ dueAt: new Date(app.clock.now().getTime() + 30 * minute) })
  const write = (given: Partial<NewReply> = {}, as = 'sem') =>
    writeReply(house.as(as), {
      conversationId: conversation.conversationId,
      mentionId: conversation.mentionId,
      accountId,
      text: 'Wat vervelend, we zoeken het uit.',
      thenDo: 'done',
      version: 1,
      ...given,
    })
  return {
    ...house,
    ...conversation,
    accountId,
    write,
    conversation: () => house.readConversation(conversation.conversationId),
  }
}

async function refused(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => assert.fail('it was not refused'),
    (one: unknown) => one,
  )
  assert.ok(error instanceof AppError, String(error))
  return error
}

test('an answer is held for the undo time, its conversation is done, its draft is gone', async () => {
  const { write, conversation, as, conversationId, member, workspaceId } = await scene()
  await saveDraft(as('sem'), { conversationId, kind: 'reply', text: 'Wat verv' })
  const reply = await write()
  assert.equal(reply.state, 'ready')
  assert.deepEqual(reply.dueAt, new Date(app.clock.now().getTime() + 10 * second))
  const after = await conversation()
  assert.equal(after.state, 'done')
  assert.equal(after.ownerId, member('sem').id)
  await app.db.inWorkspace(workspaceId, async (tx) => {
    assert.equal(await tx.$count(drafts), 0)
    assert.equal(await tx.$count(audit, and(eq(audit.action, 'reply.write'), eq(audit.subjectId, reply.id))), 1)
    assert.equal(await tx.$count(events, and(eq(events.kind, 'reply.changed'), eq(events.subjectId, reply.id))), 1)
  })
})

test('of two who answer the same at once, one wins and the other hears who', async () => {
  const { write, member } = await scene()
  const outcomes = await Promise.allSettled([write({ text: 'Eerste' }), write({ text: 'Tweede' }, 'noor')])
  const lost = outcomes.filter((one) => one.status === 'rejected').map((one) => one.reason as AppError)
  assert.equal(lost.length, 1)
  assert.equal(lost[0]?.code, 'taken')
  const winner = outcomes[0]?.status === 'fulfilled' ? 'sem' : 'noor'
  assert.deepEqual(lost[0]?.details.by, { id: member(winner).id, name: winner })
})

test('two people who send on one conversation at once, 500 times: exactly one answer is written', {
  timeout: 120_000,
}, async (t) => {
  const house = await replyHouse(app, { network: 'forum', people: { noor: 'owner', sem: 'member' } })
  const accountId = await house.addAccount()
  const wins = { noor: 0, sem: 0 }
  for (let round = 0; round < 500; round += 1) {
    const { conversationId, mentionId } = await house.addConversation({})
    const send = (name: 'noor' | 'sem') =>
      writeReply(house.as(name), {
        conversationId,
        mentionId,
        accountId,
        text: `Antwoord ${round} van ${name}`,
        thenDo: 'done',
        version: 1,
      })
    const order = round % 2 === 0 ? (['noor', 'sem'] as const) : (['sem', 'noor'] as const)
    const outcomes = await Promise.allSettled(order.map(send))
    const written = await app.db.inWorkspace(house.workspaceId, (tx) =>
      tx.select().from(replies).where(eq(replies.conversationId, conversationId)),
    )
    assert.equal(written.length, 1, `round ${round}`)
    const at = outcomes.findIndex((one) => one.status === 'fulfilled')
    const winner = order[at] ?? assert.fail('nobody won')
    const loser = outcomes[1 - at]
    assert.ok(loser?.status === 'rejected' && loser.reason instanceof AppError, `round ${round}`)
    assert.equal(loser.reason.code, 'taken')
    assert.deepEqual(loser.reason.details.by, { id: house.member(winner).id, name: winner })
    assert.equal(written[0]?.text, `Antwoord ${round} van ${winner}`)
    wins[winner] += 1
  }
  t.diagnostic(`500 clashes: ${wins.noor} went to one, ${wins.sem} to the other, none to both`)
})

test('an answer that overtakes the claim made by its first key is not too late; one after anything else is', async () => {
  const { write, as, conversationId } = await scene()
  await claimConversation(as('sem'), { id: conversationId, takeOver: false })
  assert.equal((await refused(write({ version: 1 }, 'noor'))).code, 'taken')
  assert.equal((await write({ version: 1 })).state, 'ready')
  const other = await scene()
  await claimConversation(other.as('sem'), { id: other.conversationId, takeOver: false })
  await claimConversation(other.as('noor'), { id: other.conversationId, takeOver: true })
  await claimConversation(other.as('sem'), { id: other.conversationId, takeOver: true })
  assert.equal((await refused(other.write({ version: 3 }, 'noor'))).code, 'taken')
  assert.equal((await refused(other.write({ version: 1 }))).code, 'taken')
  const newer = await scene()
  await claimConversation(newer.as('sem'), { id: newer.conversationId, takeOver: false })
  await reopenConversation(newer.as('noor'), { id: newer.conversationId })
  await app.db.pool.query('update conversations set version = version + 1 where id = $1', [newer.conversationId])
  assert.equal((await refused(newer.write({ version: 2 }))).code, 'taken', 'something new came after the claim')
})

for (const [name, given, code] of [
  ['a version that is not the conversation’s any more', { version: 7 }, 'taken'],
  ['a message of another conversation', { mentionId: newId() }, 'not_found'],
  ['an account that is not ours', { accountId: newId() }, 'not_found'],
  ['a text that is too long for the network', { text: 'a'.repeat(301) }, 'too_large'],
  ['waiting without a moment', { thenDo: 'wait' }, 'bad_input'],
] as const) {
  test(`refused, and nothing is written: ${name}`, async () => {
    const { write, conversation, workspaceId } = await scene()
    assert.equal((await refused(write(given))).code, code)
    assert.equal((await conversation()).version, 1)
    await app.db.inWorkspace(workspaceId, async (tx) => assert.equal(await tx.$count(replies), 0))
  })
}

test('refused: an observer, a deleted message, an account of another network or without connection', async () => {
  const { write, deleteMention, mentionId, setAccount, accountId } = await scene()
  assert.equal((await refused(write({}, 'kijker'))).code, 'not_allowed')
  await setAccount(accountId, { network: 'silent' })
  assert.equal((await refused(write())).code, 'bad_input')
  await setAccount(accountId, { network: 'forum', state: 'reconnect' })
  assert.equal((await refused(write())).code, 'bad_input')
  await setAccount(accountId, { state: 'removed' })
  assert.equal((await refused(write())).code, 'not_found')
  await deleteMention(mentionId)
  assert.equal((await refused(write())).code, 'gone')
})

test('a network without an interface takes assisted answers only', async () => {
  const { write } = await scene('silent')
  assert.equal((await refused(write())).code, 'bad_input')
  assert.equal((await write({ accountId: null })).state, 'assisted')
})

test('the same words twice under one post are refused, until the first is taken back', async () => {
  const { write, as } = await scene()
  const first = await write({ thenDo: 'stay' })
  assert.equal((await refused(write({ version: 2 }, 'noor'))).code, 'taken')
  await undoReply(as('sem'), first.id)
  assert.equal((await write({ version: 3 })).state, 'ready')
})

test('an undo gives back the conversation, its owner and the text', async () => {
  const { write, as, conversation, workspaceId } = await scene()
  const until = new Date(app.clock.now().getTime() + 60 * minute)
  const reply = await write({ thenDo: 'wait', waitUntil: until })
  assert.deepEqual((await conversation()).waitUntil, until)
  const undone = await undoReply(as('noor'), reply.id)
  assert.equal(undone.state, 'undone')
  const after = await conversation()
  assert.deepEqual([after.state, after.ownerId, after.waitUntil], ['open', null, null])
  const kept = await app.db.inWorkspace(workspaceId, (tx) => tx.select().from(drafts))
  assert.deepEqual(
    kept.map((one) => one.text),
    [reply.text],
  )
  assert.equal((await refused(undoReply(as('sem'), reply.id))).code, 'taken')
})

test('an undo does not undo what somebody else did since', async () => {
  const { write, as, conversation, conversationId, member } = await scene()
  const reply = await write()
  await reopenConversation(as('noor'), { id: conversationId })
  await claimConversation(as('noor'), { id: conversationId, takeOver: true })
  await undoReply(as('sem'), reply.id)
  const after = await conversation()
  assert.deepEqual([after.state, after.ownerId], ['open', member('noor').id])
})

test('what has left cannot be undone, and another workspace’s answer does not exist', async () => {
  const { write, as } = await scene()
  const reply = await write()
  const elsewhere = await scene()
  assert.equal((await refused(undoReply(elsewhere.as('noor'), reply.id))).code, 'not_found')
  await app.db.asSystem((tx) => tx.update(replies).set({ state: 'sending' }).where(eq(replies.id, reply.id)))
  const error = await refused(undoReply(as('sem'), reply.id))
  assert.deepEqual([error.code, error.details.state], ['taken', 'sending'])
})

test('an assisted answer leaves the conversation open: nothing is done yet', async () => {
  const { write, conversation } = await scene()
  const reply = await write({ accountId: null })
  assert.deepEqual([reply.state, reply.dueAt], ['assisted', null])
  assert.equal((await conversation()).state, 'open')
})

test('a draft is told once when it begins and once when it ends', async () => {
  const { as, conversationId, workspaceId } = await scene()
  for (const text of ['W', 'Wa', 'Wat', '', ' ']) {
    await saveDraft(as('sem'), { conversationId, kind: 'note', text })
  }
  const told = await app.db.inWorkspace(workspaceId, (tx) => tx.$count(events, eq(events.kind, 'draft.changed')))
  assert.equal(told, 2)
})
