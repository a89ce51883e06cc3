// What is older than its workspace keeps is erased: no table holds its words or names any more, and the figures stay.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, hour } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import { erasings } from '#db/tables/retention.ts'
import { audit, workspaces } from '#db/tables/team.ts'
import type { Retention } from '#domain/retention.ts'
import { askParty } from '#inbox/ask-party.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { makePledge, settlePledge } from '#inbox/make-pledge.ts'
import { renameConversation } from '#inbox/rename-conversation.ts'
import { sayNoise } from '#inbox/say-noise.ts'
import { writeNote } from '#inbox/write-note.ts'
import { writePersonNote } from '#inbox/write-person-note.ts'
import { memberOf } from '#team/context.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { type IntakePost, intakeHouse } from '#testing/intake-house.ts'
import { placesHolding } from '#testing/places-holding.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { eraseBatch, eraseOutlived } from './erase-outlived.ts'
import { mergeConversations } from './merge-conversations.ts'
import { saveDraft } from './save-draft.ts'
import { writeReply } from './write-reply.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const advised: Retention = { unansweredDays: 90, answeredDays: 365 }
const quirine = {
  ...{ nativeId: 'did:plc:quirinezx', handle: 'quirinezx.example', name: 'Quirine Zandvliet' },
  ...{ url: 'https://forum.example/u/quirinezx', bio: 'Fietst wobbelfietsen', followers: 12 },
}
const bas = { nativeId: 'did:plc:bas', handle: 'bas.example', name: 'Bas' }
const needles = [
  'quirine',
  'zandvliet',
  'quirinezx',
  'wobbelfiets',
  'kletsnatte',
  'belde',
  'antwoordwoord',
  'bijzonder',
]

async function house(retention: Retention = advised) {
  const here = await intakeHouse(app)
  await app.db.asSystem((tx) => tx.update(workspaces).set(retention).where(eq(workspaces.id, here.workspaceId)))
  let count = 0
  const say = async (text: string, more: Partial<IntakePost> = {}) => {
    count += 1
    await here.hear({
      nativeId: `at://did:plc:quirinezx/post/${count}`,
      text: `Zilvermeeuw ${text}`,
      author: quirine,
      ...more,
    })
    return here.saying(text)
  }
  const rowOf = async (id: string) =>
    present((await here.rows()).find(({ row }) => row.id === id)?.row, 'the conversation')
  return { ...here, say, rowOf }
}

const messages = (workspaceId: string) =>
  app.db.asSystem((tx) => tx.select().from(mentions).where(eq(mentions.workspaceId, workspaceId)))

const placesOf = (workspaceId: string, needle: string) => placesHolding(app.db.pool, { workspaceId, needle })

/** One conversation with everything that can be written about it, answered and done. */
async function fullHouse() {
  const here = await house()
  const { ctx, say, rowOf } = here
  const one = await say('mijn wobbelfiets staat in een kletsnatte hal')
  const [mention] = await messages(here.workspaceId)
  await say('mijn wobbelfiets staat in een kletsnatte hal!', {
    nativeId: 'at://did:plc:quirinezx/post/1',
    editedAt: app.clock.now(),
  })
  const other = await say('nog een kletsnatte wobbelfiets', { rootId: 'root-2', parentId: 'root-2' })
  await mergeConversations(ctx, { id: other.id, withId: one.id })
  await say('wie wint deze wobbelfiets? Giveaway, retweet to win')
  await writeNote(ctx, { conversationId: one.id, text: 'Quirine belde al eerder.' })
  const dueAt = new Date(app.clock.now().getTime() + day)
  const pledged = await makePledge(ctx, { conversationId: one.id, text: 'Quirine een wobbelfiets sturen', dueAt })
  await settlePledge(ctx, { id: pledged.id, outcome: 'kept' })
  await writePersonNote(ctx, { authorId: mention?.authorId ?? '', text: 'Quirine Zandvliet fietst.' })
  await renameConversation(ctx, { id: one.id, title: 'Een bijzonder geval' })
  await askParty(ctx, {
    ...{ conversationId: one.id, memberId: memberOf(here.as('tess')).id, departmentId: null },
    ...{ kind: 'consulted' as const, reason: 'Ken jij dit bijzondere?' },
  })
  await saveDraft(here.as('tess'), { conversationId: one.id, kind: 'note', text: 'antwoordwoord vooraf' })
  const { version } = await rowOf(one.id)
  const reply = await writeReply(ctx, {
    ...{ conversationId: one.id, mentionId: mention?.id ?? '', accountId: null },
    ...{ text: 'Dag, een antwoordwoord.', thenDo: 'stay' as const, version },
  })
  await app.db.asSystem((tx) =>
    tx
      .update(replies)
      .set({
        state: 'sent',
        settledAt: app.clock.now(),
        nativeId: 'antwoordwoord-1',
        url: 'https://x.example/antwoordwoord',
      })
      .where(eq(replies.id, reply.id)),
  )
  await closeAnyhow(ctx, { id: one.id, version: (await rowOf(one.id)).version })
  return { ...here, one, other }
}

test('after its time nothing of the words, names and addresses is left in any table, and the figures stay', async () => {
  const { workspaceId, one, other, rowOf } = await fullHouse()
  for (const needle of needles)
    assert.ok((await placesOf(workspaceId, needle)).length > 0, `${needle} was there before`)
  const before = { row: await rowOf(one.id), said: await messages(workspaceId) }
  app.clock.advance(364 * day)
  await eraseOutlived(app)
  assert.ok((await placesOf(workspaceId, 'kletsnatte')).length > 0, 'what was answered is kept for a year')
  app.clock.advance(2 * day)
  await eraseOutlived(app)
  for (const needle of needles) assert.deepEqual(await placesOf(workspaceId, needle), [], needle)
  const row = await rowOf(one.id)
  const figures = ({
    number,
    network,
    state,
    doneAt,
    answeredAt,
    createdAt,
    latestAt,
    messageCount,
    topicIds,
    sentiment,
    intent,
    departmentId,
    ownerId,
  }: typeof row) => ({
    ...{ number, network, state, doneAt, answeredAt, createdAt, latestAt, messageCount, topicIds, sentiment, intent },
    ...{ departmentId, ownerId },
  })
  assert.deepEqual(figures(row), figures(before.row))
  const facts = (said: typeof before.said) =>
    said
      .map(({ id, publishedAt, heardAt, network, sourceId, lang, isOwn }) => ({
        id,
        publishedAt,
        heardAt,
        network,
        sourceId,
        lang,
        isOwn,
      }))
      .toSorted((a, b) => a.id.localeCompare(b.id))
  assert.deepEqual(facts(await messages(workspaceId)), facts(before.said))
  assert.ok(row.erasedAt && (await rowOf(other.id)).erasedAt, 'what was merged into it goes with it')
  const left = await app.db.asSystem((tx) => tx.select().from(authors).where(eq(authors.workspaceId, workspaceId)))
  assert.deepEqual(
    left.map(({ nativeId, name }) => [nativeId, name]),
    [['erased:nobody', '']],
  )
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.workspaceId, workspaceId)))
  assert.deepEqual(
    lines.filter(({ action }) => action === 'conversation.rename').map(({ details }) => details),
    [{}],
    'that it was renamed stays, the name does not',
  )
})

test('what nobody answered goes after its own time, and what happens counts from then', async () => {
  const { ctx, say, rowOf } = await house()
  const plain = await say('een gewone vraag', { author: bas })
  const noted = await say('met een aantekening', { author: quirine })
  app.clock.advance(60 * day)
  await writeNote(ctx, { conversationId: noted.id, text: 'Gebeld.' })
  app.clock.advance(31 * day)
  await eraseOutlived(app)
  assert.ok((await rowOf(plain.id)).erasedAt)
  assert.equal((await rowOf(plain.id)).doneAt, null, 'it was never done')
  assert.equal((await rowOf(noted.id)).erasedAt, null)
  app.clock.advance(60 * day)
  await eraseOutlived(app)
  assert.ok((await rowOf(noted.id)).erasedAt)
})

test('what somebody has, and what waits to be sent or settled, is never erased', async () => {
  const { ctx, say, rowOf, workspaceId } = await house()
  const owned = await say('van iemand', { author: bas })
  await claimConversation(ctx, { id: owned.id, takeOver: false })
  const sending = await say('met een antwoord onderweg', { author: quirine })
  const mention = (await messages(workspaceId)).find((one) => one.conversationId === sending.id)
  const { version } = await rowOf(sending.id)
  const reply = await writeReply(ctx, {
    ...{
      conversationId: sending.id,
      mentionId: mention?.id ?? '',
      accountId: null,
      text: 'Dag',
      thenDo: 'stay' as const,
      version,
    },
  })
  for (const state of ['ready', 'sending', 'unknown', 'waiting', 'needs_person', 'assisted'] as const) {
    await app.db.asSystem((tx) => tx.update(replies).set({ state }).where(eq(replies.id, reply.id)))
    await app.db.asSystem((tx) =>
      tx.update(conversations).set({ ownerId: null }).where(eq(conversations.id, sending.id)),
    )
    app.clock.advance(400 * day)
    await eraseOutlived(app)
    assert.equal((await rowOf(sending.id)).erasedAt, null, state)
  }
  assert.equal((await rowOf(owned.id)).erasedAt, null)
})

test('what a network tells again of before does not come back', async () => {
  const { hear, say, workspaceId } = await house()
  const at = app.clock.now()
  await say('een oude wobbelfiets', { publishedAt: at })
  app.clock.advance(91 * day)
  await eraseOutlived(app)
  const old = { text: 'Zilvermeeuw een oude wobbelfiets', author: quirine, publishedAt: at }
  await hear({ ...old, nativeId: 'at://did:plc:quirinezx/post/1' }, { ...old, nativeId: 'other' })
  assert.deepEqual(await placesOf(workspaceId, 'wobbelfiets'), [])
  assert.equal((await messages(workspaceId)).length, 1)
  await hear({
    text: 'Zilvermeeuw een nieuwe',
    author: quirine,
    nativeId: 'new',
    publishedAt: new Date(app.clock.now().getTime() - 89 * day),
  })
  assert.equal((await messages(workspaceId)).length, 2)
})

test('stopped between two batches, or in the middle of one, the rest is erased later and nothing twice', async () => {
  const { say, rows, workspaceId } = await house()
  for (const name of ['een', 'twee', 'drie', 'vier', 'vijf'])
    await say(`bericht ${name}`, { author: { ...bas, nativeId: name, handle: name, name } })
  app.clock.advance(91 * day)
  const ctx = { app, workspaceId, actor: { kind: 'system' as const, part: 'clock' as const } }
  assert.equal(await eraseBatch(ctx, 2), 2)
  const broken = { ...app, db: { ...app.db, inWorkspace: breaking(app.db.inWorkspace) } }
  await assert.rejects(eraseBatch({ ...ctx, app: broken }, 2), /killed/)
  assert.equal((await rows()).filter(({ row }) => row.erasedAt).length, 2, 'half a batch is none')
  assert.equal((await messages(workspaceId)).filter(({ text }) => text !== '').length, 3)
  await Promise.all([eraseOutlived(app, { most: 2 }), eraseOutlived(app, { most: 2 })])
  assert.equal((await rows()).filter(({ row }) => row.erasedAt).length, 5)
  const days = await app.db.asSystem((tx) => tx.select().from(erasings).where(eq(erasings.workspaceId, workspaceId)))
  assert.deepEqual(
    days.map(({ conversations: count, messages: said, authors: people }) => [count, said, people]),
    [[5, 5, 5]],
  )
})

/** All of the work is done, and then the process dies before it is committed. */
function breaking(inWorkspace: typeof app.db.inWorkspace): typeof app.db.inWorkspace {
  return (workspaceId, work) =>
    inWorkspace(workspaceId, async (tx) => {
      await work(tx)
      throw new Error('killed')
    })
}

test('another workspace, and one that keeps everything, are untouched', async () => {
  const keeps = await house({ unansweredDays: null, answeredDays: null })
  const kept = await keeps.say('een wobbelfiets blijft')
  const longer = await house({ unansweredDays: 365, answeredDays: 365 })
  const young = await longer.say('een wobbelfiets blijft langer')
  const short = await house({ unansweredDays: 30, answeredDays: 30 })
  const gone = await short.say('een wobbelfiets gaat')
  app.clock.advance(31 * day + hour)
  await eraseOutlived(app)
  assert.ok((await short.rowOf(gone.id)).erasedAt)
  for (const [one, { id }] of [
    [keeps, kept],
    [longer, young],
  ] as const) {
    assert.equal((await one.rowOf(id)).erasedAt, null)
    assert.equal((await placesOf(one.workspaceId, 'wobbelfiets')).length > 0, true)
  }
})

test('noise goes as everything else', async () => {
  const { ctx, say, rowOf, workspaceId } = await house()
  const one = await say('een wobbelfiets die niet over ons gaat')
  await sayNoise(ctx, { id: one.id, said: 'noise' })
  app.clock.advance(91 * day)
  await eraseOutlived(app)
  assert.equal((await rowOf(one.id)).state, 'noise')
  assert.deepEqual(await placesOf(workspaceId, 'wobbelfiets'), [])
})
