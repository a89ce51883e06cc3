import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { systemClock } from '#base/clock.ts'
import { sourceGaps, sources, unreadables } from '#db/tables/listen.ts'
import type { Connector, Failure, Heard } from '#domain/connector.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { scriptedNetwork, testPost } from '#testing/script-connector.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { readSources } from './read-sources.ts'
import { type Listening, runSources } from './run-sources.ts'
import { createSource } from './save-source.ts'
import type { HeardPost } from './take-heard.ts'

const forum = scriptedNetwork('forum')
/** A network that takes the question and never answers. */
const blackHole: Connector = {
  ...scriptedNetwork('hole').connector,
  id: 'hole',
  poll: (context) =>
    new Promise<Heard>((_resolve, reject) =>
      context.signal.addEventListener('abort', () => reject(new Error('stopped'))),
    ),
}
let streamed: (Heard | Failure)[][] = []
const streamAsked: unknown[] = []
const live: Connector = {
  ...scriptedNetwork('live').connector,
  id: 'live',
  poll: undefined,
  async *stream(context, ask) {
    streamAsked.push(ask.cursor)
    for (const outcome of streamed.shift() ?? []) yield outcome
    if (streamed.length === 0 && !context.signal.aborted)
      await new Promise<void>((resolve) => context.signal.addEventListener('abort', () => resolve()))
  },
}
// Sources are made in the past, so that the ears, which run in real time here, find them due.
const clock = openFakeClock('2026-01-01T09:00:00.000Z')
const app = await testApp({ clock, connectors: [forum.connector, blackHole, live] })
const { as } = await testWorkspace(app)
const ctx = as('noor')

/** Runs the ears in real time until something is true; the limit is far above what it needs. */
async function listening(
  until: (items: readonly HeardPost[]) => boolean | Promise<boolean>,
  keepAll = true,
): Promise<HeardPost[]> {
  const over = new AbortController()
  const items: HeardPost[] = []
  const ears: Listening = runSources(
    { ...app, clock: systemClock },
    {
      terms: () => [],
      signal: over.signal,
      receive: async (batch) => {
        items.push(...batch.items)
        if (keepAll) await app.db.asSystem((tx) => batch.advance(tx, batch.items.length))
        return { kept: keepAll ? batch.items.length : 0 }
      },
    },
  )
  const deadline = Date.now() + 20_000
  while (!(await until(items)) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10))
  over.abort()
  await ears.stopped
  return items
}

const sourceNow = async (id: string) =>
  (await app.db.asSystem((tx) => tx.select().from(sources).where(eq(sources.id, id))))[0]

async function addSource(connector: string) {
  await app.db.asSystem((tx) => tx.delete(sources))
  return createSource(ctx, { connector, settings: {} })
}

test('a failure of each kind is in the ledger with its next try, and the next good answer clears it', async () => {
  const source = await addSource('forum')
  const why = { en: 'Too many questions.', nl: 'Te veel vragen.' }
  const until = new Date(Date.now() + 700)
  forum.pages = [{ kind: 'wait', until, why }, [{ kind: 'post', post: testPost({ text: 'eindelijk' }) }]]
  let seenWaiting = false
  await listening(async (items) => {
    const row = await sourceNow(source.id)
    if (row?.failure?.kind === 'wait') {
      seenWaiting = true
      assert.equal(row.failure.until, until.toISOString())
      assert.deepEqual(row.failure.why, why)
      assert.ok(row.nextAt >= until)
    }
    return items.length > 0
  })
  assert.ok(seenWaiting)
  const row = await sourceNow(source.id)
  assert.equal(row?.failure, null)
  assert.equal(row?.failuresInRow, 0)
  assert.ok(row?.lastSuccessAt && row.lastHeardAt)
})

test('a line that is open is heard on, however long nobody says anything, and whoever looks is told once', async () => {
  const source = await addSource('live')
  streamed = [[1, 2].map((cursor) => ({ kind: 'heard', items: [], cursor, more: false }))]
  const told = async () => {
    const sql = `select count(*)::int as count from events where kind = 'source.changed' and subject_id = $1`
    return (await app.db.pool.query<{ count: number }>(sql, [source.id])).rows[0]?.count ?? 0
  }
  const before = await told()
  await listening(async () => ((await sourceNow(source.id))?.cursor as { stream?: number } | null)?.stream === 1)
  const [read] = await readSources(ctx)
  assert.equal(read?.health, 'quiet')
  assert.equal((await told()) - before, 1)
})

test('a source that never answers delays no other', async () => {
  await app.db.asSystem((tx) => tx.delete(sources))
  for (let i = 0; i < 10; i += 1) await createSource(ctx, { connector: 'hole', name: `hole ${i}`, settings: {} })
  await createSource(ctx, { connector: 'forum', settings: {} })
  forum.pages = [[{ kind: 'post', post: testPost({ text: 'gewoon' }) }]]
  const items = await listening((heard) => heard.length > 0)
  assert.equal(items.length, 1)
})

test('a stream goes on from its cursor after it broke, and a gap is written down', async () => {
  const source = await addSource('live')
  const heard = (cursor: number, text: string): Heard => ({
    kind: 'heard',
    items: [{ kind: 'post', post: testPost({ text }) }],
    cursor,
    more: false,
  })
  const gap = {
    from: new Date('2026-11-23T08:00:00Z'),
    to: new Date('2026-11-23T08:30:00Z'),
    why: { en: 'the server keeps 72 hours', nl: 'de server bewaart 72 uur' },
  }
  streamed = [[heard(1, 'een'), { kind: 'retry', why: { en: 'broken', nl: 'stuk' } }], [{ ...heard(2, 'twee'), gap }]]
  streamAsked.length = 0
  const items = await listening((all) => all.length === 2)
  assert.deepEqual(
    items.map((item) => item.kind === 'post' && item.post.text),
    ['een', 'twee'],
  )
  assert.deepEqual(streamAsked, [undefined, 1])
  const gaps = await app.db.asSystem((tx) => tx.select().from(sourceGaps).where(eq(sourceGaps.sourceId, source.id)))
  assert.deepEqual(
    gaps.map((one) => [one.fromAt, one.toAt, one.why, one.whyDutch]),
    [[gap.from, gap.to, gap.why.en, gap.why.nl]],
  )
})

test('an item that is no post is set apart with the reason, and the others are heard', async () => {
  const source = await addSource('forum')
  const broken = { ...testPost({ text: 'x' }), url: 'javascript:alert(1)' }
  forum.pages = [
    [
      { kind: 'post', post: broken },
      { kind: 'post', post: testPost({ text: 'goed' }) },
    ],
  ]
  const items = await listening((all) => all.length > 0)
  assert.equal(items.length, 1)
  const apart = await app.db.asSystem((tx) => tx.select().from(unreadables).where(eq(unreadables.sourceId, source.id)))
  assert.equal(apart.length, 1)
  assert.match(apart[0]?.why ?? '', /^url/u)
})

test('a paused source is left alone, and its health says so', async () => {
  const source = await addSource('forum')
  await app.db.asSystem((tx) => tx.update(sources).set({ state: 'paused' }).where(eq(sources.id, source.id)))
  forum.asked = []
  await listening(() => new Promise((resolve) => setTimeout(() => resolve(true), 300)))
  assert.deepEqual(forum.asked, [])
  assert.equal((await readSources(ctx))[0]?.health, 'paused')
})
