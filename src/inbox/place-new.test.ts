import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { hour, minute } from '#base/clock.ts'
import { type conversations, storyConversations } from '#db/tables/inbox.ts'
import { audit } from '#db/tables/team.ts'
import { correctMention } from '#mentions/correct-mention.ts'
import { keepPrints, sweepPrints } from '#mentions/keep-prints.ts'
import { markAuthor } from '#mentions/mark-author.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { printOf } from '#triage/alike/print-of.ts'
import { commonFrom } from '#triage/alike/same-story.ts'
import { joinStory, leaveStory } from './change-story.ts'
import { followCorrection } from './follow-correction.ts'
import { followMark } from './follow-mark.ts'
import { readPage } from './read-page.ts'
import { readStory } from './read-story.ts'
import { weighDue } from './run-weighing.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })

const recall = 'Let op: Zilvermeeuw roept de kinderfiets Spatz terug omdat het stuur kan afbreken tijdens het rijden'
const by = (handle: string, followers?: number) => ({ author: { nativeId: handle, handle, name: handle, followers } })
const codesOf = (row: typeof conversations.$inferSelect) => row.riskParts.map(({ code, value }) => value ?? code)

test('what is heard is weighed, with its sum in parts', async () => {
  const { hear, saying } = await intakeHouse(app)
  await hear({
    text: 'Zilvermeeuw, ik stap naar de rechter als mijn geld er vrijdag niet is',
    ...by('greet', 41_000),
  })
  const row = await saying('rechter')
  assert.ok(codesOf(row).includes('legal_threat'))
  assert.deepEqual(
    row.riskParts.find(({ code }) => code === 'followers'),
    { code: 'followers', weight: 1, figure: 41_000 },
  )
  assert.equal(
    row.risk,
    row.riskParts.reduce((sum, part) => sum + part.weight, 0),
  )
  assert.equal(row.riskLevel, 2)
})

test('most urgent first: a crisis stands above an older promise, and within a level the promise counts', async () => {
  const { ctx, hear } = await intakeHouse(app)
  await hear({
    text: 'Zilvermeeuw wanneer gaat de balie open?',
    publishedAt: new Date(app.clock.now().getTime() - minute),
  })
  await hear({ text: 'Zilvermeeuw hoe laat sluit de balie vandaag?' })
  await hear({ text: 'Rook uit de cabine van Zilvermeeuw, mensen gewond, brandweer is onderweg' })
  const titles = async (sort: 'promise' | 'urgent') =>
    (await readPage(ctx, { view: 'all', sort, limit: 10 })).rows.map((row) => row.title.split(' ')[1])
  assert.deepEqual(await titles('urgent'), ['uit', 'wanneer', 'hoe'])
  const pages: string[] = []
  for (let after: string | undefined, at = 0; at < 3; at += 1) {
    const page = await readPage(ctx, { view: 'all', sort: 'urgent', limit: 1, ...(after ? { after } : {}) })
    pages.push(page.rows[0]?.title.split(' ')[1] ?? '')
    after = page.next ?? undefined
  }
  assert.deepEqual(pages, await titles('urgent'))
})

test('a promise that runs out weighs more although nothing is said, and the screens hear of it', async () => {
  const { ctx, hear, saying } = await intakeHouse(app)
  await hear({ text: 'Zilvermeeuw mijn koffer is al een week kwijt en niemand reageert' })
  const before = await saying('koffer')
  assert.ok(before.weighAt)
  app.clock.advance(9 * hour)
  await weighDue(app)
  const after = await saying('koffer')
  assert.ok(codesOf(after).includes('promise'))
  assert.ok(after.risk > before.risk)
  assert.equal(after.version, before.version)
  assert.equal(await weighDue(app), 0)
  await closeAnyhow(ctx, { id: after.id })
})

test('what a member says of a message or its author is weighed at once', async () => {
  const { ctx, hear, saying } = await intakeHouse(app)
  await hear({ text: 'Zilvermeeuw wanneer gaat de balie open?' })
  const before = await saying('balie')
  assert.ok(before.latestMentionId && before.authorId)
  await markAuthor(ctx, { id: before.authorId, mark: 'press', after: followMark(ctx) })
  assert.ok(codesOf(await saying('balie')).includes('press'))
  const correction = { intent: 'crisis' as const }
  await correctMention(ctx, { mentionId: before.latestMentionId, correction, after: followCorrection(ctx) })
  assert.equal((await saying('balie')).riskLevel, 3)
})

test('copies of one text are one story, the edited ones too; another event is not', async () => {
  const { ctx, hear, rows } = await intakeHouse(app)
  await hear({ text: recall })
  await hear({ text: `RT @iemand: ${recall}` }, { text: `${recall.replace('omdat', 'omdatt')} https://x.example/1` })
  await hear({ text: `${recall} #terugroepactie` }, { text: 'Zilvermeeuw is weer eens een half uur te laat in Porto' })
  const found = (await rows()).map(({ row }) => row.storyId)
  assert.equal(new Set(found.slice(0, 4)).size, 1)
  assert.equal(found[4], null)
  const [row] = (await readPage(ctx, { view: 'all', limit: 10 })).rows
  assert.equal(row?.story?.count, 4)
  const story = await readStory(ctx, row?.id ?? '')
  assert.equal(story.count, 4)
  assert.deepEqual(
    story.lines.map(({ how }) => how),
    ['copy', 'copy', 'copy', 'copy'],
  )
  assert.ok(story.lines.every(({ why }) => (why.like ?? 0) >= 0.5))
})

test('the same event told in other words is one story by its rare words and its links', async () => {
  const { hear, saying, rows } = await intakeHouse(app)
  const small = [
    'Hoe laat opent de balie van Zilvermeeuw op zondag?',
    'Mag mijn hond mee in de cabine bij Zilvermeeuw?',
    'Koffer kwijt na de vlucht naar Porto, en nu, Zilvermeeuw?',
    'Fijne reis gehad met Zilvermeeuw, vriendelijke bemanning',
    'Zilvermeeuw: kan ik mijn stoel nog wijzigen voor morgen',
    'De wifi aan boord van Zilvermeeuw doet het weer eens niet',
    'Alweer vertraging richting Lissabon, dank je wel Zilvermeeuw',
    'Ontbijt aan boord was koud, jammer Zilvermeeuw',
    'Gratis kussen gekregen van Zilvermeeuw, lief hoor',
    'Welke gate gebruikt Zilvermeeuw normaal voor Faro?',
  ]
  for (const text of small) await hear({ text })
  await hear({
    text: 'Zilvermeeuw-toestel slipt van de baan bij Eelde, landingsgestel afgebroken, passagiers via glijbaan eruit',
  })
  await hear({
    text: 'Mijn buurman zag het gebeuren in Eelde: landingsgestel weg, passagiers van Zilvermeeuw over de glijbaan',
  })
  const link = ['https://www.nieuws.example/2026/eelde-1?utm_source=app']
  await hear({ text: 'Dit verwacht je toch niet op een maandag van Zilvermeeuw, baan dicht', links: link })
  await hear({
    text: 'Zilvermeeuw haalt het nieuws, alweer die baan dus',
    links: ['https://nieuws.example/2026/eelde-1'],
  })
  const eelde = await saying('slipt van de baan')
  assert.ok(eelde.storyId)
  assert.equal((await saying('buurman')).storyId, eelde.storyId)
  const linked = await saying('verwacht je toch niet')
  assert.ok(linked.storyId)
  assert.equal((await saying('haalt het nieuws')).storyId, linked.storyId)
  assert.ok((await rows()).slice(0, small.length).every(({ row }) => row.storyId === null))
  const why = await app.db.inWorkspace(eelde.workspaceId, (tx) =>
    tx.select().from(storyConversations).where(eq(storyConversations.conversationId, eelde.id)),
  )
  assert.equal(why[0]?.how, 'told')
  assert.ok(why[0]?.why.terms?.includes('eeld') || why[0]?.why.terms?.includes('eelde'))
})

test('what a member takes out stays out, what a member joins stays in, and both are on record', async () => {
  const { ctx, hear, rows } = await intakeHouse(app)
  await hear({ text: recall, nativeId: 'odd' }, { text: `${recall} echt waar` }, { text: `${recall} delen` })
  await hear({ text: 'Zilvermeeuw geeft op maandag gratis koffie aan boord' })
  const [odd, second, , coffee] = (await rows()).map(({ row }) => row)
  assert.ok(odd?.storyId && second && coffee)
  await leaveStory(ctx, { id: odd.id })
  await hear({ text: `${recall} nogmaals`, parentId: 'odd', rootId: 'odd', ...by('author-of-odd') })
  await joinStory(ctx, { id: coffee.id, withId: `WH-${second.number}` })
  const after = (await rows()).map(({ row }) => row.storyId)
  assert.deepEqual(after, [null, odd.storyId, odd.storyId, odd.storyId])
  const acts = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select({ action: audit.action }).from(audit).where(sql`${audit.action} like 'story.%'`),
  )
  assert.deepEqual(
    acts.map(({ action }) => action),
    ['story.leave', 'story.join'],
  )
})

test('two processes that hear the same text at the same time make one story of it', async () => {
  const { ear, rows } = await intakeHouse(app)
  const ears = await Promise.all([ear(), ear(), ear(), ear()])
  // In threads that stand already: opening a conversation takes a number, and waits for whoever takes one too.
  const roots = Array.from({ length: 16 }, (_, at) => ({ text: `Zilvermeeuw ${at}`, nativeId: `root-${at}` }))
  await ears[0]?.(...roots)
  await Promise.all(
    roots.map(({ nativeId }, at) =>
      ears[at % ears.length]?.({ text: `${recall} ${'ja '.repeat(at % 4)}`, parentId: nativeId, rootId: nativeId }),
    ),
  )
  const found = (await rows()).map(({ row }) => row.storyId)
  assert.equal(found.length, 16)
  assert.equal(new Set(found).size, 1)
  assert.ok(found[0])
})

test('what hundreds say is found by its text all the same, however common its words have become', async () => {
  const { ctx, hear, rows, saying } = await intakeHouse(app)
  // Too short for prints of their own.
  await hear(...Array.from({ length: commonFrom + 1 }, (_, at) => ({ text: `Zilvermeeuw ${at}` })))
  const print = present(printOf({ text: recall, lang: 'nl', links: [] }), 'it is long enough')
  const heard = (await rows()).map(({ row }) => ({
    mentionId: present(row.latestMentionId, 'somebody said it'),
    conversationId: row.id,
  }))
  const { workspaceId } = ctx
  const heardAt = app.clock.now()
  await app.db.inWorkspace(workspaceId, (tx) =>
    keepPrints(tx, { workspaceId, heardAt, kept: heard.map((one) => ({ ...one, print })) }),
  )
  await hear({ text: `${recall}, zegt men` })
  assert.ok((await saying('zegt men')).storyId)
})

test('growth raises the others of a story too', async () => {
  const { hear, saying } = await intakeHouse(app)
  const angry = 'Zilvermeeuw liet ons vier uur zonder water in de bus staan en niemand zei iets, schandalig'
  await hear({ text: `${angry} eerste` })
  const before = await saying('eerste')
  await hear(...Array.from({ length: 11 }, (_, at) => ({ text: `${angry} nummer ${at}` })))
  const after = await saying('eerste')
  assert.deepEqual(
    after.riskParts.find(({ code }) => code === 'alike'),
    { code: 'alike', weight: 2, figure: 11 },
  )
  assert.ok(after.risk > before.risk)
  assert.equal(after.state, 'open')
})

test('copies that were said last week are a story, and no growth', async () => {
  const { hear, rows } = await intakeHouse(app)
  const publishedAt = new Date(app.clock.now().getTime() - 7 * 24 * hour)
  await hear(...Array.from({ length: 8 }, () => ({ text: recall, publishedAt })))
  const found = (await rows()).map(({ row }) => row)
  assert.equal(new Set(found.map((row) => row.storyId)).size, 1)
  assert.ok(found.every((row) => !codesOf(row).includes('alike')))
})

test('an army is one print, and prints are gone after three days', async () => {
  const { ctx, hear } = await intakeHouse(app)
  await hear(...Array.from({ length: 30 }, () => ({ text: recall })))
  const count = async () =>
    (
      await app.db.inWorkspace(ctx.workspaceId, (tx) =>
        tx.execute<{ prints: number; keys: number }>(
          sql`select (select count(*)::int from prints) as prints, (select count(*)::int from print_keys) as keys`,
        ),
      )
    ).rows[0]
  const now = await count()
  assert.equal(now?.prints, 1)
  assert.ok((now?.keys ?? 0) < 40)
  app.clock.advance(73 * hour)
  await sweepPrints(app)
  assert.deepEqual(await count(), { prints: 0, keys: 0 })
})
