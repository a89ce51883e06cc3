// How long is kept, as people decide it: what would go is counted first, and what must stay is kept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { desc, eq } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { audit } from '#db/tables/team.ts'
import type { Retention } from '#domain/retention.ts'
import { eraseAuthor } from '#reply/erase-author.ts'
import { eraseOutlived } from '#reply/erase-outlived.ts'
import { mergeConversations, takeApart } from '#reply/merge-conversations.ts'
import { startWorkspace } from '#team/start-workspace.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { claimConversation } from './claim-conversation.ts'
import { holdConversation, unholdConversation } from './hold-conversation.ts'
import { readConversation } from './read-conversation.ts'
import { readRetention, tryRetention } from './read-keeping.ts'
import { readPage } from './read-page.ts'
import { readPerson } from './read-person.ts'
import { saveRetention } from './save-retention.ts'
import { writeNote } from './write-note.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const advised: Retention = { unansweredDays: 90, answeredDays: 365 }
const isRefused = (error: unknown) => error instanceof AppError && error.code === 'bad_input'

async function house() {
  const here = await intakeHouse(app)
  let count = 0
  const say = async (text: string, author = 'bas') => {
    count += 1
    const person = { nativeId: author, handle: author, name: author }
    await here.hear({ nativeId: `${text} ${count}`, text: `Zilvermeeuw ${text}`, author: person })
    return here.saying(text)
  }
  const isErased = async (id: string) => (await here.rows()).some(({ row }) => row.id === id && row.erasedAt !== null)
  return { ...here, say, isErased }
}

test('a new workspace begins with what is advised, and one that was here keeps everything', async () => {
  const { ctx } = await house()
  const { unansweredDays, answeredDays, lookedAt } = await readRetention(ctx)
  assert.deepEqual([unansweredDays, answeredDays, lookedAt], [null, null, null])
  const { rows } = await app.db.pool.query<{ id: string }>('select id from users limit 1')
  for (const isDemo of [false, true]) {
    const workspaceId = await startWorkspace(app, {
      name: 'Nieuw',
      ownerName: 'Noor',
      userId: rows[0]?.id ?? '',
      isDemo,
    })
    const begun = await readRetention({ ...ctx, workspaceId })
    assert.equal(begun.unansweredDays, isDemo ? null : 90)
    assert.equal(begun.answeredDays, isDemo ? null : 365)
  }
})

test('what would go at once is counted, and goes only with the name of the workspace', async () => {
  const { ctx, as, say, isErased } = await house()
  const one = await say('een oud bericht')
  const owned = await say('van iemand', 'eva')
  await claimConversation(ctx, { id: owned.id, takeOver: false })
  app.clock.advance(100 * day)
  assert.deepEqual(await tryRetention(ctx, advised), { conversations: 1, messages: 1 })
  const save = (retention: Retention, workspaceName = '') => saveRetention(ctx, { retention, workspaceName })
  await assert.rejects(save(advised), isRefused)
  await assert.rejects(save(advised, 'Zilver'), isRefused)
  assert.equal((await readRetention(ctx)).unansweredDays, null, 'nothing was saved')
  await assert.rejects(save({ unansweredDays: 90, answeredDays: 60 }, 'Zilvermeeuw'), isRefused)
  await assert.rejects(save({ unansweredDays: null, answeredDays: 365 }, 'Zilvermeeuw'), isRefused)
  await assert.rejects(saveRetention(as('tess'), { retention: advised, workspaceName: 'Zilvermeeuw' }), AppError)
  assert.deepEqual(await save({ unansweredDays: 180, answeredDays: 365 }), { conversations: 0, messages: 0 })
  assert.deepEqual(await save(advised, 'Zilvermeeuw'), { conversations: 1, messages: 1 })
  const [line] = await app.db.asSystem((tx) =>
    tx.select().from(audit).where(eq(audit.workspaceId, ctx.workspaceId)).orderBy(desc(audit.id)).limit(1),
  )
  assert.equal(line?.action, 'retention.change')
  assert.equal(line?.details.unansweredDaysBefore, 180)
  await eraseOutlived(app)
  assert.ok(await isErased(one.id))
  assert.ok(!(await isErased(owned.id)))
  const { lastErasing, lookedAt } = await readRetention(ctx)
  assert.deepEqual([lastErasing?.conversations, lastErasing?.messages, lastErasing?.authors], [1, 1, 1])
  assert.equal(new Date(lookedAt ?? 0).getTime(), app.clock.now().getTime())
})

test('a conversation that is kept stays until its day, or until somebody says otherwise', async () => {
  const { ctx, say, isErased } = await house()
  const one = await say('een claim')
  const two = await say('een andere claim', 'eva')
  await saveRetention(ctx, { retention: advised, workspaceName: '' })
  await holdConversation(ctx, { id: one.id, reason: 'De verzekeraar vraagt ernaar', until: null })
  await assert.rejects(holdConversation(ctx, { id: two.id, reason: 'x', until: app.clock.now() }), isRefused)
  await holdConversation(ctx, {
    ...{ id: two.id, reason: 'Tot het oordeel' },
    until: new Date(app.clock.now().getTime() + 200 * day),
  })
  assert.equal((await readRetention(ctx)).held, 2)
  const { keeping } = await readConversation(ctx, one.id)
  assert.deepEqual(
    [keeping.erasesAt, keeping.hold?.reason, keeping.hold?.by.name],
    [null, 'De verzekeraar vraagt ernaar', 'noor'],
  )
  app.clock.advance(199 * day)
  await eraseOutlived(app)
  assert.deepEqual([await isErased(one.id), await isErased(two.id)], [false, false])
  app.clock.advance(2 * day)
  await eraseOutlived(app)
  assert.deepEqual([await isErased(one.id), await isErased(two.id)], [false, true])
  assert.equal((await readRetention(ctx)).held, 1)
  await unholdConversation(ctx, one.id)
  app.clock.advance(91 * day)
  await eraseOutlived(app)
  assert.ok(await isErased(one.id))
})

test('what is merged into another brings along that it must be kept', async () => {
  const { ctx, say, isErased } = await house()
  const from = await say('het eerste')
  const into = await say('het tweede', 'eva')
  await saveRetention(ctx, { retention: advised, workspaceName: '' })
  await holdConversation(ctx, { id: from.id, reason: 'Een claim', until: null })
  await mergeConversations(ctx, { id: from.id, withId: into.id })
  app.clock.advance(400 * day)
  await eraseOutlived(app)
  assert.deepEqual([await isErased(from.id), await isErased(into.id)], [false, false])
  assert.equal((await readConversation(ctx, into.id)).keeping.hold?.reason, 'Een claim')
  await takeApart(ctx, { id: from.id })
  assert.equal((await readConversation(ctx, from.id)).keeping.hold?.reason, 'Een claim', 'and takes it along again')
})

test('people are told when it goes, and what was erased is no work any more', async () => {
  const { ctx, say } = await house()
  const one = await say('een bericht')
  const { authorId } = one
  assert.equal((await readConversation(ctx, one.id)).keeping.erasesAt, null, 'nothing is erased by age here')
  await saveRetention(ctx, { retention: advised, workspaceName: '' })
  const goesAt = app.clock.now().getTime() + 90 * day
  const momentOf = (text: string | null) => new Date(text ?? 0).getTime()
  assert.equal(momentOf((await readConversation(ctx, one.id)).keeping.erasesAt), goesAt)
  assert.equal(momentOf((await readPerson(ctx, authorId ?? '')).erasesAt), goesAt)
  app.clock.advance(10 * day)
  const later = await say('nog een ander bericht')
  assert.equal(momentOf((await readPerson(ctx, authorId ?? '')).erasesAt), goesAt + 10 * day, 'with the last of them')
  await holdConversation(ctx, { id: later.id, reason: 'x', until: null })
  assert.equal((await readPerson(ctx, authorId ?? '')).erasesAt, null)
  app.clock.advance(81 * day)
  await eraseOutlived(app)
  const { keeping, messages } = await readConversation(ctx, one.id)
  assert.ok(keeping.erasedAt)
  assert.equal(messages[0]?.mention.text, '')
  assert.deepEqual((await readPage(ctx, { view: 'done', limit: 10 })).rows, [])
  await assert.rejects(writeNote(ctx, { conversationId: one.id, text: 'te laat' }), AppError)
})

test('the reason to keep somebody goes without their name when they ask to be forgotten', async () => {
  const { ctx, say } = await house()
  const one = await say('een bericht', 'wilhelmina')
  await holdConversation(ctx, { id: one.id, reason: 'Wilhelmina dreigt met een claim', until: null })
  await eraseAuthor(ctx, { id: one.authorId ?? '', keepsOut: false })
  assert.equal((await readConversation(ctx, one.id)).keeping.hold?.reason, '… dreigt met een claim')
})
