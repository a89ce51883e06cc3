// Eight weeks are read in pieces: they give what one reading would, and a stop waits for one of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { day, hour } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { conversations, stories } from '#db/tables/inbox.ts'
import { alertHouse, type Said } from '#testing/alert-house.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { readPast } from './learn-usual.ts'
import { readLoudestStory, readSeries, scopeKey } from './read-series.ts'

const startMs = Date.parse('2026-11-16T00:00:00.000Z')
const days = 10

/** Twelve people who write again within the day, and after it, also over the borders of pieces. */
async function tenDays() {
  const clock = openFakeClock(new Date(startMs + days * day).toISOString())
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock })
  const here = await alertHouse(app)
  const random = seededRandom(5)
  const said: Said[] = Array.from({ length: 400 }, () => ({
    ...{ at: new Date(startMs + random.below(days * day)), isGrave: random.chance(0.3) },
    person: `person-${random.below(12)}`,
  }))
  await here.tell(said)
  const storyId = newId()
  await app.db.inWorkspace(here.ctx.workspaceId, async (tx) => {
    await tx.insert(stories).values({ id: storyId, workspaceId: here.ctx.workspaceId })
    await tx
      .update(conversations)
      .set({ storyId })
      .where(eq(sql`${conversations.number} % 3`, 0))
  })
  return { app, workspaceId: here.ctx.workspaceId }
}

test('pieces are what one reading would be', async () => {
  const { app, workspaceId } = await tenDays()
  const [from, until] = [startMs / hour, startMs / hour + days * 24]
  const series = { workspaceId, from: new Date(startMs), until: new Date(startMs + days * day), binMinutes: 60 }
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const whole = await readSeries(tx, { ...series, kinds: ['whole', 'topic', 'source'] })
    const stories = await readLoudestStory(tx, series)
    const loudest = stories.map((one) => ({ ...one, kind: 'story' as const, subjectId: workspaceId }))
    assert.ok(whole.length > 100 && loudest.length > 20, 'there is something to compare')
    assert.deepEqual(await readPast(tx, { workspaceId, from, until }), Map.groupBy([...whole, ...loudest], scopeKey))
  })
})

test('a stop waits for the piece that is being read, and no other', async () => {
  const { app, workspaceId } = await tenDays()
  const stop = new AbortController()
  let asked = 0
  const past = { workspaceId, from: startMs / hour, until: startMs / hour + days * 24, signal: stop.signal }
  await app.db.inWorkspace(workspaceId, async (tx) => {
    const stopping = new Proxy(tx, {
      get: (of: Tx, key) => {
        if (key === 'execute') {
          asked += 1
          stop.abort()
        }
        const value = Reflect.get(of, key)
        return typeof value === 'function' ? value.bind(of) : value
      },
    })
    await assert.rejects(readPast(stopping, past), { name: 'AbortError' })
  })
  assert.equal(asked, 2, 'one piece asks for stories and for the rest')
})
