import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { hour, minute } from '#base/clock.ts'
import { conversations, noiseLessons } from '#db/tables/inbox.ts'
import { audit, events } from '#db/tables/team.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { forgetNoiseLesson, giveNoiseWords } from './change-noise-lessons.ts'
import { claimConversation } from './claim-conversation.ts'
import { readNoise } from './read-noise.ts'
import { readPage } from './read-page.ts'
import { readViewCounts } from './read-view-counts.ts'
import { sayNoise } from './say-noise.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const winning = 'WINACTIE! Like en volg ons en maak kans op een weekend weg met Zilvermeeuw'
const slogan = 'Zilvermeeuw vliegt vanaf maart elke dag naar Lissabon en Porto'

test('noise stands in a view of its own with its reason, is counted, and makes no promise', async () => {
  const { ctx, hear } = await intakeHouse(app)
  await hear({ text: winning }, { text: 'Zilvermeeuw waar is mijn koffer? Al een week niets gehoord!' })
  const counts = await readViewCounts(ctx)
  assert.deepEqual([counts.all, counts.noise], [1, 1])
  const { rows } = await readPage(ctx, { view: 'noise', limit: 10 })
  assert.deepEqual(
    rows.map((row) => [row.state, row.noise?.kind, row.noise?.words[0], row.dueAt]),
    [['noise', 'giveaway', 'WINACTIE', null]],
  )
})

test('who says something else there brings it back, with why', async () => {
  const { hear, saying } = await intakeHouse(app)
  const author = { nativeId: 'shop', handle: 'shop', name: 'Shop' }
  await hear({ text: winning, nativeId: 'win', author })
  await hear({
    text: 'Zilvermeeuw, jullie koffer heeft mijn hand verbrand, ik lig in het ziekenhuis',
    author,
    parentId: 'win',
    rootId: 'win',
  })
  const row = await saying('ziekenhuis')
  assert.deepEqual([row.state, row.noise?.kind, row.noise?.back?.why], ['open', 'giveaway', 'said'])
  assert.equal(row.riskLevel, 3)
})

test('an army stands behind its first, and what somebody took up stays theirs', async () => {
  const { ctx, hear, rows } = await intakeHouse(app)
  await hear({ text: slogan }, { text: slogan })
  const second = (await rows())[1]?.row
  assert.ok(second)
  await claimConversation(ctx, { id: second.id, takeOver: false })
  await hear({ text: slogan }, { text: slogan }, { text: slogan }, { text: slogan })
  const found = (await rows()).map(({ row }) => row)
  assert.deepEqual(
    found.map(({ state }) => state),
    ['open', 'open', 'noise', 'noise', 'noise', 'noise'],
  )
  assert.equal(found[3]?.noise?.kind, 'copies')
  const told = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(events).where(eq(events.kind, 'mention.heard')),
  )
  assert.equal(told.length, 6)
})

test('a crisis that is copied by a hundred is no noise', async () => {
  const { ctx, hear } = await intakeHouse(app)
  const text = 'Rook in de cabine bij Zilvermeeuw, tientallen mensen gewond, brandweer onderweg. Delen!'
  await hear(...Array.from({ length: 30 }, () => ({ text })))
  assert.equal((await readViewCounts(ctx)).noise, 0)
})

test('noise that grows into a storm comes back once, and again only when it is much more', async () => {
  const { ctx, hear, rows } = await intakeHouse(app)
  await hear({ text: winning })
  const backOf = async () => (await rows()).filter(({ row }) => row.state === 'open').map(({ row }) => row.noise?.back)
  await hear(...Array.from({ length: 23 }, () => ({ text: winning })))
  assert.deepEqual(await backOf(), [])
  await hear({ text: winning })
  assert.deepEqual(await backOf(), [{ why: 'storm', figure: 25 }])
  const [back] = (await rows()).filter(({ row }) => row.state === 'open')
  assert.ok(back)
  await sayNoise(ctx, { id: back.row.id, said: 'noise' })
  await hear(...Array.from({ length: 5 }, () => ({ text: winning })))
  assert.deepEqual(await backOf(), [])
  app.clock.advance(hour)
  await hear(...Array.from({ length: 70 }, () => ({ text: winning })))
  assert.deepEqual(await backOf(), [{ why: 'storm', figure: 100 }])
})

test('"this is noise" holds at once, teaches, is on record, and can be taken back', async () => {
  const { ctx, hear, saying } = await intakeHouse(app)
  const text = 'Vandaag een weetje over de vliegtuigen van Zilvermeeuw, van onze hobbyclub in Hoorn'
  await hear({ text: `${text} deel een` })
  const one = await saying('deel een')
  const said = await sayNoise(ctx, { id: one.id, said: 'noise', version: one.version })
  assert.deepEqual([said.state, said.noise?.kind], ['noise', 'hand'])
  await hear({ text: `${text} deel twee` })
  assert.deepEqual([(await saying('deel twee')).state, (await saying('deel twee')).noise?.kind], ['noise', 'text'])
  const back = await sayNoise(ctx, { id: one.id, said: 'taken_back' })
  assert.deepEqual([back.state, back.noise], ['open', null])
  await hear({ text: `${text} deel drie` })
  assert.equal((await saying('deel drie')).state, 'open')
  const acts = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({ details: audit.details })
      .from(audit)
      .where(and(eq(audit.action, 'conversation.noise'), eq(audit.conversationId, one.id))),
  )
  assert.deepEqual(
    acts.map(({ details }) => details.said),
    ['noise', 'taken_back'],
  )
})

test('"this is no noise" opens it for good, and what is like it is kept from then on', async () => {
  const { ctx, hear, saying } = await intakeHouse(app)
  await hear({ text: `${winning} eerste` })
  const one = await saying('eerste')
  const said = await sayNoise(ctx, { id: one.id, said: 'work' })
  assert.deepEqual([said.state, said.isNeverNoise, said.noise?.back?.why], ['open', true, 'hand'])
  await hear({ text: `${winning} tweede` })
  assert.equal((await saying('tweede')).state, 'open')
  const back = await sayNoise(ctx, { id: one.id, said: 'taken_back' })
  assert.deepEqual([back.state, back.noise?.back, back.isNeverNoise], ['noise', null, false])
})

test('two lessons tell the gull from the airline; ordinary words are none of them, and all of it is in sight and can be forgotten', async () => {
  const { ctx, hear, saying, topic } = await intakeHouse(app)
  const at = app.clock.now().getTime()
  const say = (text: string, minutes = 0) => hear({ text, publishedAt: new Date(at + minutes * minute) })
  await say('Vandaag met Zilvermeeuw naar het strand van Faro, zin in')
  await say('Een zilvermeeuw pikte op het strand mijn patat, brutale vogel')
  await say('Prachtige vogel hoor, de zilvermeeuw, met een nest jongen op het dak. Brutale patatdief')
  for (const part of ['pikte', 'nest jongen']) await sayNoise(ctx, { id: (await saying(part)).id, said: 'noise' })
  const taught = await readNoise(ctx)
  assert.deepEqual(taught.words, [
    { topic: { id: topic.id, name: 'Zilvermeeuw' }, given: [], learned: ['brutale', 'vogel'] },
  ])
  await say('Weer zo een brutale zilvermeeuw, die vogel jat alles')
  const gull = await saying('jat alles')
  assert.deepEqual([gull.state, gull.noise?.kind, gull.noise?.words], ['noise', 'words', ['brutale', 'vogel']])
  await say('Landing op het strand van Faro met Zilvermeeuw gezien')
  assert.equal((await saying('Landing')).state, 'open')
  for (const lesson of taught.lessons) await forgetNoiseLesson(ctx, lesson.id)
  assert.deepEqual(await readNoise(ctx), { lessons: [], words: [] })
  await say('Nog een brutale zilvermeeuw, en die vogel krijst')
  assert.equal((await saying('krijst')).state, 'open')
  const { id } = await giveNoiseWords(ctx, { topicId: topic.id, words: 'ringen, broedplaats' })
  await say('Twee ringen van een zilvermeeuw afgelezen bij Wijk aan Zee')
  assert.deepEqual((await saying('afgelezen')).noise?.words, ['ringen'])
  await forgetNoiseLesson(ctx, id)
  await assert.rejects(forgetNoiseLesson(ctx, id), /forgotten already/)
})

test('words of what is deleted on its network are forgotten here too', async () => {
  const { ctx, saying, hear } = await intakeHouse(app)
  await hear({ text: 'Brutale zilvermeeuw op het strand, wat een vogel', nativeId: 'gull' })
  const one = await saying('Brutale')
  await sayNoise(ctx, { id: one.id, said: 'noise' })
  const wordsOf = () =>
    app.db.inWorkspace(ctx.workspaceId, async (tx) => (await tx.select().from(noiseLessons))[0]?.saidWords)
  assert.ok(((await wordsOf())?.length ?? 0) > 1)
  const { blankDeleted } = await import('#mentions/follow-network.ts')
  const { forgetBlanked } = await import('./forget-blanked.ts')
  await app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const at = app.clock.now()
    const { workspaceId } = ctx
    await forgetBlanked(tx, await blankDeleted(tx, { workspaceId, network: 'forum', nativeIds: ['gull'], at }))
  })
  assert.deepEqual(await wordsOf(), [])
  const [row] = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select({ noise: conversations.noise }).from(conversations).where(eq(conversations.id, one.id)),
  )
  assert.equal(row?.noise?.kind, 'hand')
})
