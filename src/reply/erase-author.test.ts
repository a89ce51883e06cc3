// Whoever asks to be forgotten is: no table of the database holds their name, their address or their words any more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day, minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { opinions } from '#db/tables/advise.ts'
import { mentions } from '#db/tables/mentions.ts'
import { audit } from '#db/tables/team.ts'
import { askParty } from '#inbox/ask-party.ts'
import { makePledge } from '#inbox/make-pledge.ts'
import { renameConversation } from '#inbox/rename-conversation.ts'
import { sayNoise } from '#inbox/say-noise.ts'
import { writeNote } from '#inbox/write-note.ts'
import { writePersonNote } from '#inbox/write-person-note.ts'
import { memberOf } from '#team/context.ts'
import { askAsWas } from '#testing/ask-as-was.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { type IntakePost, intakeHouse } from '#testing/intake-house.ts'
import { placesHolding } from '#testing/places-holding.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { eraseAuthor } from './erase-author.ts'
import { exportAuthor } from './export-author.ts'
import { saveDraft } from './save-draft.ts'
import { addOwnWord } from './spelling/change-own-words.ts'
import { writeReply } from './write-reply.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const quirine = {
  ...{ nativeId: 'did:plc:quirinezx', handle: 'quirinezx.example', name: 'Quirine Zandvliet' },
  ...{ url: 'https://forum.example/u/quirinezx', bio: 'Fietst wobbelfietsen', followers: 12 },
}
const bas = { nativeId: 'did:plc:bas', handle: 'bas.example', name: 'Bas' }
const needles = ['quirine', 'zandvliet', 'quirinezx', 'wobbelfiets', 'kletsnatte']

async function house() {
  const here = await intakeHouse(app)
  const { ctx, hear } = here
  const uri = (name: string) => `at://did:plc:quirinezx/post/${name}`
  const theirs = (name: string, text: string, more: Partial<IntakePost> = {}): IntakePost => ({
    ...{
      nativeId: uri(name),
      text: `Zilvermeeuw ${text}`,
      author: quirine,
      url: `https://forum.example/u/quirinezx/${name}`,
    },
    ...more,
  })
  await hear(theirs('one', 'mijn wobbelfiets staat in een kletsnatte hal'))
  await hear(theirs('one', 'mijn wobbelfiets staat in een kletsnatte hal!', { editedAt: app.clock.now() }))
  await hear({
    text: 'Zilvermeeuw: bij mij ook',
    nativeId: 'bas-1',
    author: bas,
    parentId: uri('one'),
    rootId: uri('one'),
    mentions: ['quirinezx.example'],
  })
  await hear(theirs('two', 'wie wint deze wobbelfiets? Giveaway, retweet to win'))
  await hear({ text: 'Zilvermeeuw is top', nativeId: 'bas-2', author: bas })
  await hear(theirs('three', 'en de wobbelfiets van Bas?', { parentId: 'bas-2', rootId: 'bas-2' }))
  app.clock.advance(minute)
  const one = await here.saying('bij mij ook')
  const shared = await here.saying('wobbelfiets van Bas')
  await writeNote(ctx, { conversationId: one.id, text: 'Quirine belde al eerder.' })
  await writeNote(ctx, { conversationId: shared.id, text: 'Met Quirine Zandvliet gesproken; Bas wacht.' })
  await writePersonNote(ctx, {
    authorId: theirIdOf(await here.rows(), one.id),
    text: 'Quirine Zandvliet fietst een wobbelfiets.',
  })
  await writePersonNote(ctx, { authorId: theirIdOf(await here.rows(), shared.id), text: 'Kent Quirine Zandvliet.' })
  const dueAt = new Date(app.clock.now().getTime() + day)
  await makePledge(ctx, { conversationId: one.id, text: 'Een wobbelfiets sturen', dueAt })
  await makePledge(ctx, { conversationId: shared.id, text: 'Met Quirine Zandvliet bellen', dueAt })
  await saveDraft(ctx, { conversationId: shared.id, kind: 'reply', text: 'Dag quirinezx.example en Bas' })
  await renameConversation(ctx, { id: one.id, title: 'De fiets van Quirine' })
  await askParty(ctx, {
    conversationId: shared.id,
    memberId: memberOf(here.as('tess')).id,
    departmentId: null,
    kind: 'consulted',
    reason: 'Ken jij Quirine?',
  })
  const inOne = (await messages(ctx.workspaceId)).find((row) => row.nativeId === uri('one'))
  const version = (await here.rows()).find(({ row }) => row.id === one.id)?.row.version ?? 0
  const mentionId = present(inOne, 'heard').id
  await writeReply(ctx, {
    conversationId: one.id,
    mentionId,
    accountId: null,
    text: 'Dag Quirine, we zoeken je fiets. Met code FIETS krijg je korting.',
    thenDo: 'stay',
    version,
    override: { rules: ['share', 'undisclosed', 'unasked'], reason: 'Quirine Zandvliet vroeg erom.' },
  })
  await askAsWas(app.db, { conversationId: one.id, note: 'Noem Quirine Zandvliet niet bij naam.' })
  await addOwnWord(ctx, { word: 'Zandvliet' })
  await sayNoise(ctx, { id: shared.id, said: 'noise' })
  const author = present((await here.rows()).find(({ row }) => row.id === one.id)?.author, 'who began it')
  return { ...here, uri, theirs, one, shared, author }
}

const theirIdOf = (rows: readonly { row: { id: string }; author: { id: string } | null }[], conversationId: string) =>
  present(rows.find(({ row }) => row.id === conversationId)?.author, 'who began it').id

const messages = (workspaceId: string) =>
  app.db.asSystem((tx) => tx.select().from(mentions).where(eq(mentions.workspaceId, workspaceId)))

const placesOf = (workspaceId: string, needle: string) => placesHolding(app.db.pool, { workspaceId, needle })

test('nothing of the name, the addresses or the words is left in any table', async () => {
  const { ctx, author, one, shared } = await house()
  for (const needle of needles)
    assert.ok((await placesOf(ctx.workspaceId, needle)).length > 0, `${needle} was there before`)
  const mentionId = (await messages(ctx.workspaceId)).find((row) => row.authorId === author.id)?.id ?? null
  const asked = {
    id: newId(),
    workspaceId: ctx.workspaceId,
    mentionId,
    assessedAt: app.clock.now(),
    askedAt: app.clock.now(),
  }
  await app.db.asSystem((tx) =>
    tx
      .insert(opinions)
      .values({ ...asked, state: 'answered', model: 'm', question: '1', tokensIn: 9, tokensOut: 9, cost: 0.25 }),
  )
  const erased = await eraseAuthor(ctx, { id: author.id, keepsOut: false })
  const cost = await app.db.asSystem((tx) => tx.select().from(opinions).where(eq(opinions.id, asked.id)))
  assert.deepEqual(
    cost.map((row) => [row.cost, row.mentionId]),
    [[0.25, null]],
    'what a second opinion cost still counts for the month',
  )
  assert.deepEqual([erased.messages, erased.conversations, erased.notes], [3, 3, 2])
  for (const needle of needles) assert.deepEqual(await placesOf(ctx.workspaceId, needle), [], needle)
  const left = await messages(ctx.workspaceId)
  assert.deepEqual(
    left.filter((row) => row.authorId !== author.id).map((row) => row.text),
    ['Zilvermeeuw: bij mij ook', 'Zilvermeeuw is top'],
    'what others said stays',
  )
  assert.equal(left.filter((row) => row.authorId === author.id && row.deletedAt).length, 3)
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.workspaceId, ctx.workspaceId)))
  const said = lines.filter(({ action }) => action === 'author.erase' || action === 'conversation.rename')
  assert.deepEqual(
    said.map(({ action, details, conversationId }) => [action, details, conversationId]),
    [
      ['conversation.rename', { title: 'De fiets van …' }, one.id],
      ['author.erase', { messages: 3, conversations: 3, notes: 2, keepsOut: false }, null],
    ],
  )
  assert.ok(shared.id !== one.id)
})

test('a copy of everything holds the notes on them, and what they were pledged', async () => {
  const { ctx, author } = await house()
  const { personNotes, pledges } = await exportAuthor(ctx, author.id)
  assert.deepEqual(
    pledges.map(({ text }) => text),
    ['Een wobbelfiets sturen'],
  )
  assert.deepEqual(
    personNotes.map(({ text }) => text),
    ['Quirine Zandvliet fietst een wobbelfiets.'],
  )
})

test('what a network tells again of before is not taken in; what they say from now on is, unless they are kept out', async () => {
  for (const keepsOut of [false, true]) {
    const { ctx, author, hear, theirs } = await house()
    const before = app.clock.now()
    app.clock.advance(minute)
    await eraseAuthor(ctx, { id: author.id, keepsOut })
    await hear(theirs('one', 'mijn wobbelfiets staat in een kletsnatte hal', { publishedAt: before }))
    await hear(theirs('four', 'een oude wobbelfiets', { publishedAt: before }))
    for (const needle of needles) assert.deepEqual(await placesOf(ctx.workspaceId, needle), [], needle)
    app.clock.advance(minute)
    await hear(theirs('five', 'nu iets nieuws', { publishedAt: app.clock.now() }))
    const texts = (await messages(ctx.workspaceId)).map(({ text }) => text)
    assert.equal(texts.includes('Zilvermeeuw nu iets nieuws'), !keepsOut)
  }
})

test('who erases waits for an answer that is on its way, and never erases an own account', async () => {
  const delivery = await deliveryApp()
  const house = await replyHouse(delivery, { network: 'key' })
  const noor = house.as('noor')
  const accountId = await house.addAccount()
  const { conversationId, mentionId } = await house.addConversation()
  const { authorId } = await house.readConversation(conversationId)
  await writeReply(noor, { conversationId, mentionId, accountId, text: 'Dag Fleur', thenDo: 'done', version: 1 })
  const refused = (error: unknown) => error instanceof AppError && error.code === 'bad_input'
  await assert.rejects(eraseAuthor(noor, { id: authorId ?? '', keepsOut: false }), refused)
  const other = await house.addConversation()
  const ours = await house.readConversation(other.conversationId)
  await house.addAccount({ nativeId: ours.authorId ?? '' })
  await assert.rejects(eraseAuthor(noor, { id: ours.authorId ?? '', keepsOut: false }), refused)
})

test('nobody but the erasing may change the audit, and it changes no more than names', async () => {
  const { ctx } = await house()
  const change = (set: string) =>
    app.db.asSystem(async (tx) => {
      await tx.execute(`set local wederhoor.erasing = 'on'`)
      await tx.execute(`update audit set ${set} where workspace_id = '${ctx.workspaceId}'`)
    })
  await assert.rejects(change(`actor = 'nobody'`))
  const plainly = app.db.asSystem((tx) =>
    tx.execute(`update audit set details = '{}' where workspace_id = '${ctx.workspaceId}'`),
  )
  await assert.rejects(plainly)
})
