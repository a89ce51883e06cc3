// What was to leave and did not stands in front of its writer: told, with the words as a draft, in a conversation that is theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { hour } from '#base/clock.ts'
import { notices } from '#db/tables/notify.ts'
import { drafts, replies } from '#db/tables/reply.ts'
import { members } from '#db/tables/team.ts'
import { plainHouse } from '#domain/house-style.ts'
import { plainRules } from '#domain/promotion/community.ts'
import { lockConversation } from '#inbox/change-conversation.ts'
import type { StoredMention } from '#mentions/store-mentions.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { type ApprovalHouse, approvalHouse } from '#testing/approval-house.ts'
import { type DeliveryHouse, deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { decideApproval } from './approval/decide-approval.ts'
import { holdBackOvertaken } from './hold-back-overtaken.ts'
import { saveCommunity } from './promotion/save-promotion.ts'
import { readScheduled } from './read-scheduled.ts'
import { resumeSending } from './resume-sending.ts'
import { moveReply } from './schedule-reply.ts'
import { stopSending } from './stop-sending.ts'
import { undoReply } from './undo-reply.ts'
import { writeReply } from './write-reply.ts'

const app = await deliveryApp()
const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * hour)
const stop = { accountId: null, reason: 'storing' } as const
const resume = { spreadMinutes: 0, freshMinutes: 15 } as const

type House = DeliveryHouse | ApprovalHouse

/** What was told of an answer that was held back: to whom, why and how loudly. */
async function toldIn(house: House, conversationId: string) {
  const isIt = and(eq(notices.conversationId, conversationId), eq(notices.kind, 'held_back'))
  const rows = await app.db.inWorkspace(house.workspaceId, (tx) =>
    tx
      .select({ name: members.name, details: notices.details, level: notices.level })
      .from(notices)
      .innerJoin(members, eq(members.id, notices.memberId))
      .where(isIt)
      .orderBy(notices.at, notices.id),
  )
  return rows.map(({ name, details, level }) => [name, details.why, level])
}

/** They write again, as the intake has it: in one transaction that holds the conversation. */
async function theyWrite(house: House, conversationId: string): Promise<void> {
  await app.db.inWorkspace(house.workspaceId, async (tx) => {
    const { authorId } = await lockConversation(tx, house.system, conversationId)
    // Of what is stored only this is looked at.
    await holdBackOvertaken(tx, house.system, [{ conversationId, authorId } as StoredMention])
  })
}

const draftsIn = (house: House, conversationId: string) =>
  app.db.inWorkspace(house.workspaceId, (tx) =>
    tx.select().from(drafts).where(eq(drafts.conversationId, conversationId)),
  )

test('they write again before its moment: its writer is told, has the words, and the conversation', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply, conversationId } = await house.write({ sendAt: inHours(2) })
  await theyWrite(house, conversationId)
  assert.equal((await house.readReply(reply.id)).state, 'undone')
  assert.deepEqual(await toldIn(house, conversationId), [['sem', 'message', 'nudge']])
  const { state, ownerId } = await house.readConversation(conversationId)
  assert.deepEqual([state, ownerId], ['open', house.member('sem').id])
  const [draft] = await draftsIn(house, conversationId)
  assert.deepEqual([draft?.text, draft?.memberId], [reply.text, house.member('sem').id])
  await house.driveAfter(3 * hour)
  assert.equal((await house.readReply(reply.id)).state, 'undone')
})

test('whoever looks only along by now gets no work of it', async () => {
  const house = await approvalHouse(app, { rules: [] })
  const { conversationId } = await house.write({ sendAt: inHours(2) })
  await house.setMember('sem', { role: 'observer' })
  await theyWrite(house, conversationId)
  assert.equal((await house.readConversation(conversationId)).ownerId, null)
})

test('its moment comes while sending is stopped: told once; what had no moment of its own has the band', async () => {
  const house = await deliveryHouse(app, 'key')
  const later = await house.write({ sendAt: inHours(1) })
  const atOnce = await house.write()
  const { id } = await stopSending(house.as('noor'), stop)
  await house.driveAfter(2 * hour)
  await house.driveAfter(hour)
  assert.deepEqual(await toldIn(house, later.conversationId), [['sem', 'stop', 'nudge']])
  assert.deepEqual(await toldIn(house, atOnce.conversationId), [])
  await resumeSending(house.as('noor'), { id, ...resume, thenDo: 'drafts' })
  for (const { conversationId } of [later, atOnce]) {
    assert.deepEqual((await toldIn(house, conversationId)).at(-1), ['sem', 'resumed', 'nudge'])
    assert.equal((await house.readConversation(conversationId)).ownerId, house.member('sem').id)
  }
})

test('a colleague answers at once: whoever had scheduled one is told; who takes their own place is not', async () => {
  const house = await deliveryHouse(app, 'key')
  const { reply, conversationId, mentionId } = await house.write({ sendAt: inHours(2) })
  const { version } = await house.readConversation(conversationId)
  const asked = { conversationId, mentionId, version, text: 'Meteen' }
  await writeReply(house.as('noor'), { ...asked, accountId: house.accountId, thenDo: 'stay' })
  assert.equal((await house.readReply(reply.id)).state, 'undone')
  assert.deepEqual(await toldIn(house, conversationId), [['sem', 'colleague', 'nudge']])
  const own = await house.write({ sendAt: inHours(2) })
  const now = await house.readConversation(own.conversationId)
  await house.write({
    ...{ conversationId: own.conversationId, mentionId: own.mentionId, version: now.version },
    ...{ text: 'Toch meteen', thenDo: 'stay' },
  })
  assert.equal((await house.readReply(own.reply.id)).state, 'undone')
  assert.deepEqual(await toldIn(house, own.conversationId), [])
})

test('an approval that is void before its moment: its writer is told that it is asked for anew', async () => {
  const house = await approvalHouse(app)
  const { reply, conversationId } = await house.write({ sendAt: inHours(2) })
  const ask = { replyId: reply.id, askId: await house.askOf(reply.id) }
  await decideApproval(house.as('lot'), { what: 'approve', ...ask })
  assert.deepEqual(await toldIn(house, conversationId), [])
  await decideApproval(house.as('lot'), { what: 'take_back', ...ask })
  assert.deepEqual(await toldIn(house, conversationId), [['sem', 'approval', 'nudge']])
  assert.equal((await house.readConversation(conversationId)).ownerId, house.member('sem').id)
})

test('asked about before its moment it is one that waits: moved, replaced and told of as one', async () => {
  const house = await approvalHouse(app)
  const { reply, conversationId, mentionId } = await house.write({ sendAt: inHours(2) })
  assert.equal(reply.state, 'awaits_approval')
  const moved = await moveReply(house.as('sem'), { id: reply.id, sendAt: inHours(5) })
  assert.deepEqual([moved.state, moved.scheduledFor, moved.dueAt], ['awaits_approval', inHours(5), null])
  await theyWrite(house, conversationId)
  assert.deepEqual(await toldIn(house, conversationId), [['sem', 'approval', 'nudge']])
  const { version } = await house.readConversation(conversationId)
  const again = { conversationId, mentionId, version, text: 'Nog een' }
  await assert.rejects(house.write({ ...again, sendAt: inHours(3) }), { code: 'taken' })
  await house.write({ ...again, thenDo: 'stay' })
  assert.equal((await house.readReply(reply.id)).state, 'undone')
  assert.deepEqual(await readScheduled(house.as('sem')), [])
})

test('what was private stays private as a draft, whoever takes it back', async () => {
  const house = await deliveryHouse(app, 'key')
  for (const back of [undoReply, undefined]) {
    const { reply, conversationId } = await house.write({ sendAt: inHours(2) })
    await app.db.asSystem((tx) => tx.update(replies).set({ visibility: 'direct' }).where(eq(replies.id, reply.id)))
    if (back) await back(house.as('sem'), reply.id)
    else await theyWrite(house, conversationId)
    assert.deepEqual(
      (await draftsIn(house, conversationId)).map(({ text, visibility }) => [text, visibility]),
      [[reply.text, 'direct']],
    )
  }
})

test('a rule set since it was scheduled is asked when it is to leave: its words are a draft, and its writer is told why', async () => {
  const house = await deliveryHouse(app, 'key')
  const noor = house.as('noor')
  const forbidden = await house.write({ sendAt: inHours(1), text: 'Als consument kun je kiezen.' })
  const silent = await house.write({ sendAt: inHours(1), text: 'We kijken er vandaag nog naar.' })
  const plain = await house.write({ sendAt: inHours(1), text: 'Ik werk bij Zilvermeeuw en zoek het voor je uit.' })
  await changeWorkspace(noor, {
    houseStyle: { ...plainHouse, words: [{ word: 'consument', instead: '' }], blocks: ['forbidden'] },
  })
  const community = { network: 'key', place: '', name: 'Key' }
  await saveCommunity(noor, { community, rules: { ...plainRules, disclosure: 'always' } })
  await house.driveAfter(2 * hour)
  assert.equal((await house.readReply(plain.reply.id)).state, 'sent')
  for (const [{ reply, conversationId }, why] of [
    [forbidden, /houdt dit antwoord tegen: dit woord gebruiken we niet/u],
    [silent, /^Niet verstuurd: /u],
  ] as const) {
    const { state, problem } = await house.readReply(reply.id)
    assert.deepEqual([state, problem?.kind], ['refused', 'rules'])
    assert.match(problem?.why.nl ?? '', why)
    assert.equal((await house.readConversation(conversationId)).state, 'open')
    assert.equal((await draftsIn(house, conversationId))[0]?.text, reply.text)
    const told = await app.db.asSystem((tx) =>
      tx.select().from(notices).where(eq(notices.conversationId, conversationId)),
    )
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['reply_failed'],
    )
  }
})
