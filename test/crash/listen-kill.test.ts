import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { second, systemClock } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import { createSource } from '#listen/save-source.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { fastClock } from '#testing/fast-clock.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { openTruthNetwork, truthConnector } from '#testing/truth-network.ts'
import { killNow, kills, seed, startChild } from './killable.ts'
import type { ListenTask } from './listen-child.ts'

const postsAKill = 120
const share = 0.2
/** A process hears for at most so long before it is killed. */
const lifeMsMax = 1_500
const silenceMsMax = 60 * second
/** Polls and back-off pass ten times as fast; the calls, the database and the kills are as they are. */
const clock = { speed: 10, originMs: Date.now() }

const random = seededRandom(seed)
const network = await openTruthNetwork({ random, share })
after(() => network.close())
const app = await testApp({
  connectors: [truthConnector(network.url)],
  clock: { ...fastClock(clock), advance: () => undefined, sleptMs: () => 0 },
})
const workspace = await testWorkspace(app)
const { workspaceId } = workspace
const task: ListenTask = { databaseUrl: app.databaseUrl, networkUrl: network.url, clock }

const countKept = () => app.db.asSystem((tx) => tx.$count(mentions, eq(mentions.workspaceId, workspaceId)))

test(`${kills} times kill -9 in the middle of listening: no mention lost, none twice, one conversation a thread`, async (t) => {
  const ctx = workspace.as('noor')
  const why = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
  await createTopic(ctx, { name: 'Zilvermeeuw', query: 'zilvermeeuw', ...why })
  await createSource(ctx, { connector: 'truth', settings: {} })
  let child = await startChild('listen-child.ts', task)
  after(() => killNow(child))
  let killedBehind = 0
  let killedAtWork = 0
  let keptBefore = 0
  for (let count = 0; count < kills; count += 1) {
    // The next one starts while this one works: two processes at one source must do no harm.
    const next = startChild('listen-child.ts', task)
    network.say(postsAKill)
    await systemClock.sleep(random.below(lifeMsMax))
    await killNow(child)
    const kept = await countKept()
    if (kept < network.said.length) killedBehind += 1
    if (kept > keptBefore) killedAtWork += 1
    keptBefore = kept
    child = await next
  }
  await drain()
  const figures = await judge()
  t.diagnostic(JSON.stringify({ seed, kills, killedBehind, killedAtWork, ...figures }))
  const { lost, twice, threads, conversations: opened, miscounted } = figures
  assert.deepEqual({ lost, twice, miscounted, opened }, { lost: 0, twice: 0, miscounted: 0, opened: threads })
  assert.ok(killedBehind > 0 && killedAtWork > 0, 'no kill came in the middle of listening')
})

/** Until all is there, or nothing more comes for a long time. */
async function drain(): Promise<void> {
  let kept = await countKept()
  let until = Date.now() + silenceMsMax
  while (kept < network.said.length && Date.now() < until) {
    await systemClock.sleep(200)
    const now = await countKept()
    if (now > kept) until = Date.now() + silenceMsMax
    kept = now
  }
}

/** Holds what is kept against what the network said. */
async function judge() {
  const rows = await app.db.asSystem((tx) =>
    tx
      .select({ nativeId: mentions.nativeId, threadId: conversations.threadId })
      .from(mentions)
      .innerJoin(conversations, eq(conversations.id, mentions.conversationId)),
  )
  const threadOf = new Map(rows.map((row) => [row.nativeId, row.threadId]))
  const opened = await app.db.asSystem((tx) => tx.$count(conversations, eq(conversations.workspaceId, workspaceId)))
  const wrong = await app.db.asSystem((tx) =>
    tx.execute(sql`select c.id from conversations c where c.message_count <>
      (select count(*) from mentions m where m.conversation_id = c.id)`),
  )
  return {
    said: network.said.length,
    kept: rows.length,
    lost: network.said.filter(({ id, thread }) => threadOf.get(id) !== thread).length,
    twice: rows.length - threadOf.size,
    threads: new Set(network.said.map(({ thread }) => thread)).size,
    conversations: opened,
    miscounted: wrong.rows.length,
  }
}
