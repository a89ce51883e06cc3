import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { eq, isNotNull } from 'drizzle-orm'
import { second, systemClock } from '#base/clock.ts'
import { secretsWith } from '#base/secrets.ts'
import { replies } from '#db/tables/reply.ts'
import { workspaces } from '#db/tables/team.ts'
import { surelyNotPosted } from '#reply/reply-problems.ts'
import { writeReply } from '#reply/write-reply.ts'
import { type FakeFault, type FakeNetwork, fakeNetworkConnector, openFakeNetwork } from '#testing/fake-network.ts'
import { fastClock } from '#testing/fast-clock.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { killNow, kills, seed, startChild } from './killable.ts'
import type { ChildTask } from './outbox-child.ts'

const repliesAKill = 8
const accountsEach = 2
/** Leases, holds and waits pass ten times as fast; the calls, the database and the kills are as they are. */
const clockTask = { speed: 10, originMs: Date.now() }
const visibleWithinMs = 15 * second
const drainMsMax = 180 * second
const faultShare = 0.3
const faults: readonly FakeFault[] = [
  'refused',
  '429',
  '500 before',
  '500 after',
  'cut before',
  'cut after',
  'hangs before',
  'hangs after',
  'late',
]
const classes = ['key', 'read-back', 'blind'] as const

const random = seededRandom(seed)
const networks: Record<string, FakeNetwork> = {}
for (const recovery of classes) {
  const lateMs = (0.8 * visibleWithinMs) / clockTask.speed
  const network = await openFakeNetwork({ hasKeys: recovery === 'key', lateMs })
  network.nextFault = () => (random.chance(faultShare) ? random.pick(faults) : 'none')
  networks[recovery] = network
}
after(() => Promise.all(Object.values(networks).map((network) => network.close())))

const settings = classes.map((recovery) => ({
  id: recovery,
  url: networks[recovery]?.url ?? '',
  recovery,
  visibleWithinMs,
}))
const clock = { ...fastClock(clockTask), advance: () => undefined, sleptMs: () => 0 }
const key = randomBytes(32)
const app = Object.assign(await testApp({ connectors: settings.map(fakeNetworkConnector), clock }), {
  secrets: secretsWith(key),
})
const task: ChildTask = { databaseUrl: app.databaseUrl, key: key.toString('hex'), clock: clockTask, networks: settings }

test(`${kills} times kill -9 in the middle of sending: nothing lost, nothing twice`, async (t) => {
  const desks = await openDesks()
  let child = await startChild('outbox-child.ts', task)
  after(() => killNow(child))
  let inFlight = 0
  for (let count = 0; count < kills; count += 1) {
    // The next one starts while this one works: two processes on one outbox are part of the promise.
    const next = startChild('outbox-child.ts', task)
    for (let reply = 0; reply < repliesAKill; reply += 1) await random.pick(desks).write()
    await systemClock.sleep(random.below(500))
    await killNow(child)
    inFlight += await app.db.asSystem((tx) => tx.$count(replies, eq(replies.state, 'sending')))
    child = await next
  }
  await drain()
  const judged = await judge()
  t.diagnostic(JSON.stringify({ seed, kills, inFlightAtKill: inFlight, ...judged.figures }))
  assert.deepEqual(judged.wrongs, [])
  assert.ok(inFlight > 0, 'no kill came while something was being sent')
})

/** One desk a network and account: somebody who answers as it. */
async function openDesks(): Promise<{ write(): Promise<void> }[]> {
  const desks: { write(): Promise<void> }[] = []
  for (const recovery of classes) {
    const house = await replyHouse(app, { network: recovery })
    await app.db.asSystem((tx) =>
      tx.update(workspaces).set({ undoSeconds: 1 }).where(eq(workspaces.id, house.workspaceId)),
    )
    for (let index = 0; index < accountsEach; index += 1) {
      const nativeId = `us-${recovery}-${index}`
      const accountId = await house.addAccount({ nativeId })
      await house.setToken(accountId, nativeId)
      desks.push({
        async write() {
          const conversation = await house.addConversation()
          const given = { accountId, text: `as ${nativeId}`, thenDo: 'done', version: 1 } as const
          await writeReply(house.as('sem'), { ...conversation, ...given })
        },
      })
    }
  }
  return desks
}

/** Until nothing is due any more, or far too long. */
async function drain(): Promise<void> {
  const until = Date.now() + drainMsMax
  const countOpen = () => app.db.asSystem((tx) => tx.$count(replies, isNotNull(replies.dueAt)))
  while ((await countOpen()) > 0 && Date.now() < until) await systemClock.sleep(250)
}

/** Holds what the product says against what the network knows. */
async function judge() {
  const posts = Object.values(networks).flatMap((network) => network.posts)
  const rows = await app.db.asSystem((tx) => tx.select().from(replies))
  const wrongs: string[] = []
  const figures: Record<string, number> = { replies: rows.length, posts: posts.length, twice: 0, lost: 0 }
  for (const row of rows) {
    const stands = posts.filter((post) => post.key === row.id)
    const ending = [row.state, row.problem?.kind].filter(Boolean).join(' ')
    figures[ending] = (figures[ending] ?? 0) + 1
    const isSaidAbsent = row.state === 'refused' || surelyNotPosted.has(row.problem?.kind ?? '')
    const isAtEnd = ['sent', 'refused', 'needs_person'].includes(row.state) && row.dueAt === null
    const isLost = !isAtEnd || (row.state === 'sent' && stands.length === 0) || (isSaidAbsent && stands.length > 0)
    if (stands.length > 1) figures.twice = (figures.twice ?? 0) + 1
    if (isLost) figures.lost = (figures.lost ?? 0) + 1
    const isAsAnother = stands.some((post) => `as ${post.account}` !== row.text)
    if (stands.length > 1 || isLost || isAsAnother) {
      wrongs.push(`${row.id} is ${row.state} (${row.problem?.kind}), and stands ${stands.length} times`)
    }
  }
  return { wrongs, figures }
}
