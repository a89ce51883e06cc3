import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { sources } from '#db/tables/listen.ts'
import { assessments, mentions, mentionTopics } from '#db/tables/mentions.ts'
import { accounts, replies } from '#db/tables/reply.ts'
import { audit, events } from '#db/tables/team.ts'
import type { HeardItem } from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import { pollSource } from '#listen/poll-source.ts'
import { createSource } from '#listen/save-source.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { scriptedNetwork, testPost } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { openFollowed } from './followed.ts'
import { renameConversation } from './rename-conversation.ts'
import { takeIn } from './take-in.ts'

const network = scriptedNetwork()
const app = await testApp({ connectors: [network.connector] })

async function house() {
  const workspace = await testWorkspace(app)
  const ctx = workspace.as('noor')
  const topic = await createTopic(ctx, {
    name: 'Zilvermeeuw',
    query: 'zilvermeeuw OR "band 14"',
    departmentId: null,
    purpose: 'customer_care',
    legalBasis: 'legitimate_interest',
  })
  const source = await createSource(ctx, { connector: 'forum', settings: {} })
  const engine = openTopicEngine(app)
  const followed = openFollowed(app)
  const receive = takeIn(app, { engine, followed, onOwnPost: async () => {}, onTheirs: async () => undefined })
  const hear = async (...items: HeardItem[]) => {
    network.pages = [items]
    const [row] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, source.id)))
    assert.ok(row)
    await pollSource(
      { app, receive, lastSavedAt: new Map() },
      { source: row, connector: network.connector, terms: [], signal: new AbortController().signal },
    )
  }
  const inWorkspace = workspace.as('noor').app.db.inWorkspace
  const rows = () =>
    inWorkspace(ctx.workspaceId, async (tx) => ({
      mentions: await tx.select().from(mentions).orderBy(mentions.publishedAt, mentions.nativeId),
      conversations: await tx.select().from(conversations).orderBy(conversations.number),
      matched: await tx.select().from(mentionTopics),
      assessments: await tx.select().from(assessments),
      events: await tx.select().from(events).where(eq(events.kind, 'mention.heard')),
      audit: await tx.select().from(audit).where(eq(audit.action, 'mention.hear')),
      source: (await tx.select().from(sources).where(eq(sources.id, source.id)))[0],
    }))
  return { ...workspace, followed, ctx, topic, source, hear, rows }
}

const post = (given: Partial<PostInput> & { text: string }): HeardItem => ({ kind: 'post', post: testPost(given) })

test('what matches a topic is kept with its reason, and what does not leaves no trace', async () => {
  const { hear, rows, topic } = await house()
  await hear(post({ text: 'Koffer kwijt bij Zilvermeeuw, wat nu?' }), post({ text: 'Mooi weer vandaag.' }))
  const kept = await rows()
  assert.equal(kept.mentions.length, 1)
  assert.deepEqual(
    kept.matched.map((one) => [one.topicId, one.spans]),
    [[topic.id, [[17, 28]]]],
  )
  assert.equal(kept.assessments[0]?.said.lang, 'nl')
  assert.equal(kept.conversations[0]?.number, 1)
  assert.equal(kept.events.length, 1)
  assert.equal(kept.source?.heardCount, 2)
  assert.equal(kept.source?.keptCount, 1)
})

test('the cursor moves with what was kept, and a page heard twice is stored once', async () => {
  const { hear, rows } = await house()
  const same = post({ text: 'zilvermeeuw', nativeId: 'twice' })
  await hear(same)
  await hear(same, post({ text: 'zilvermeeuw ook', nativeId: 'new' }))
  const kept = await rows()
  assert.deepEqual(kept.mentions.map((one) => one.nativeId).sort(), ['new', 'twice'])
  assert.deepEqual(kept.source?.cursor, { poll: 3 })
})

test('one thread is one conversation, also when only the parent is named', async () => {
  const { hear, rows } = await house()
  await hear(post({ text: 'zilvermeeuw is laat', nativeId: 'root' }))
  await hear(post({ text: 'zilvermeeuw ja', nativeId: 'child', parentId: 'root', rootId: 'root' }))
  await hear(post({ text: 'zilvermeeuw nee', nativeId: 'grandchild', parentId: 'child' }))
  const kept = await rows()
  assert.equal(kept.conversations.length, 1)
  assert.equal(kept.conversations[0]?.messageCount, 3)
  assert.equal(new Set(kept.mentions.map((one) => one.conversationId)).size, 1)
})

test('the person we talk with is followed in the thread although no topic matches', async () => {
  const { hear, rows } = await house()
  const author = { nativeId: 'marieke', handle: 'marieke', name: 'Marieke' }
  await hear(post({ text: 'zilvermeeuw is laat', nativeId: 'r1', author }))
  await hear(
    post({ text: 'en nu nog steeds', nativeId: 'r2', parentId: 'r1', rootId: 'r1', author }),
    post({ text: 'ik zit ook te wachten', nativeId: 'r3', parentId: 'r1', rootId: 'r1' }),
  )
  assert.deepEqual(
    (await rows()).mentions.map((one) => one.nativeId),
    ['r1', 'r2'],
  )
})

test('an addition in the same batch is followed too', async () => {
  const { hear, rows } = await house()
  const author = { nativeId: 'els', handle: 'els', name: 'Els' }
  await hear(
    post({ text: 'zilvermeeuw is laat', nativeId: 's1', author }),
    post({ text: 'en er is niemand', nativeId: 's2', parentId: 's1', rootId: 's1', author }),
  )
  assert.equal((await rows()).conversations[0]?.messageCount, 2)
})

test('an answer posted by hand is recognised by its words under the message, and is no work', async () => {
  const { ctx, member, followed, hear, rows } = await house()
  await hear(post({ text: 'zilvermeeuw, hallo?', nativeId: 'h1' }))
  const [question] = (await rows()).mentions
  assert.ok(question)
  await app.db.asSystem((tx) =>
    tx.insert(replies).values({
      id: newId(),
      workspaceId: ctx.workspaceId,
      conversationId: question.conversationId,
      mentionId: question.id,
      text: 'Hoi! We zoeken het  uit.',
      writtenBy: member('noor').id,
      state: 'assisted',
      intentHash: '',
    }),
  )
  followed.forget(ctx.workspaceId)
  const answer = { parentId: 'h1', rootId: 'h1' }
  await hear(
    post({ text: 'Hoi! We zoeken het uit.', nativeId: 'h2', ...answer }),
    post({ text: 'Ik ook niet.', nativeId: 'h3', ...answer }),
  )
  assert.deepEqual(
    (await rows()).mentions.map((one) => [one.nativeId, one.isOwn]),
    [
      ['h1', false],
      ['h2', true],
    ],
  )
})

test('our own posts are kept with a conversation that is there, and never open one', async () => {
  const { ctx, hear, rows } = await house()
  await app.db.asSystem((tx) =>
    tx.insert(accounts).values({
      id: newId(),
      workspaceId: ctx.workspaceId,
      network: 'forum',
      nativeId: 'we',
      handle: 'zilvermeeuw',
      name: 'Zilvermeeuw',
      credentials: '',
    }),
  )
  const author = { nativeId: 'we', handle: 'zilvermeeuw', name: 'Zilvermeeuw' }
  await hear(
    post({ text: 'zilvermeeuw vliegt nu ook op Oslo', nativeId: 'o1', author }),
    post({ text: 'dag, hier is zilvermeeuw', nativeId: 'o2', parentId: 'strange', rootId: 'strange', author }),
    post({ text: 'zilvermeeuw, waar is mijn koffer?', nativeId: 'o3' }),
    post({ text: 'we zoeken hem', nativeId: 'o4', parentId: 'o3', rootId: 'o3', author }),
  )
  const { mentions: heard, conversations: work } = await rows()
  assert.deepEqual(
    heard.map((one) => [one.nativeId, one.isOwn]),
    [
      ['o3', false],
      ['o4', true],
    ],
  )
  assert.deepEqual(
    work.map((one) => [one.threadId, one.messageCount]),
    [['o3', 2]],
  )
})

test('a post deleted on the network is blanked here, text and pictures', async () => {
  const { hear, rows } = await house()
  const media = [{ kind: 'image' as const, url: 'https://img.example/1.png', alt: 'band' }]
  await hear(post({ text: 'zilvermeeuw band 14', nativeId: 'gone', media }))
  await hear({ kind: 'delete', nativeId: 'gone' })
  const [mention] = (await rows()).mentions
  assert.equal(mention?.text, '')
  assert.deepEqual(mention?.media, [])
  assert.ok(mention?.deletedAt)
})

test('the title goes with the words it came from, and changes with them; one that a person gave stays', async () => {
  const { ctx, hear, rows } = await house()
  const titles = async () => (await rows()).conversations.map((one) => one.title)
  await hear(post({ text: 'zilvermeeuw, mijn nummer is 0612345678', nativeId: 't1' }))
  await hear(post({ text: 'zilvermeeuw ja', nativeId: 't2', parentId: 't1', rootId: 't1' }))
  await hear({ kind: 'edit', post: testPost({ text: 'zilvermeeuw, bel me', nativeId: 't1' }) })
  assert.deepEqual(await titles(), ['zilvermeeuw, bel me'])
  await hear({ kind: 'delete', nativeId: 't1' })
  assert.deepEqual(await titles(), ['zilvermeeuw ja'], 'the oldest message that still stands')
  const [conversation] = (await rows()).conversations
  assert.ok(conversation)
  await renameConversation(ctx, { id: conversation.id, title: 'Zoekt een nummer' })
  await hear({ kind: 'delete', nativeId: 't2' })
  assert.deepEqual(await titles(), ['Zoekt een nummer'])
})

test('when an account is deleted on the network, all its posts are blanked here, and nobody else’s', async () => {
  const { hear, rows } = await house()
  const author = { nativeId: 'did:gone', handle: 'gone', name: 'Gone' }
  await hear(post({ text: 'zilvermeeuw', nativeId: 'd1', author }), post({ text: 'zilvermeeuw?', nativeId: 'd2' }))
  await hear(
    post({ text: 'zilvermeeuw, nog iets', nativeId: 'd3', author }),
    { kind: 'author-gone', nativeId: 'did:gone' },
    { kind: 'author-gone', nativeId: 'did:of-somebody-else' },
  )
  const texts = (await rows()).mentions.map((one) => [one.nativeId, one.text, one.deletedAt !== null])
  assert.deepEqual(texts, [
    ['d1', '', true],
    ['d2', 'zilvermeeuw?', false],
    ['d3', '', true],
  ])
})

test('figures follow a post that is heard again: no version, no audit line, one event a conversation', async () => {
  const { ctx, hear, rows } = await house()
  const counted = (likes?: number, replies?: number) => [
    post({ text: 'zilvermeeuw', nativeId: 'c1', likes, replies, reposts: 1 }),
    post({ text: 'zilvermeeuw ja', nativeId: 'c2', parentId: 'c1', rootId: 'c1', likes }),
  ]
  await hear(...counted(1, 2))
  const before = await rows()
  await hear(...counted(1, 2))
  await hear(...counted(5))
  const after = await rows()
  assert.deepEqual(
    after.mentions.map((one) => [one.likes, one.reposts, one.replies]),
    [
      [5, 1, 2],
      [5, null, null],
    ],
  )
  assert.equal(after.conversations[0]?.version, before.conversations[0]?.version)
  assert.equal(after.audit.length, before.audit.length)
  const changed = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(events).where(eq(events.kind, 'mention.changed')),
  )
  assert.equal(changed.length, 1)
})

test('an edit is matched and judged anew, and the old words are a version', async () => {
  const { ctx, hear, rows } = await house()
  await hear(post({ text: 'zilvermeeuw is fijn', nativeId: 'e1' }))
  await hear({ kind: 'edit', post: testPost({ text: 'zilvermeeuw en nog eens zilvermeeuw', nativeId: 'e1' }) })
  const kept = await rows()
  assert.equal(kept.mentions[0]?.text, 'zilvermeeuw en nog eens zilvermeeuw')
  assert.equal(kept.matched[0]?.spans.length, 2)
  const versions = await app.db.inWorkspace(ctx.workspaceId, (tx) => tx.execute(sql`select text from mention_versions`))
  assert.deepEqual(versions.rows, [{ text: 'zilvermeeuw is fijn' }])
})

test('a message of the customer opens a finished conversation again, for whoever had it', async () => {
  const { ctx, member, hear, rows } = await house()
  const author = { nativeId: 'greet', handle: 'greet', name: 'Greet' }
  await hear(post({ text: 'zilvermeeuw?', nativeId: 'q1', author }))
  await app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.update(conversations).set({ state: 'done', ownerId: member('noor').id }),
  )
  await hear(post({ text: 'zilvermeeuw, hallo?', nativeId: 'q2', parentId: 'q1', rootId: 'q1', author }))
  const [conversation] = (await rows()).conversations
  assert.equal(conversation?.state, 'open')
  assert.equal(conversation?.ownerId, member('noor').id)
})

test('the promise runs from publication; what is older than the source has none', async () => {
  const { hear, rows } = await house()
  const publishedAt = new Date(app.clock.now().getTime() - 5 * minute)
  await hear(
    post({ text: 'Waarom antwoordt zilvermeeuw niet? Ik wacht al uren op mijn koffer!', nativeId: 'p1', publishedAt }),
    post({
      text: 'Waarom antwoordde zilvermeeuw niet? Ik wachtte uren op mijn koffer!',
      nativeId: 'p2',
      publishedAt: new Date('2026-11-01T08:00:00Z'),
    }),
  )
  const byThread = new Map((await rows()).conversations.map((one) => [one.threadId, one]))
  const promised = byThread.get('p1')
  assert.ok(promised?.dueAt && promised.promisedMinutes)
  assert.equal(promised.dueAt.getTime() - publishedAt.getTime(), promised.promisedMinutes * minute)
  assert.equal(byThread.get('p2')?.dueAt, null)
})

test('one thread heard by fifty at once is one conversation, and nobody is lost', async () => {
  const { ctx, rows, source } = await house()
  const engine = openTopicEngine(app)
  const receive = takeIn(app, {
    engine,
    followed: openFollowed(app),
    onOwnPost: async () => {},
    onTheirs: async () => undefined,
  })
  const [row] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, source.id)))
  assert.ok(row)
  const { postSchema } = await import('#domain/post.ts')
  const batches = Array.from({ length: 50 }, (_, index) =>
    postSchema.parse(
      testPost({ text: `zilvermeeuw ${index}`, nativeId: `t${index}`, rootId: 'thread', parentId: 'thread' }),
    ),
  )
  await Promise.all(
    batches.map((one) => receive({ source: row, items: [{ kind: 'post', post: one }], advance: async () => {} })),
  )
  const kept = await rows()
  assert.equal(kept.conversations.length, 1)
  assert.equal(kept.mentions.length, 50)
  assert.equal(kept.conversations[0]?.messageCount, 50)
  assert.equal(ctx.workspaceId, kept.conversations[0]?.workspaceId)
})

test('characters that a database cannot hold cost the character, not the post', async () => {
  const { hear, rows } = await house()
  await hear(post({ text: 'zilvermeeuw \u0000 \ud800 einde', nativeId: 'odd' }))
  assert.equal((await rows()).mentions[0]?.text, 'zilvermeeuw  \ufffd einde')
})
