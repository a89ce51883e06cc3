import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { loadConnectors } from '#app.ts'
import { day, hour, minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { sources } from '#db/tables/listen.ts'
import { mentions } from '#db/tables/mentions.ts'
import { replies } from '#db/tables/reply.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import { openFollowed } from '#inbox/followed.ts'
import { readConversation } from '#inbox/read-conversation.ts'
import { readPage } from '#inbox/read-page.ts'
import { readPerson } from '#inbox/read-person.ts'
import { readViewCounts } from '#inbox/read-view-counts.ts'
import { takeIn } from '#inbox/take-in.ts'
import { runSources } from '#listen/run-sources.ts'
import { createSource } from '#listen/save-source.ts'
import { trySource } from '#listen/try-source.ts'
import { recheckDue } from '#mentions/recheck-mentions.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { confirmHeardBack } from '#reply/confirm-heard-back.ts'
import { connectAccount } from '#reply/connect-account.ts'
import { driveReply } from '#reply/drive-reply.ts'
import { likeMention } from '#reply/like-mention.ts'
import { removeReply } from '#reply/remove-reply.ts'
import { openOutbox } from '#reply/run-outbox.ts'
import { writeReply } from '#reply/write-reply.ts'
import { openAuth } from '#team/auth.ts'
import type { Context } from '#team/context.ts'
import { readDemoWorkspaces } from '#team/demo-workspaces.ts'
import { findMember } from '#team/find-member.ts'
import { startWorkspace } from '#team/start-workspace.ts'
import { testApp } from '#testing/test-app.ts'
import { companies } from './companies.ts'
import { openDemo } from './open-demo.ts'
import { planStory, planTomorrow } from './plan-story.ts'
import { offsetMs, tellOn } from './tell-on.ts'

/** A network on which every use is a breach of the promise. */
const breaches: string[] = []
const network = {
  fetch: (input: string | URL | Request) => {
    breaches.push(`fetch ${String(input)}`)
    return Promise.reject(new Error('the demo reached the network'))
  },
  openSocket: (url: string) => {
    breaches.push(`socket ${url}`)
    throw new Error('the demo reached the network')
  },
}

const app = await testApp({ connectors: [...(await loadConnectors()).values()], network })
const auth = openAuth({ pool: app.db.pool, secret: 'of a test, and long enough', publicUrl: app.publicUrl })
const newUser = (name: string) =>
  auth.createUser({ name, email: `${name.toLowerCase()}@example.org`, password: 'long enough', lang: 'nl' })

const noor = await newUser('Noor')
const kim = await newUser('Kim')
const own = await startWorkspace(app, { name: 'Eigen huis', ownerName: 'Noor', userId: noor })
const before = await everyRow()
const demo = openDemo(app)
const startedMs = performance.now()
const airline = await demo.enter({ userId: noor, name: 'Noor', lang: 'nl' })
const tookMs = Math.round(performance.now() - startedMs)
const me = await contextOf(noor, airline)
const receive = takeIn(app, {
  engine: openTopicEngine(app),
  followed: openFollowed(app),
  onOwnPost: async (tx, ctx, heard) => void (await confirmHeardBack(tx, ctx, heard)),
  onTheirs: async () => undefined,
})

async function contextOf(userId: string, workspaceId: string): Promise<Context> {
  const member = await findMember(app, { userId, workspaceId })
  assert.ok(member)
  return { app, workspaceId, actor: { kind: 'member', member } }
}

async function ask<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await app.db.pool.query(sql, [...values])).rows as Row[]
}

/** How many rows of each workspace each table has, and the users. */
async function everyRow(): Promise<Record<string, number>> {
  const tables = await ask<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of [...tables, { name: 'workspaces' }, { name: 'users' }]) {
    const [row] = await ask<{ count: number }>(`select count(*)::int as count from ${name}`)
    counts[name] = row?.count ?? 0
  }
  return counts
}

test('the story is as rich as was promised: messages, sources, threads, languages, every kind of intent', async (t) => {
  const theirs = await ask<{ lang: string; count: number }>(
    `select lang, count(*)::int as count from mentions where not is_own group by 1 order by 2 desc`,
  )
  const of = theirs.reduce((sum, { count }) => sum + count, 0)
  const dutch = theirs.find(({ lang }) => lang === 'nl')?.count ?? 0
  const [counts] = await ask<Record<string, number>>(
    `select (select count(distinct source_id)::int from mentions where workspace_id = $1) as sources,
            (select count(distinct network)::int from mentions where workspace_id = $1) as networks,
            (select count(*)::int from conversations where message_count > 1) as threads,
            (select count(*)::int from replies where state = 'sent') as answers,
            (select count(*)::int from notes) as notes, (select count(*)::int from drafts) as drafts,
            (select count(*)::int from mentions where rating is not null) as reviews,
            (select count(*)::int from mentions where media <> '[]') as pictures,
            (select count(*)::int from conversations where state = 'waiting') as waiting`,
    [airline],
  )
  t.diagnostic(`${of} messages in ${tookMs} ms; ${JSON.stringify(theirs)}; ${JSON.stringify(counts)}`)
  assert.ok(of >= 400, `${of} messages`)
  assert.ok(dutch / of >= 0.6, `${dutch} of ${of} are Dutch`)
  assert.ok((theirs.find(({ lang }) => lang === 'en')?.count ?? 0) >= 25)
  assert.ok(counts && (counts.sources ?? 0) >= 6 && (counts.networks ?? 0) >= 4)
  for (const what of ['threads', 'answers', 'notes']) assert.ok((counts[what] ?? 0) >= 20, `${what}: ${counts[what]}`)
  for (const what of ['drafts', 'pictures', 'waiting']) assert.ok((counts[what] ?? 0) >= 2, `${what}: ${counts[what]}`)
  const intents = await ask<{ intent: string }>(`select distinct intent from conversations`)
  for (const wanted of ['question', 'complaint', 'praise', 'lead', 'news', 'spam', 'legal_threat', 'job', 'crisis']) {
    assert.ok(
      intents.some(({ intent }) => intent === wanted),
      `nobody says anything of the kind ${wanted}`,
    )
  }
})

test('every message of the story was kept, at its own moment in eight weeks', async () => {
  const now = app.clock.now()
  const told = companies.flatMap((company) => planStory(company, now)).filter((one) => one.kind === 'heard')
  const rows = await app.db.asSystem((tx) => tx.select().from(mentions).where(eq(mentions.isOwn, false)))
  const byId = new Map(rows.map((row) => [row.nativeId, row]))
  for (const { post, at } of told) {
    const row = byId.get(post.nativeId)
    assert.ok(row, `no topic matches: ${post.text}`)
    assert.deepEqual([row.publishedAt, row.heardAt], [post.publishedAt, at])
  }
  const oldest = Math.min(...rows.map(({ publishedAt }) => publishedAt.getTime()))
  assert.ok(now.getTime() - oldest > 54 * 24 * hour)
})

test('who wrote weeks ago is known since then', async () => {
  const [author] = await ask<{ id: string; first: Date }>(
    `select author_id as id, min(heard_at) as first from mentions where workspace_id = $1 group by 1 order by 2 limit 1`,
    [airline],
  )
  assert.ok(author && app.clock.now().getTime() - author.first.getTime() > 30 * day)
  const { knownSince } = await readPerson(me, author.id)
  assert.equal(new Date(knownSince).getTime(), author.first.getTime())
})

test('nobody says the same twice, except where a belt stands still', () => {
  const texts = companies
    .flatMap((company) => [...planStory(company, app.clock.now())])
    .flatMap((one) => (one.kind === 'heard' ? [one.post.text] : []))
  const later = companies.flatMap((company) => planTomorrow(company).map(({ postAt }) => postAt(new Date(0)).text))
  assert.equal(new Set([...texts, ...later]).size, texts.length + later.length)
})

test('the queue of whoever set it up opens with what presses, and its promises run from now', async () => {
  const { rows } = await readPage(me, { view: 'mine', limit: 20 })
  const names = rows.map(({ author }) => author?.name)
  assert.deepEqual(names.slice(0, 2), ['Greet Willems', 'Marieke van der Ploeg'])
  for (const name of ['Priya Raman', 'Ruben Achterberg', 'Lotte de Graaf', 'throwaway_refund'])
    assert.ok(names.includes(name), name)
  const dueMinutes = rows.slice(0, 2).map(({ dueAt }) => (Date.parse(dueAt ?? '') - app.clock.now().getTime()) / minute)
  assert.deepEqual(dueMinutes, [-3, 6])
  const counts = await readViewCounts(me)
  assert.ok(counts.unowned > 40 && counts.waiting >= 2)
})

test('nothing of it can leave the machine: it is listened to, answered in, liked, rechecked and removed from', async () => {
  const signal = AbortSignal.timeout(60_000)
  assert.ok(isDemoWorkspace(airline) && !isDemoWorkspace(own))
  const listening = runSources(app, {
    receive,
    terms: () => ['zilvermeeuw'],
    signal: AbortSignal.any([signal, abortAfterTurns(20)]),
  })
  await listening.stopped
  const said = async () => {}
  await app.db.asSystem((tx) => tx.update(mentions).set({ recheckAt: app.clock.now() }))
  await recheckDue(app, { closed: new Map(), signal, onBlanked: said })
  await assert.rejects(createSource(me, { connector: 'feed', settings: { url: 'https://example.org/feed' } }), AppError)
  const tried = await trySource(me, { connector: 'feed', settings: { url: 'https://example.org/feed' }, terms: [] })
  assert.equal(tried.isWorking, false)
  const account = await connectAccount(me, { connector: 'mastodon', credentials: { handle: 'tweede' } })
  assert.equal(account.handle, 'tweede')
  const { rows } = await readPage(me, { view: 'mine', limit: 20 })
  for (const row of rows.filter(({ network: name }) => app.connectors.get(name)?.reply)) await answerIn(row.id)
  await assert.rejects(app.connectorContext(signal, airline).fetch('https://example.org'), /demo/u)
  assert.throws(() => app.connectorContext(signal, airline).openSocket('wss://example.org'), /demo/u)
  assert.deepEqual(breaches, [])
  await assert.rejects(app.connectorContext(signal, own).fetch('https://example.org'), /reached the network/u)
  assert.equal(breaches.splice(0).length, 1)
})

async function answerIn(id: string): Promise<void> {
  const read = await readConversation(me, id)
  const message = read.messages.findLast(({ mention }) => !mention.isOwn)
  const [account] = await ask<{ id: string }>(`select id from accounts where workspace_id = $1 and network = $2`, [
    airline,
    read.row.network,
  ])
  assert.ok(message && account)
  const mentionId = message.mention.id
  await likeMention(me, { mentionId, accountId: account.id })
  const asked = {
    conversationId: id,
    mentionId,
    accountId: account.id,
    thenDo: 'done' as const,
    version: read.row.version,
  }
  const { id: replyId } = await writeReply(me, { ...asked, text: `Dat zoeken we uit, ${read.author?.name}.` })
  app.clock.advance(11 * second)
  await driveReply(openOutbox(app), { replyId, workspaceId: airline, lane: account.id })
  const [sent] = await app.db.asSystem((tx) => tx.select().from(replies).where(eq(replies.id, replyId)))
  assert.equal(sent?.state, 'sent')
  app.clock.advance(5 * second)
  await tellOn(app, receive)
  const [heard] = await app.db.asSystem((tx) => tx.select().from(replies).where(eq(replies.id, replyId)))
  assert.ok(heard?.heardBackAt, 'the answer was heard back')
  await removeReply(me, replyId)
}

/** A loop that sleeps on the fake clock ends after so many turns of the event loop. */
function abortAfterTurns(turns: number): AbortSignal {
  const abort = new AbortController()
  const turn = (left: number): void => void (left === 0 ? abort.abort() : setImmediate(turn, left - 1))
  turn(turns)
  return abort.signal
}

test('the story goes on by the clock, each message once, pauses with its source, and comes to rest', async () => {
  const count = async () =>
    (await ask<{ count: number }>(`select count(*)::int as count from mentions where not is_own`))[0]?.count ?? 0
  const all = companies.reduce((sum, company) => sum + planTomorrow(company).length, 0)
  const atFirst = await count()
  app.clock.advance(2 * minute)
  await tellOn(app, receive)
  const soon = await count()
  assert.ok(soon - atFirst >= 8, `${soon - atFirst} in two minutes`)
  await tellOn(app, receive)
  assert.equal(await count(), soon)
  const [bluesky] = await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.workspaceId, airline)))
  assert.ok(bluesky)
  const isPaused = eq(sources.id, bluesky.id)
  await app.db.asSystem((tx) => tx.update(sources).set({ state: 'paused' }).where(isPaused))
  app.clock.advance(offsetMs(all))
  await tellOn(app, receive)
  const without = await count()
  await app.db.asSystem((tx) => tx.update(sources).set({ state: 'on' }).where(isPaused))
  await tellOn(app, receive)
  const rested = await count()
  assert.ok(rested > without)
  const [first] = await readDemoWorkspaces(app)
  assert.ok(first)
  app.clock.advance(1_000 * hour)
  await tellOn(app, receive)
  assert.equal(await count(), rested)
  const later = await ask<{ count: number }>(
    `select count(*)::int as count from mentions where native_id like '%-later-%'`,
  )
  assert.equal(later[0]?.count, all)
})

test('twice is the same as once; whoever comes later joins, and only an owner removes it', async () => {
  const rows = await everyRow()
  assert.equal(await demo.enter({ userId: noor, name: 'Noor', lang: 'nl' }), airline)
  assert.deepEqual(await everyRow(), rows)
  assert.equal(await demo.enter({ userId: kim, name: 'Kim', lang: 'en' }), airline)
  assert.equal((await demo.read(kim)).mayRemove, false)
  assert.equal((await demo.read(noor)).mayRemove, true)
  await assert.rejects(demo.remove(kim), (error: unknown) => error instanceof AppError && error.code === 'not_allowed')
})

test('removed, it leaves nothing behind, and nothing else is touched', async () => {
  await demo.remove(noor)
  assert.deepEqual(await everyRow(), before)
  assert.equal((await demo.read(noor)).state, 'absent')
  await demo.remove(noor)
})

test('stopped while it is set up, there is no trace of it', async () => {
  const filling = demo.enter({ userId: noor, name: 'Noor', lang: 'en' })
  while ((await demo.read(noor)).told === 0) await new Promise(setImmediate)
  const state = await demo.read(noor)
  assert.ok(state.state === 'filling' && state.of > 400)
  await assert.rejects(demo.remove(kim), AppError)
  await Promise.all([demo.remove(noor), assert.rejects(filling, AppError)])
  assert.deepEqual(await everyRow(), before)
})
