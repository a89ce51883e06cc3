import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { day, hour, minute, second } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { sources } from '#db/tables/listen.ts'
import { mentions, mentionTopics } from '#db/tables/mentions.ts'
import type { Failure, SearchAsk, Searched } from '#domain/connector.ts'
import { createSource } from '#listen/save-source.ts'
import { lookBack, stopBackfill } from '#mentions/ask-backfill.ts'
import { readTopics } from '#mentions/read-topics.ts'
import { backfillDue } from '#mentions/run-backfills.ts'
import { changeTopic, createTopic } from '#mentions/save-topic.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { scriptedNetwork, testPost } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { addTopic } from './add-topic.ts'
import { openFollowed } from './followed.ts'
import { takeIn } from './take-in.ts'

const words = { en: 'no', nl: 'nee' }
type Answer = Searched | Failure
/** What the archive answers, page after page, and what it was asked. */
const archive = { answers: [] as Answer[], asked: [] as Pick<SearchAsk<unknown, unknown>, 'terms' | 'cursor'>[] }
const searchable = {
  ...scriptedNetwork('archive').connector,
  name: 'Archive',
  async search(_context: unknown, { terms, cursor }: SearchAsk<unknown, unknown>): Promise<Answer> {
    archive.asked.push({ terms, cursor })
    return archive.answers.shift() ?? page([])
  },
}
const app = await testApp({ connectors: [searchable, scriptedNetwork('forum').connector] })
const now = () => app.clock.now()
const ago = (ms: number) => new Date(now().getTime() - ms)

function page(texts: readonly string[], given: { agoMs?: number; cursor?: unknown; more?: boolean } = {}): Searched {
  const { agoMs = 3 * day, ...rest } = given
  const posts = texts.map((text) => testPost({ text, network: 'archive', publishedAt: ago(agoMs) }))
  return { kind: 'searched', posts, cursor: null, more: false, ...rest }
}

/** A workspace that listens for seagulls on the given networks, and the parts of the program that hear and look back. */
async function house(networks: readonly string[] = []) {
  archive.answers = []
  archive.asked = []
  // What other tests left is theirs: every test has the runner for itself.
  await app.db.asSystem((tx) => tx.execute("update backfills set state = 'stopped' where state = 'running'"))
  const workspace = await testWorkspace(app)
  const ctx = workspace.as('noor')
  const topic = await makeTopic('Vogel', 'zilvermeeuw')
  const made: { id: string }[] = []
  for (const connector of networks) made.push(await createSource(ctx, { connector, settings: {} }))
  const engine = openTopicEngine(app)
  const receive = takeIn(app, {
    engine,
    followed: openFollowed(app),
    onOwnPost: async () => {},
    onTheirs: async () => undefined,
  })
  const closed = new Map<string, Date>()
  const signal = new AbortController().signal
  const step = () => backfillDue(app, { engine, receive, onLabelled: addTopic, signal, closed })

  function makeTopic(name: string, query: string) {
    const about = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
    return createTopic(ctx, { name, query, ...about })
  }
  const hear = async (...texts: string[]) => {
    const source = made[0] ?? (await createSource(ctx, { connector: 'forum', settings: {} }))
    const [row] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, source.id)))
    assert.ok(row)
    engine.forget(ctx.workspaceId)
    const items = texts.map((text) => ({
      kind: 'post' as const,
      post: {
        ...testPost({ text, publishedAt: ago(minute) }),
        isCut: false,
        links: [],
        tags: [],
        mentions: [],
        media: [],
      },
    }))
    await receive({ source: row, items, advance: async () => {} })
  }
  /** Until nothing runs any more, an hour at the longest. */
  const run = async () => {
    for (let steps = 0; steps < 100; steps += 1) {
      await step()
      app.clock.advance(5 * second)
      if ((await state()).every(({ backfill }) => backfill?.state !== 'running')) return
    }
    assert.fail('it looks back for ever')
  }
  const state = () => readTopics(ctx)
  const backfill = async (topicId: string) => (await state()).find(({ topic: one }) => one.id === topicId)?.backfill
  const rows = () =>
    app.db.inWorkspace(ctx.workspaceId, async (tx) => ({
      mentions: await tx.select().from(mentions).orderBy(mentions.publishedAt),
      topics: await tx.select().from(mentionTopics),
      conversations: await tx.select().from(conversations).orderBy(conversations.number),
    }))
  return { ctx, topic, makeTopic, hear, run, step, backfill, rows }
}

test('messages that we have get a new search too, and all else about them stays', async () => {
  const { hear, makeTopic, run, backfill, rows } = await house()
  await hear('Koffer kwijt bij zilvermeeuw', 'Zilvermeeuw op de pier', 'KOFFER en zilvermeeuw')
  const before = await rows()
  const topic = await makeTopic('Koffers', 'koffer')
  await run()
  const after = await rows()
  assert.deepEqual(
    after.topics.filter(({ topicId }) => topicId === topic.id).map(({ spans }) => spans),
    [[[0, 6]], [[0, 6]]],
  )
  assert.deepEqual(
    after.conversations.map((one) => [one.topicIds.includes(topic.id), one.dueAt, one.state]),
    before.conversations.map((one) => [/koffer/i.test(one.title), one.dueAt, 'open']),
  )
  const found = await backfill(topic.id)
  assert.deepEqual([found?.state, found?.found, found?.stored], ['done', 2, { of: 3, tried: 3, isDone: true }])
})

test('what a network remembers comes the way of all that is heard, marked, and without a promise', async () => {
  const { topic, run, backfill, rows } = await house(['archive', 'forum'])
  archive.answers = [
    page(['zilvermeeuw te laat', 'een vogel'], { cursor: 1, more: true }),
    page(['zilvermeeuw, weer'], { agoMs: 9 * day, cursor: 2 }),
  ]
  await run()
  const kept = await rows()
  assert.deepEqual(
    kept.mentions.map(({ text, isFoundLater }) => [text, isFoundLater]),
    [
      ['zilvermeeuw, weer', true],
      ['zilvermeeuw te laat', true],
    ],
  )
  assert.deepEqual(
    kept.conversations.map(({ state, dueAt }) => [state, dueAt]),
    [
      ['open', null],
      ['open', null],
    ],
  )
  assert.deepEqual(archive.asked, [
    { terms: ['zilvermeeuw'], cursor: null },
    { terms: ['zilvermeeuw'], cursor: 1 },
  ])
  const found = await backfill(topic.id)
  assert.deepEqual([found?.state, found?.found], ['done', 2])
  assert.ok(found?.backTo && Math.abs(found.backTo.getTime() - ago(9 * day).getTime()) < hour)
  assert.deepEqual(
    found?.sources.map(({ name, state, why }) => [name, state, why?.en]),
    [
      ['Archive', 'done', undefined],
      ['forum', 'cannot', 'forum cannot search the past.'],
    ],
  )
})

test('what is older than was asked for, or said since, is left alone', async () => {
  const { run, rows } = await house(['archive'])
  archive.answers = [
    page(['zilvermeeuw oud'], { agoMs: 40 * day, cursor: 1, more: true }),
    page(['zilvermeeuw straks'], { agoMs: -minute }),
  ]
  await run()
  assert.deepEqual((await rows()).mentions, [])
})

test('the past opens nothing that is done', async () => {
  const { ctx, hear, run, rows } = await house(['archive'])
  await hear('zilvermeeuw te laat')
  const [conversation] = (await rows()).conversations
  assert.ok(conversation)
  await closeAnyhow(ctx, { id: conversation.id, version: conversation.version })
  const [first] = (await rows()).mentions
  const answer = page(['zilvermeeuw, en nog iets'])
  const rootId = first?.nativeId ?? ''
  archive.answers = [{ ...answer, posts: answer.posts.map((post) => ({ ...post, network: 'forum', rootId })) }]
  await run()
  const after = await rows()
  assert.deepEqual(
    after.conversations.map(({ state, messageCount, latestMentionId }) => [state, messageCount, latestMentionId]),
    [['done', 2, first?.id]],
  )
})

test('a network that asks to wait is not asked before, and a refusal ends it with the reason', async () => {
  const { topic, step, backfill, run } = await house(['archive'])
  archive.answers = [
    { kind: 'wait', until: new Date(now().getTime() + 10 * minute), why: words },
    { kind: 'refused', why: words },
  ]
  for (let steps = 0; steps < 20; steps += 1) {
    await step()
    app.clock.advance(10 * second)
  }
  assert.equal(archive.asked.length, 1)
  assert.equal((await backfill(topic.id))?.state, 'running')
  app.clock.advance(10 * minute)
  await run()
  assert.equal(archive.asked.length, 2)
  assert.deepEqual(
    (await backfill(topic.id))?.sources.map(({ state, why }) => [state, why]),
    [['cannot', words]],
  )
})

test('trouble is tried again, and given up after a while', async () => {
  const passing = await house(['archive'])
  archive.answers = [{ kind: 'retry', why: words }, page(['zilvermeeuw'])]
  await passing.run()
  assert.deepEqual([(await passing.backfill(passing.topic.id))?.found, archive.asked.length], [1, 2])
  const lasting = await house(['archive'])
  archive.answers = Array.from({ length: 20 }, () => ({ kind: 'retry', why: words }))
  await lasting.run()
  assert.deepEqual(
    [archive.asked.length, (await lasting.backfill(lasting.topic.id))?.sources.map(({ state }) => state)],
    [6, ['cannot']],
  )
})

test('a process that dies between two pages leaves the next one to another', async () => {
  const { topic, step, backfill, run, rows } = await house(['archive'])
  archive.answers = [page(['zilvermeeuw een'], { cursor: 'b', more: true }), page(['zilvermeeuw twee'])]
  while (archive.asked.length < 1) {
    await step()
    app.clock.advance(5 * second)
  }
  // Claimed by whoever died: nobody else asks for it within the minute.
  await app.db.asSystem((tx) => tx.execute("update backfill_sources set next_at = next_at + interval '1 minute'"))
  await run()
  assert.deepEqual(
    archive.asked.map(({ cursor }) => cursor),
    [null, 'b'],
  )
  assert.deepEqual([(await backfill(topic.id))?.found, (await rows()).mentions.length], [2, 2])
})

test('who stops it keeps what was found, and no more is asked', async () => {
  const { ctx, topic, step, backfill, rows } = await house(['archive'])
  archive.answers = Array.from({ length: 50 }, (_, n) => page([`zilvermeeuw ${n}`], { cursor: n, more: true }))
  while (archive.asked.length < 3) {
    await step()
    app.clock.advance(5 * second)
  }
  await stopBackfill(ctx, topic.id)
  for (let steps = 0; steps < 10; steps += 1) {
    await step()
    app.clock.advance(minute)
  }
  assert.deepEqual([archive.asked.length, (await rows()).mentions.length], [3, 3])
  assert.deepEqual([(await backfill(topic.id))?.state, (await backfill(topic.id))?.found], ['stopped', 3])
})

test('a search that changes looks back anew, and again when somebody asks; nothing comes twice', async () => {
  const { ctx, topic, run, backfill, rows } = await house(['archive'])
  const answer = page(['zilvermeeuw met koffer'])
  archive.answers = [answer]
  await run()
  await changeTopic(ctx, { id: topic.id, name: 'Ander' })
  assert.equal((await backfill(topic.id))?.state, 'done')
  await changeTopic(ctx, { id: topic.id, query: 'koffer' })
  archive.answers = [answer]
  await run()
  assert.deepEqual([archive.asked.at(-1)?.terms, (await backfill(topic.id))?.found], [['koffer'], 0])
  await lookBack(ctx, topic.id)
  await run()
  assert.deepEqual([archive.asked.length, (await rows()).mentions.length], [3, 1])
})

test('a search without a whole word asks no network', async () => {
  const { makeTopic, run, backfill } = await house(['archive'])
  const topic = await makeTopic('Begin', 'koffer*')
  await run()
  const found = await backfill(topic.id)
  assert.deepEqual(
    found?.sources.map(({ state }) => state),
    ['cannot'],
  )
  assert.ok(archive.asked.every(({ terms }) => terms.length > 0))
})

test('several thousand messages are tried in batches, each once', async () => {
  const { ctx, hear, makeTopic, run, backfill } = await house()
  await hear('zilvermeeuw')
  await app.db.pool.query(
    `insert into mentions (id, workspace_id, network, native_id, author_id, conversation_id, kind, text, published_at)
       select gen_random_uuid(), workspace_id, network, n::text, author_id, conversation_id, kind, 'koffer ' || n,
         now() - (n / 7) * interval '1 microsecond'
       from mentions, generate_series(1, 1700) n where workspace_id = $1`,
    [ctx.workspaceId],
  )
  const topic = await makeTopic('Koffers', 'koffer')
  await run()
  const found = await backfill(topic.id)
  assert.deepEqual([found?.found, found?.stored], [1_700, { of: 1_701, tried: 1_701, isDone: true }])
})
