import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { drafts, replies } from '#db/tables/reply.ts'
import { askParty } from '#inbox/ask-party.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { readConversation } from '#inbox/read-conversation.ts'
import { readPage } from '#inbox/read-page.ts'
import { writeNote } from '#inbox/write-note.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { memberOf } from '#team/context.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { mergeConversations, splitConversation, takeApart } from './merge-conversations.ts'
import { saveDraft } from './save-draft.ts'
import { writeReply } from './write-reply.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const house = await intakeHouse(app)
const { ctx, hear } = house
await changeWorkspace(ctx, { promiseMinutes: { '0': 240, '1': 120, '2': 60, '3': 30 } })
const tess = house.as('tess')
const els = { nativeId: 'els', handle: 'els', name: 'Els' }
let posts = 0

/** Somebody begins a thread. */
async function begun(text: string, by = els) {
  posts += 1
  const nativeId = `p${posts}`
  await hear({ text: `${text} zilvermeeuw`, nativeId, author: by })
  app.clock.advance(minute)
  return { id: (await house.saying(text)).id, nativeId }
}
async function answered(parentId: string, text: string): Promise<string> {
  posts += 1
  await hear({ text: `${text} zilvermeeuw`, nativeId: `p${posts}`, parentId, rootId: parentId, author: els })
  app.clock.advance(minute)
  return `p${posts}`
}
const read = (id: string) => readConversation(ctx, id)
const texts = async (id: string) =>
  (await read(id)).messages.map(({ mention }) => mention.text.replace(' zilvermeeuw', ''))
const rowOf = async (id: string) =>
  (await app.db.asSystem((tx) => tx.select().from(conversations).where(eq(conversations.id, id))))[0]
const dueOf = async (id: string): Promise<number> => (await rowOf(id))?.dueAt?.getTime() ?? Number.NaN
const refused = (code: AppError['code']) => (error: unknown) => error instanceof AppError && error.code === code

test('of two that are one nothing is lost: messages, notes, drafts, who is asked, and the promise that ends first', async () => {
  const one = await begun('Mijn koffer is weg')
  const other = await begun('Nog iets over die koffer')
  const due = Math.min(await dueOf(one.id), await dueOf(other.id))
  assert.ok(due > 0, 'both are promised an answer')
  await claimConversation(tess, { id: other.id, takeOver: false })
  await writeNote(ctx, { conversationId: one.id, text: 'Band 14.' })
  await saveDraft(ctx, { conversationId: one.id, kind: 'reply', text: 'Dag Els' })
  await saveDraft(ctx, { conversationId: other.id, kind: 'reply', text: 'Beste Els' })
  const asked = { memberId: memberOf(tess).id, departmentId: null, kind: 'informed', reason: '' } as const
  await askParty(ctx, { conversationId: one.id, ...asked })
  const numberBefore = (await rowOf(one.id))?.number
  const into = await mergeConversations(ctx, { id: one.id, withId: other.id })
  assert.equal(into.id, other.id)
  const now = await read(other.id)
  assert.deepEqual(await texts(other.id), ['Mijn koffer is weg', 'Nog iets over die koffer'])
  assert.deepEqual([now.row.dueAt?.getTime(), now.row.ownerId, now.row.messageCount], [due, memberOf(tess).id, 2])
  assert.deepEqual([now.notes.map(({ text }) => text), now.parties.length], [['Band 14.'], 1])
  assert.deepEqual(
    now.drafts.map(({ text }) => text),
    ['Beste Els\n\nDag Els'],
  )
  assert.ok(now.happenings.some(({ action }) => action === 'conversation.merge'))
  assert.deepEqual(
    now.merged.map(({ number }) => number),
    [numberBefore],
  )
  assert.equal((await read(`WH-${numberBefore}`)).row.id, other.id, 'its key leads to the one that stays')
  for (const view of ['all', 'done', 'waiting', 'noise'] as const)
    assert.ok(!(await readPage(ctx, { view, limit: 100 })).rows.some(({ id }) => id === one.id), view)
  await assert.rejects(closeAnyhow(ctx, { id: one.id }), refused('taken'))
})

test('what is heard in the thread of the one goes on in the other, and taking apart gives both back', async () => {
  const one = await begun('De trein staat stil')
  const other = await begun('En de volgende ook')
  const [due, otherDue] = [await dueOf(one.id), await dueOf(other.id)]
  await mergeConversations(ctx, { id: one.id, withId: other.id })
  const answer = await answered(one.nativeId, 'Nog steeds')
  await answered(answer, 'Al een uur')
  assert.equal((await texts(other.id)).length, 4)
  const back = await takeApart(ctx, { id: one.id })
  assert.equal(back.id, one.id)
  assert.deepEqual(await texts(one.id), ['De trein staat stil', 'Nog steeds', 'Al een uur'])
  assert.deepEqual(await texts(other.id), ['En de volgende ook'])
  assert.equal((await rowOf(one.id))?.state, 'open')
  assert.deepEqual([await dueOf(one.id), await dueOf(other.id)], [due, otherDue], 'each has the promise it had')
  await assert.rejects(takeApart(ctx, { id: one.id }), refused('not_found'))
})

test('merged and merged again leads to the last', async () => {
  const [a, b, c] = [await begun('Eerste vraag'), await begun('Tweede vraag'), await begun('Derde vraag')]
  await mergeConversations(ctx, { id: a.id, withId: b.id })
  await mergeConversations(ctx, { id: b.id, withId: c.id })
  assert.equal((await read(a.id)).row.id, c.id)
  assert.deepEqual(await texts(c.id), ['Eerste vraag', 'Tweede vraag', 'Derde vraag'])
  await answered(a.nativeId, 'Daar nog iets bij')
  assert.equal((await texts(c.id)).length, 4)
  await takeApart(ctx, { id: a.id })
  assert.deepEqual(await texts(a.id), ['Eerste vraag', 'Daar nog iets bij'])
  assert.deepEqual(await texts(c.id), ['Tweede vraag', 'Derde vraag'])
})

test('of those that were merged one after the other the middle one takes only its own along', async () => {
  const [a, b, c] = [await begun('Vierde vraag'), await begun('Vijfde vraag'), await begun('Zesde vraag')]
  await mergeConversations(ctx, { id: a.id, withId: b.id })
  const { id, version } = await mergeConversations(ctx, { id: b.id, withId: c.id })
  assert.equal((await rowOf(id))?.version, version, 'the answer names the version that stands')
  await takeApart(ctx, { id: b.id })
  assert.deepEqual([await texts(b.id), (await read(a.id)).row.id], [['Vijfde vraag'], c.id])
  assert.deepEqual(await texts(c.id), ['Vierde vraag', 'Zesde vraag'])
})

test('a done conversation that takes in an open one is open', async () => {
  const [open, done] = [await begun('Hoe laat gaan jullie dicht'), await begun('Zijn jullie open')]
  await closeAnyhow(ctx, { id: done.id })
  await mergeConversations(ctx, { id: open.id, withId: done.id })
  assert.equal((await rowOf(done.id))?.state, 'open')
})

test('a message about something else, with what was answered to it, becomes a conversation of its own', async () => {
  const root = await begun('Wie weet hoe laat de boot gaat')
  const aside = await answered(root.nativeId, 'Mijn fiets is trouwens stuk')
  await answered(aside, 'Bij mij ook de fiets')
  await answered(root.nativeId, 'Om tien uur')
  const mention = (await read(root.id)).messages.find(({ mention: one }) => one.nativeId === aside)?.mention
  const split = await splitConversation(ctx, { mentionId: mention?.id ?? '' })
  assert.deepEqual(await texts(split.id), ['Mijn fiets is trouwens stuk', 'Bij mij ook de fiets'])
  assert.deepEqual(await texts(root.id), ['Wie weet hoe laat de boot gaat', 'Om tien uur'])
  await answered(aside, 'De mijne ook, die fiets')
  assert.equal((await texts(split.id)).length, 3, 'answers to it go on there')
  await mergeConversations(ctx, { id: split.id, withId: root.id })
  assert.equal((await texts(root.id)).length, 5, 'and it can be put back')
})

test('what would leave nothing, itself, and an answer on its way are refused in words', async () => {
  const [one, other] = [await begun('Kan dit ruilen'), await begun('Ruilen zonder bon')]
  const [only] = await app.db.asSystem((tx) => tx.select().from(mentions).where(eq(mentions.conversationId, one.id)))
  await assert.rejects(splitConversation(ctx, { mentionId: only?.id ?? '' }), refused('bad_input'))
  await assert.rejects(mergeConversations(ctx, { id: one.id, withId: one.id }), refused('bad_input'))
  const { version } = (await read(one.id)).row
  const said = { mentionId: only?.id ?? '', accountId: null, text: 'Ja hoor', thenDo: 'stay', version } as const
  const { id } = await writeReply(ctx, { conversationId: one.id, ...said })
  await app.db.asSystem((tx) => tx.update(replies).set({ state: 'sending' }).where(eq(replies.id, id)))
  await assert.rejects(mergeConversations(ctx, { id: one.id, withId: other.id }), refused('bad_input'))
  await app.db.asSystem((tx) => tx.update(replies).set({ state: 'sent' }).where(eq(replies.id, id)))
  await mergeConversations(ctx, { id: one.id, withId: other.id })
  const [moved] = await app.db.asSystem((tx) => tx.select().from(replies).where(eq(replies.id, id)))
  assert.equal(moved?.conversationId, other.id)
  assert.equal(
    (await app.db.asSystem((tx) => tx.select().from(drafts).where(eq(drafts.conversationId, one.id)))).length,
    0,
  )
})
