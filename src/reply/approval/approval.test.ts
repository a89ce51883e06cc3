import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq, inArray } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { notices } from '#db/tables/notify.ts'
import { accounts, drafts, replies } from '#db/tables/reply.ts'
import { finishConversation } from '#inbox/finish-conversation.ts'
import { removeAccount } from '#reply/remove-account.ts'
import { undoReply } from '#reply/undo-reply.ts'
import { writeReply } from '#reply/write-reply.ts'
import { approvalHouse, rule } from '#testing/approval-house.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { saveApprovals, switchApprovals } from './approval-settings.ts'
import { decideApproval } from './decide-approval.ts'
import { readNeed, readReplyApprovals } from './read-approval.ts'
import { readApprovalVersions } from './read-approval-versions.ts'
import { tellLate } from './tell-late.ts'

const app = await deliveryApp()
const held = 10 * second
const isRefused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code

async function waiting(given: Parameters<typeof approvalHouse>[1] = {}) {
  const house = await approvalHouse(app, given)
  const { reply, conversationId, mentionId } = await house.write()
  const approve = async (name: string, more: object = {}) =>
    decideApproval(house.as(name), { what: 'approve', replyId: reply.id, askId: await house.askOf(reply.id), ...more })
  return { ...house, id: reply.id, reply, conversationId, mentionId, approve, row: () => house.readReply(reply.id) }
}

test('it waits open and unsent until somebody else says yes, and then it is held and sent', async () => {
  const house = await waiting()
  assert.equal(house.reply.state, 'awaits_approval')
  const open = await house.readConversation(house.conversationId)
  assert.deepEqual([open.state, open.ownerId], ['open', house.member('sem').id])
  await house.driveAfter(minute)
  assert.equal(house.posts().length, 0)
  await house.approve('lot')
  assert.equal((await house.readConversation(house.conversationId)).state, 'done')
  await house.driveAfter(held - 1)
  assert.equal(house.posts().length, 0)
  await house.driveAfter(1)
  assert.equal((await house.row()).state, 'sent')
  const { outcome, settledBy, intentHash } = await house.newest(house.id)
  assert.deepEqual([outcome, settledBy, intentHash], ['approved', house.member('lot').id, house.reply.intentHash])
})

test('nobody approves their own, nor what somebody else is asked', async () => {
  const house = await waiting({
    rules: [rule({ approvers: { roleLeast: 'member', memberIds: [], departmentId: null } })],
  })
  await assert.rejects(house.approve('sem'), isRefused('not_allowed'))
  await house.approve('tess')
  const other = await waiting()
  await assert.rejects(other.approve('tess'), isRefused('not_allowed'))
  assert.equal((await other.row()).state, 'awaits_approval')
})

test('a new message of the customer asks anew, before and after it was approved', async () => {
  const house = await waiting()
  const first = await house.askOf(house.id)
  await house.theyWrite(house.conversationId)
  const stale = decideApproval(house.as('lot'), { what: 'approve', replyId: house.id, askId: first })
  await assert.rejects(stale, isRefused('taken'))
  await house.approve('lot')
  app.clock.advance(second)
  await house.theyWrite(house.conversationId)
  assert.deepEqual([(await house.row()).state, (await house.newest(house.id)).lack], ['awaits_approval', 'message'])
  assert.equal((await house.readConversation(house.conversationId)).state, 'open')
  await house.driveAfter(minute)
  assert.equal(house.posts().length, 0)
})

test('the outbox looks by itself: a message nobody told it of, a role that was taken away, a rule that is new', async () => {
  const cases: [lack: string, change: (house: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>][] = [
    ['message', ({ theyWrite, conversationId }) => theyWrite(conversationId, false)],
    ['approver', ({ setMember }) => setMember('lot', { role: 'member' })],
    ['approver', ({ setMember }) => setMember('lot', { leftAt: app.clock.now() })],
    [
      'approver',
      ({ set }) => set({ rules: [rule({ approvers: { roleLeast: 'owner', memberIds: [], departmentId: null } })] }),
    ],
  ]
  for (const [lack, change] of cases) {
    const house = await waiting()
    await house.approve('lot')
    app.clock.advance(second)
    await change(house)
    await house.driveAfter(minute)
    assert.deepEqual([(await house.row()).state, (await house.newest(house.id)).lack], ['awaits_approval', lack])
    assert.equal(house.posts().length, 0)
    await house.approve('noor')
    await house.driveAfter(held)
    assert.equal(house.posts().length, 1)
  }
})

test('the switch is heeded by what is already held', async () => {
  const house = await approvalHouse(app, { rules: [] })
  const { reply } = await house.write()
  assert.equal(reply.state, 'ready')
  await switchApprovals(house.as('lot'), { all: 'always' })
  await house.driveAfter(held)
  assert.deepEqual([(await house.readReply(reply.id)).state, house.posts().length], ['awaits_approval', 0])
})

test('other words are another answer, asked anew: what was asked before is no approval of it, and is there to compare', async () => {
  const house = await waiting()
  const first = await house.askOf(house.id)
  await undoReply(house.as('sem'), house.id)
  const { conversationId, mentionId, accountId } = house
  const { version } = await house.readConversation(conversationId)
  const changed = { conversationId, mentionId, accountId, text: 'Anders', thenDo: 'done' as const, version }
  const { id } = await writeReply(house.as('sem'), changed)
  for (const replyId of [house.id, id])
    await assert.rejects(
      decideApproval(house.as('lot'), { what: 'approve', replyId, askId: first }),
      isRefused('taken'),
    )
  const shown = present((await readReplyApprovals(house.as('lot'), [id])).get(id), 'it was asked')
  assert.deepEqual([shown.previousText, shown.mayDecide], [house.reply.text, true])
  await decideApproval(house.as('lot'), { what: 'approve', replyId: id, askId: await house.askOf(id) })
  await house.driveAfter(held)
  assert.deepEqual(
    house.posts().map(({ text }) => text),
    ['Anders'],
  )
})

test('sent back it is a draft again, with what was said; the writer is told', async () => {
  for (const what of ['ask_changes', 'reject'] as const) {
    const house = await waiting()
    await decideApproval(house.as('lot'), {
      what,
      replyId: house.id,
      askId: await house.askOf(house.id),
      note: 'Korter',
    })
    const { outcome, note } = await house.newest(house.id)
    assert.deepEqual([outcome, note], [what === 'reject' ? 'rejected' : 'changes', 'Korter'])
    assert.equal((await house.row()).state, 'undone')
    const isDraft = eq(drafts.conversationId, house.conversationId)
    const [draft] = await house.within((tx) => tx.select().from(drafts).where(isDraft))
    assert.equal(draft?.text, house.reply.text)
    const kind = what === 'reject' ? 'rejected' : 'changes_asked'
    const isTold = and(eq(notices.memberId, house.member('sem').id), eq(notices.kind, kind))
    assert.equal(await house.within((tx) => tx.$count(notices, isTold)), 1)
  }
})

test('an approval is taken back before it leaves, and not after', async () => {
  const house = await waiting()
  await house.approve('lot')
  const askId = (await house.newest(house.id)).id
  await decideApproval(house.as('lot'), { what: 'take_back', replyId: house.id, askId })
  await house.driveAfter(held)
  assert.deepEqual([(await house.row()).state, house.posts().length], ['awaits_approval', 0])
  await house.approve('lot')
  const again = (await house.newest(house.id)).id
  await house.driveAfter(held)
  const late = decideApproval(house.as('lot'), { what: 'take_back', replyId: house.id, askId: again })
  await assert.rejects(late, isRefused('taken'))
})

test('of two that wait in one conversation one is approved and the other rejected in one act', async () => {
  const house = await waiting()
  const { version } = await house.readConversation(house.conversationId)
  const { conversationId, mentionId, accountId } = house
  const second = { conversationId, mentionId, accountId, text: 'Iets anders', thenDo: 'done' as const, version }
  const other = await writeReply(house.as('tess'), second)
  await house.approve('lot', { rejectsOthers: true })
  assert.equal((await house.readReply(other.id)).state, 'undone')
  assert.equal((await house.newest(other.id)).outcome, 'rejected')
  await house.driveAfter(held)
  assert.equal(house.posts().length, 1)
})

test('withdrawn by its writer it never leaves, and what a colleague closed meanwhile stays closed', async () => {
  const house = await waiting()
  // Nobody has answered yet: whoever closes it says so.
  await assert.rejects(finishConversation(house.as('tess'), { id: house.conversationId }), isRefused('undecided'))
  await finishConversation(house.as('tess'), { id: house.conversationId, decision: { kind: 'elsewhere', note: '' } })
  await undoReply(house.as('sem'), house.id)
  assert.equal((await house.readConversation(house.conversationId)).state, 'done')
  assert.equal((await house.newest(house.id)).outcome, 'withdrawn')
  assert.deepEqual(
    [(await house.row()).state, (await house.readConversation(house.conversationId)).ownerId],
    ['undone', null],
  )
  await house.driveAfter(minute)
  assert.equal(house.posts().length, 0)
})

test('where its account is removed its words go back to its writer', async () => {
  const house = await waiting()
  await removeAccount(house.as('noor'), house.accountId)
  await house.drive()
  assert.deepEqual([(await house.row()).state, (await house.newest(house.id)).outcome], ['refused', 'withdrawn'])
  assert.equal(await house.within((tx) => tx.$count(accounts, eq(accounts.state, 'removed'))), 1)
})

test('nobody said anything for a while: the next are told, once, and may approve; where all are away at once', async () => {
  const next = { roleLeast: null, memberIds: [] as string[], departmentId: null }
  const house = await approvalHouse(app)
  const nextApprovers = { ...next, memberIds: [house.member('tess').id] }
  const named = { roleLeast: null, memberIds: [house.member('lot').id], departmentId: null }
  await house.set({ rules: [rule({ approvers: named })], lateMinutes: 15, nextApprovers })
  const { reply } = await house.write()
  const asked = async (name: string) => ({
    what: 'approve' as const,
    replyId: reply.id,
    askId: await house.askOf(reply.id),
    name,
  })
  const early = await asked('tess')
  await assert.rejects(decideApproval(house.as('tess'), early), isRefused('not_allowed'))
  app.clock.advance(15 * minute)
  await tellLate(app)
  await tellLate(app)
  const isTold = and(eq(notices.memberId, house.member('tess').id), eq(notices.kind, 'approval_late'))
  assert.equal(await house.within((tx) => tx.$count(notices, isTold)), 1)
  await decideApproval(house.as('tess'), early)
  await house.driveAfter(held)
  assert.equal((await house.readReply(reply.id)).state, 'sent')
  await house.setMember('lot', { isAway: true })
  const { reply: second } = await house.write({ text: 'Tweede antwoord' })
  assert.equal((await house.newest(second.id)).isLate, true)
})

test('rules name their writer, and say before one types whether and whose approval is needed', async () => {
  const house = await approvalHouse(app, {
    rules: [rule({ name: 'New here', writerRoleMost: 'member', writerSentBelow: 1 })],
  })
  const { reply, conversationId } = await house.write()
  const need = await readNeed(house.as('sem'), { conversationId, accountId: null })
  assert.deepEqual(need?.why, {
    kind: 'rule',
    id: reply && need?.why.kind === 'rule' ? need.why.id : '',
    name: 'New here',
  })
  assert.deepEqual(
    need?.approvers.map(({ name }) => name),
    ['lot', 'noor'],
  )
  assert.equal(await readNeed(house.as('lot'), { conversationId, accountId: null }), null)
  await decideApproval(house.as('lot'), { what: 'approve', replyId: reply.id, askId: await house.askOf(reply.id) })
  await house.driveAfter(held)
  assert.equal((await house.write({ text: 'Nu kan het zo' })).reply.state, 'ready')
})

test('who changes the rules says from which version; nobody is asked who is not here', async () => {
  const house = await approvalHouse(app)
  const settings = { ...(await import('#domain/approval.ts')).usualApprovals }
  await assert.rejects(saveApprovals(house.as('noor'), { settings, basedOn: 0 }), isRefused('taken'))
  const stranger = { roleLeast: null, memberIds: [house.workspaceId], departmentId: null }
  await assert.rejects(house.set({ allApprovers: stranger }), isRefused('not_found'))
  await assert.rejects(house.set({ allApprovers: { ...stranger, memberIds: [] } }), isRefused('bad_input'))
})

test('one with a moment of its own leaves at that moment when it was approved before, and its conversation stays open till then', async () => {
  const house = await approvalHouse(app)
  const sendAt = new Date(app.clock.now().getTime() + 60 * minute)
  const { reply, conversationId } = await house.write({ sendAt })
  assert.equal(reply.state, 'awaits_approval')
  await decideApproval(house.as('lot'), { what: 'approve', replyId: reply.id, askId: await house.askOf(reply.id) })
  await house.driveAfter(30 * minute)
  assert.deepEqual([(await house.readConversation(conversationId)).state, house.posts().length], ['open', 0])
  await house.driveAfter(30 * minute)
  assert.deepEqual([(await house.readConversation(conversationId)).state, house.posts().length], ['done', 1])
})

test('what races is decided one way or the other: a message, an approval, a role and the outbox at once', async (t) => {
  let [sent, stopped] = [0, 0]
  for (let round = 0; round < 60; round += 1) {
    const house = await waiting()
    if (round % 2 === 0) await house.approve('lot')
    app.clock.advance(held)
    const all = [
      () => house.drive(),
      () => house.theyWrite(house.conversationId),
      () => house.setMember('lot', { role: 'member' }),
      () => house.approve('noor'),
      () => undoReply(house.as('sem'), house.id),
    ]
    const acts = all.filter((_act, index) => ((round >> 1) % 16) & (1 << index) || index === 0)
    await Promise.allSettled(acts.map((act) => act()))
    await house.driveAfter(held)
    const { state } = await house.row()
    const { outcome, settledBy } = await house.newest(house.id)
    if (house.posts().length === 0) stopped += 1
    else sent += 1
    assert.ok(house.posts().length <= 1)
    // What stands was approved by its newest asking, and not by who wrote it; a message after that only changes what comes next.
    if (house.posts().length === 1)
      assert.deepEqual(
        [state, outcome, settledBy !== house.member('sem').id],
        ['sent', 'approved', true],
        `round ${round}`,
      )
  }
  t.diagnostic(`${sent} sent, ${stopped} not`)
  assert.ok(sent > 0 && stopped > 0)
})

test('what held before stays to be read, newest first, and going back to it is a new version', async () => {
  const house = await approvalHouse(app, { all: 'always' })
  await switchApprovals(house.as('lot'), { all: 'never' })
  const before = await readApprovalVersions(house.as('sem'))
  assert.deepEqual(
    before.map(({ version, settings, by }) => [version, settings.all, by?.name]),
    [
      [2, 'never', 'lot'],
      [1, 'always', 'noor'],
    ],
  )
  const first = present(before[1], 'the first version')
  await saveApprovals(house.as('noor'), { settings: first.settings, basedOn: 2 })
  const after = await readApprovalVersions(house.as('sem'))
  assert.deepEqual([after[0]?.version, after[0]?.settings], [3, first.settings])
  const elsewhere = await approvalHouse(app)
  assert.equal((await readApprovalVersions(elsewhere.as('sem'))).length, 1)
})

test('for a pile one word is enough, yes or no, and what is of no pile is left alone', async () => {
  for (const what of ['approve', 'ask_changes', 'reject'] as const) {
    const house = await approvalHouse(app)
    const [first, second, alone] = [await house.write(), await house.write(), await house.write()]
    const pileId = newId()
    await house.within((tx) =>
      tx
        .update(replies)
        .set({ pileId })
        .where(inArray(replies.id, [first.reply.id, second.reply.id])),
    )
    const shown = await readReplyApprovals(house.as('lot'), [first.reply.id, alone.reply.id])
    assert.deepEqual([shown.get(first.reply.id)?.pileCount, shown.get(alone.reply.id)?.pileCount], [2, 1])
    const asked = { replyId: first.reply.id, askId: await house.askOf(first.reply.id), isForPile: true }
    // Whose answers they are may not say so of any of them.
    await assert.rejects(decideApproval(house.as('sem'), { ...asked, what, note: 'Anders.' }), isRefused('not_allowed'))
    await decideApproval(house.as('lot'), { ...asked, what, note: 'Anders.' })
    const outcome = { approve: 'approved', ask_changes: 'changes', reject: 'rejected' }[what]
    const state = what === 'approve' ? 'ready' : 'undone'
    for (const { reply } of [first, second]) {
      assert.equal((await house.newest(reply.id)).outcome, outcome)
      assert.equal((await house.readReply(reply.id)).state, state)
    }
    assert.equal((await house.readReply(alone.reply.id)).state, 'awaits_approval')
  }
})

test('the approval of a pile is taken back as one, of all that have not left', async () => {
  const house = await approvalHouse(app)
  const three = [await house.write(), await house.write(), await house.write()].map(({ reply }) => reply.id)
  const [first = '', left = '', last = ''] = three
  await house.within((tx) => tx.update(replies).set({ pileId: newId() }).where(inArray(replies.id, three)))
  const asked = { replyId: first, askId: await house.askOf(first), isForPile: true }
  await decideApproval(house.as('lot'), { ...asked, what: 'approve' })
  await house.within((tx) => tx.update(replies).set({ state: 'sent', dueAt: null }).where(eq(replies.id, left)))
  await assert.rejects(decideApproval(house.as('sem'), { ...asked, what: 'take_back' }), isRefused('not_allowed'))
  await decideApproval(house.as('lot'), { ...asked, what: 'take_back' })
  const states = await Promise.all(three.map(async (id) => (await house.readReply(id)).state))
  assert.deepEqual(states, ['awaits_approval', 'sent', 'awaits_approval'])
  assert.equal((await house.newest(last)).lack, 'taken_back')
  await assert.rejects(decideApproval(house.as('lot'), { ...asked, what: 'take_back' }), isRefused('taken'))
})
