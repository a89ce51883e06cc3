import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { hour, minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { audit } from '#db/tables/team.ts'
import { createDepartment } from '#team/change-department.ts'
import type { Context } from '#team/context.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { claimConversation, releaseAllOf, releaseConversation } from './claim-conversation.ts'
import { reopenConversation, waitConversation } from './finish-conversation.ts'
import { handOver } from './hand-over.ts'
import { markRead } from './mark-read.ts'
import { readConversation } from './read-conversation.ts'
import { readPage } from './read-page.ts'
import { readViewCounts } from './read-view-counts.ts'
import { wakeWaiting } from './wake-waiting.ts'
import { writeNote } from './write-note.ts'

const app = await testApp()
let threads = 0

type Given = Partial<typeof conversations.$inferInsert> & { text?: string; authorName?: string }

/** A conversation with one message, as the intake leaves it. */
async function conversation(
  ctx: Context,
  { text = 'zilvermeeuw?', authorName = 'Marieke', ...given }: Given = {},
): Promise<string> {
  threads += 1
  const { workspaceId } = ctx
  const id = newId()
  const authorId = newId()
  const mentionId = newId()
  const now = app.clock.now()
  await app.db.asSystem(async (tx) => {
    await tx
      .insert(authors)
      .values({ id: authorId, workspaceId, network: 'forum', nativeId: `a${threads}`, handle: '', name: authorName })
    await tx.insert(conversations).values({
      id,
      workspaceId,
      number: threads,
      network: 'forum',
      threadId: `t${threads}`,
      title: text.slice(0, 40),
      latestAt: now,
      latestHeardAt: now,
      authorId,
      latestMentionId: mentionId,
      messageCount: 1,
      ...given,
    })
    await tx.insert(mentions).values({
      id: mentionId,
      workspaceId,
      network: 'forum',
      nativeId: `t${threads}`,
      authorId,
      conversationId: id,
      kind: 'post',
      text,
      lang: 'nl',
      publishedAt: now,
    })
  })
  return id
}

const row = async (id: string) =>
  (await app.db.asSystem((tx) => tx.select().from(conversations).where(eq(conversations.id, id))))[0]

const team = () => testWorkspace(app, { noor: 'owner', sanne: 'member', kijker: 'observer' })

const refusedAs = (code: AppError['code']) => (error: unknown) => error instanceof AppError && error.code === code

test('of fifty who click at once one has it, and the others hear who', async () => {
  const names = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`m${index}`, 'member' as const]))
  const { as, member } = await testWorkspace(app, names)
  const id = await conversation(as('m0'))
  const outcomes = await Promise.allSettled(
    Object.keys(names).map((name) => claimConversation(as(name), { id, takeOver: false })),
  )
  const winners = outcomes.filter((one) => one.status === 'fulfilled')
  assert.equal(winners.length, 1)
  const ownerId = (await row(id))?.ownerId
  const owner = Object.keys(names)
    .map(member)
    .find((one) => one.id === ownerId)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      assert.ok(refusedAs('taken')(outcome.reason))
      assert.deepEqual(outcome.reason.details.owner, { id: ownerId, name: owner?.name })
    }
  }
})

test('taking over is possible when asked for, and releasing gives it back to all', async () => {
  const { as, member } = await team()
  const id = await conversation(as('noor'))
  await claimConversation(as('noor'), { id, takeOver: false })
  await claimConversation(as('sanne'), { id, takeOver: true })
  assert.equal((await row(id))?.ownerId, member('sanne').id)
  await releaseConversation(as('noor'), { id })
  assert.equal((await row(id))?.ownerId, member('sanne').id)
  await releaseConversation(as('sanne'), { id })
  assert.equal((await row(id))?.ownerId, null)
})

test('a claim that arrives after what it was for is no quarrel with oneself', async () => {
  const { as, member } = await team()
  const id = await conversation(as('noor'))
  const seen = (await row(id))?.version ?? 0
  await closeAnyhow(as('noor'), { id, version: seen })
  const now = await claimConversation(as('noor'), { id, takeOver: false, version: seen })
  assert.deepEqual([now.ownerId, now.state, now.version], [member('noor').id, 'done', seen + 1])
  await assert.rejects(claimConversation(as('sanne'), { id, takeOver: false, version: seen }), refusedAs('taken'))
  await assert.rejects(claimConversation(as('sanne'), { id, takeOver: true, version: seen }), refusedAs('taken'))
})

test('done, undone, and refused when something new happened', async () => {
  const { as, member } = await team()
  const id = await conversation(as('noor'))
  const seen = (await row(id))?.version ?? 0
  await assert.rejects(closeAnyhow(as('noor'), { id, version: seen + 1 }), refusedAs('taken'))
  await closeAnyhow(as('noor'), { id, version: seen })
  assert.equal((await row(id))?.state, 'done')
  assert.equal((await row(id))?.ownerId, member('noor').id)
  await reopenConversation(as('noor'), { id })
  assert.deepEqual([(await row(id))?.state, (await row(id))?.doneAt], ['open', null])
})

test('what waits comes back at its hour', async () => {
  const { as } = await team()
  const id = await conversation(as('noor'))
  const until = new Date(app.clock.now().getTime() + hour)
  await waitConversation(as('noor'), { id, until })
  await wakeWaiting(app)
  assert.equal((await row(id))?.state, 'waiting')
  app.clock.advance(hour)
  await wakeWaiting(app)
  assert.equal((await row(id))?.state, 'open')
  await assert.rejects(waitConversation(as('noor'), { id, until }), refusedAs('bad_input'))
})

test('handing over never resets the clock of the customer', async () => {
  const { as, member } = await team()
  const dueAt = new Date(app.clock.now().getTime() + 30 * minute)
  const id = await conversation(as('noor'), { dueAt })
  const departmentId = await createDepartment(as('noor'), { name: 'Bagage', memberIds: [member('sanne').id] })
  await handOver(as('noor'), { id, memberId: null, departmentId, reason: 'koffer' })
  const now = await row(id)
  assert.deepEqual([now?.departmentId, now?.ownerId, now?.dueAt?.getTime()], [departmentId, null, dueAt.getTime()])
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.conversationId, id)))
  assert.deepEqual(
    lines.map((line) => [line.action, line.details.reason]),
    [['conversation.hand_over', 'koffer']],
  )
  await assert.rejects(
    handOver(as('noor'), { id, memberId: newId(), departmentId: null, reason: '' }),
    refusedAs('not_found'),
  )
})

test('when a member leaves, nothing of theirs waits unseen', async () => {
  const { as, member } = await team()
  const id = await conversation(as('noor'), { ownerId: member('sanne').id })
  await releaseAllOf(as('noor'), member('sanne').id)
  assert.equal((await row(id))?.ownerId, null)
})

test('an observer looks and changes nothing', async () => {
  const { as } = await team()
  const id = await conversation(as('noor'))
  const before = await row(id)
  await assert.rejects(claimConversation(as('kijker'), { id, takeOver: false }), refusedAs('not_allowed'))
  await assert.rejects(writeNote(as('kijker'), { conversationId: id, text: 'hallo' }), refusedAs('not_allowed'))
  assert.deepEqual(await row(id), before)
  assert.equal((await readConversation(as('kijker'), id)).row.id, id)
})

test('another workspace does not have it, by id or by key', async () => {
  const mine = await team()
  const theirs = await team()
  const id = await conversation(mine.as('noor'))
  const number = (await row(id))?.number
  for (const asked of [id, `WH-${number}`, newId(), 'WH-999999', "'; drop table mentions; --"]) {
    await assert.rejects(readConversation(theirs.as('noor'), asked), refusedAs('not_found'))
  }
  await assert.rejects(claimConversation(theirs.as('noor'), { id, takeOver: true }), refusedAs('not_found'))
})

test('pages follow each other without a hole or a repeat, most pressing promise first', async () => {
  const { as } = await team()
  const ctx = as('noor')
  const now = app.clock.now().getTime()
  for (let index = 0; index < 25; index += 1) {
    const dueAt = index % 3 === 0 ? null : new Date(now + ((index * 7) % 25) * minute)
    await conversation(ctx, { dueAt, latestAt: new Date(now - ((index * 11) % 6) * minute) })
  }
  const seen: { id: string; due: number; latest: number }[] = []
  let after: string | undefined
  do {
    const page = await readPage(ctx, { view: 'all', limit: 7, after })
    seen.push(
      ...page.rows.map((one) => ({
        id: one.id,
        due: one.dueAt ? Date.parse(one.dueAt) : Infinity,
        latest: Date.parse(one.latestAt),
      })),
    )
    after = page.next ?? undefined
  } while (after)
  assert.equal(seen.length, 25)
  assert.equal(new Set(seen.map((one) => one.id)).size, 25)
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => (a.due === b.due ? b.latest - a.latest || (a.id < b.id ? -1 : 1) : a.due - b.due)),
  )
})

test('search finds words in another form, without accents, in Dutch and English, and names', async () => {
  const { as } = await team()
  const ctx = as('noor')
  const bag = await conversation(ctx, { text: 'Mijn koffers zijn zoek op Schiphol', authorName: 'Zoë Müller' })
  await conversation(ctx, { text: 'Prima vlucht' })
  const cases: [string, string[]][] = [
    ['koffer', [bag]],
    ['KOFFERS schiphol', [bag]],
    ['zoe muller', [bag]],
    ['müll', [bag]],
    ['muler', [bag]],
    ['trein', []],
    ['"; --', []],
    ['%%%', []],
    ["'; -- \\ $$", []],
  ]
  for (const [q, expected] of cases) {
    assert.deepEqual(
      (await readPage(ctx, { view: 'all', limit: 10, q })).rows.map((one) => one.id),
      expected,
      q,
    )
  }
})

test('views, counts and unread agree with each other', async () => {
  const { as, member } = await team()
  const ctx = as('noor')
  const mine = await conversation(ctx, { ownerId: member('noor').id })
  const free = await conversation(ctx)
  await conversation(ctx, { state: 'done' })
  const counts = await readViewCounts(ctx)
  assert.deepEqual([counts.mine, counts.unowned, counts.all, counts.waiting], [1, 1, 2, 0])
  const page = async (view: 'mine' | 'unowned') => (await readPage(ctx, { view, limit: 10 })).rows
  assert.deepEqual(
    (await page('mine')).map((one) => one.id),
    [mine],
  )
  assert.deepEqual(
    (await page('unowned')).map((one) => [one.id, one.isUnread]),
    [[free, true]],
  )
  await markRead(ctx, { id: free, isRead: true })
  assert.equal((await page('unowned'))[0]?.isUnread, false)
  await markRead(ctx, { id: free, isRead: false })
  assert.equal((await page('unowned'))[0]?.isUnread, true)
})
