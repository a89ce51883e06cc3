// From a correction to what is learned from it: through the intake, the verbs and the thread that learns, on a real database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { deltaVersions } from '#db/tables/learning.ts'
import { sources } from '#db/tables/listen.ts'
import { assessments, mentions } from '#db/tables/mentions.ts'
import { type CorrectionChange, corrected } from '#domain/correction.ts'
import { postSchema } from '#domain/post.ts'
import { createSource } from '#listen/save-source.ts'
import { correctMention } from '#mentions/correct-mention.ts'
import { learnWhatIsDue } from '#mentions/learn-from-corrections.ts'
import { readCorrected } from '#mentions/read-corrected.ts'
import { readProgress, readVersions } from '#mentions/read-learned.ts'
import { rollBackLearned } from '#mentions/roll-back-learned.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { scriptedNetwork, testPost } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { readSeeds } from '#triage/learn/read-seeds.ts'
import { followCorrection } from './follow-correction.ts'
import { openFollowed } from './followed.ts'
import { readConversation } from './read-conversation.ts'
import { takeIn } from './take-in.ts'

const network = scriptedNetwork()
const app = await testApp({ connectors: [network.connector] })

async function house() {
  const workspace = await testWorkspace(app, { noor: 'owner', sanne: 'member' })
  const ctx = workspace.as('noor')
  const source = await createSource(ctx, { connector: 'forum', settings: {} })
  await createTopic(ctx, {
    ...{ name: 'Zaal', query: 'zaal', departmentId: null },
    ...{ purpose: 'customer_care', legalBasis: 'legitimate_interest' },
  })
  const engine = openTopicEngine(app)
  const receive = takeIn(app, {
    engine,
    followed: openFollowed(app),
    onOwnPost: async () => {},
    onTheirs: async () => undefined,
  })
  let count = 0
  const hear = async (text: string) => {
    count += 1
    const [row] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, source.id)))
    assert.ok(row)
    const nativeId = `${ctx.workspaceId}-${count}`
    const post = postSchema.parse(
      testPost({ text, nativeId, network: 'forum', lang: 'nl', publishedAt: app.clock.now() }),
    )
    await receive({ source: row, items: [{ kind: 'post', post }], advance: async () => undefined })
    return labelsOf(nativeId)
  }
  const labelsOf = async (nativeId: string) => {
    const [found] = await app.db.asSystem((tx) =>
      tx
        .select()
        .from(mentions)
        .innerJoin(assessments, eq(assessments.mentionId, mentions.id))
        .where(eq(mentions.nativeId, nativeId)),
    )
    assert.ok(found)
    const { id, conversationId } = found.mentions
    return { id, nativeId, conversationId, ...found.assessments }
  }
  const correct = (mentionId: string, correction: CorrectionChange, who = 'noor') =>
    correctMention(workspace.as(who), { mentionId, correction, after: followCorrection(workspace.as(who)) })
  const inWorkspace = <T>(work: Parameters<typeof app.db.inWorkspace<T>>[1]) =>
    app.db.inWorkspace(ctx.workspaceId, work)
  return { ...workspace, ctx, engine, hear, labelsOf, correct, inWorkspace }
}

test('a correction holds at once, says who and when, and what is taken back uncovers what was said before', async () => {
  const { hear, labelsOf, correct, ctx } = await house()
  const heard = await hear('Wat een zaal, bruut hoor')
  const machine = heard.said.sentiment.class
  const now = async () => {
    const { said, correction } = await labelsOf(heard.nativeId)
    return corrected(said, correction)
  }
  await correct(heard.id, { sentiment: 'neutral', anger: true })
  app.clock.advance(1_000)
  await correct(heard.id, { sentiment: 'positive' }, 'sanne')
  assert.equal((await now()).sentiment.class, 'positive')
  assert.equal((await now()).anger, 1)
  const { row, messages } = await readConversation(ctx, heard.conversationId)
  assert.equal(row.sentiment, 'positive', 'the list follows')
  const history = messages[0]?.corrections ?? []
  assert.deepEqual(
    history.map(({ label, value, said }) => [label, value, said]),
    [
      ['sentiment', 'neutral', machine],
      ['anger', 'yes', 'no'],
      ['sentiment', 'positive', machine],
    ],
  )
  assert.equal(new Set(history.map(({ by }) => by)).size, 2, 'each has its own author')
  await correct(heard.id, { sentiment: null })
  assert.equal((await now()).sentiment.class, 'neutral')
  await correct(heard.id, { sentiment: null, anger: null })
  assert.equal((await now()).sentiment.class, machine)
  assert.equal((await labelsOf(heard.nativeId)).correction, null)
  const kept = (await readConversation(ctx, heard.conversationId)).messages[0]?.corrections ?? []
  assert.equal(kept.length, 3, 'nothing of the history is gone')
  assert.ok(kept.every(({ takenBackBy, takenBackAt }) => takenBackBy && takenBackAt))
})

test('"not so" without knowing better is unsure, and a struck reason carries the label no more', async () => {
  const { hear, labelsOf, correct } = await house()
  const heard = await hear('De zaal was smerig en de bar belachelijk duur, schandalig')
  assert.equal(heard.said.sentiment.class, 'negative')
  await correct(heard.id, { notSo: 'intent' })
  const strike = heard.said.reasons.filter(({ label, weight }) => label === 'sentiment' && weight < 0)
  for (const { label, code, value } of strike) await correct(heard.id, { notBecause: { label, code, value } })
  const { said, correction } = await labelsOf(heard.nativeId)
  assert.equal(corrected(said, correction).intent.top, 'unsure')
  assert.equal(corrected(said, correction).sentiment.class, 'unsure', 'nothing is left that pulls to negative')
  const [first] = strike
  assert.ok(first)
  await correct(heard.id, { because: { label: 'sentiment', code: first.code, value: first.value } })
  const after = await labelsOf(heard.nativeId)
  assert.equal(after.correction?.notBecause?.length, strike.length - 1)
})

const loud = ['bruut', 'smerig hard', 'vernietigend', 'moorddadig', 'ziek']
const tame = ['braaf', 'zoet', 'netjes', 'rustig', 'beschaafd']
const halls = ['de zaal', 'onze zaal', 'die zaal']
const acts = ['het optreden', 'de drummer', 'de zanger', 'het geluid']
const posts = [
  ...loud.flatMap((word, at) =>
    acts.map((act) => [`${act} in ${halls[at % 3]} was ${word}`, 'positive', 'praise'] as const),
  ),
  ...tame.flatMap((word, at) =>
    acts.slice(0, 3).map((act) => [`${act} in ${halls[at % 3]} was ${word}`, 'negative', 'complaint'] as const),
  ),
]

test('enough corrections are learned from, count for the next message, and one click takes that off', async () => {
  const { hear, correct, ctx, engine, inWorkspace } = await house()
  const correctAll = async () => {
    for (const [text, sentiment, intent] of posts) await correct((await hear(text)).id, { sentiment, intent })
  }
  assert.deepEqual(await learnWhatIsDue(app), [], 'nothing to learn from')
  await correctAll()
  app.clock.advance(1_000)
  assert.deepEqual(await learnWhatIsDue(app), [{ workspaceId: ctx.workspaceId, lang: 'nl' }])
  const page = { workspaceId: ctx.workspaceId, before: undefined, limit: 10 }
  const { items } = await inWorkspace((tx) => readVersions(tx, page))
  const [version] = items
  assert.ok(version)
  assert.equal(version.state, 'live', JSON.stringify(version.figures))
  assert.equal(version.corrections, posts.length)
  const sentiment = version.figures.find(({ head }) => head === 'sentiment')
  assert.ok(sentiment && sentiment.after > sentiment.before, JSON.stringify(sentiment))
  // Which of them weigh most depends on the weights below; that they are words of the praise does not.
  const praising = version.words.filter((one) => one.class === 'positive').map(({ word }) => word)
  assert.ok(praising.length > 0 && praising.every((word) => !tame.includes(word)), praising.join(' '))
  assert.deepEqual(await inWorkspace((tx) => readProgress(tx, ctx.workspaceId)), [
    { lang: 'nl', corrected: posts.length, fresh: 0, least: 20 },
  ])

  const fresh = 'de gitarist in onze zaal was bruut'
  engine.forget(ctx.workspaceId)
  const after = await hear(fresh)
  assert.equal(after.said.sentiment.class, 'positive')
  assert.match(after.said.by, new RegExp(`\\+taught-${version.version}$`))
  assert.ok(
    after.said.reasons.some(({ code }) => code === 'corrected'),
    'and says that corrections had a part in it',
  )

  assert.deepEqual(await learnWhatIsDue(app), [], 'what was learned from is not learned again')
  await rollBackLearned(ctx, version.id)
  engine.forget(ctx.workspaceId)
  assert.doesNotMatch((await hear(fresh)).said.by, /taught/)
  await assert.rejects(rollBackLearned(ctx, version.id), { code: 'taken' })

  const rows = await inWorkspace((tx) =>
    readCorrected(tx, { workspaceId: ctx.workspaceId, after: undefined, limit: 200 }),
  )
  const lines = rows.items.map((item) => JSON.stringify(item)).join('\n')
  const seeds = readSeeds(lines, 'export')
  assert.equal(seeds.length, posts.length, 'what is exported can be trained from')
  assert.equal(seeds[0]?.labels.sentiment, 'positive')
})

test('going back brings back the version before', async () => {
  const { hear, correct, ctx, inWorkspace } = await house()
  for (let round = 0; round < 2; round += 1) {
    for (const [text, sentiment, intent] of posts)
      await correct((await hear(`${text} ${round}`)).id, { sentiment, intent })
    app.clock.advance(1_000)
    await learnWhatIsDue(app)
    app.clock.advance(1_000)
  }
  const versions = () =>
    inWorkspace((tx) =>
      tx
        .select({ nth: deltaVersions.nth, state: deltaVersions.state, id: deltaVersions.id })
        .from(deltaVersions)
        .orderBy(deltaVersions.nth),
    )
  const [first, second] = await versions()
  assert.deepEqual([first?.state, second?.state], ['replaced', 'live'])
  await rollBackLearned(ctx, second?.id ?? '')
  assert.deepEqual(
    (await versions()).map(({ state }) => state),
    ['live', 'rolled_back'],
  )
})
