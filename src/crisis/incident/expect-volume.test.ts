// A room that was opened by hand knows what is usual of its searches: here by day twelve an hour, by night two.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { day, hour, minute } from '#base/clock.ts'
import { addExpectedPeak } from '#crisis/alerts/expect-peak.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { alertHouse, type Said } from '#testing/alert-house.ts'
import { incidentAsked } from '#testing/asked-examples.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { changeIncident } from './change-incident.ts'
import { type NewIncident, openIncident } from './open-incident.ts'
import { readIncident } from './read-incident.ts'

const app = await testApp({
  connectors: [scriptedNetwork().connector],
  clock: openFakeClock('2026-11-24T12:30:00.000Z'),
})
const [byDay, byNight] = [12, 2]
const perHour = (at: number) => {
  const of = new Date(at).getUTCHours()
  return of >= 9 && of < 18 ? byDay : byNight
}

/** So many in each hour from one moment to another. */
function said({ from, until }: { from: number; until: number }, count: (at: number) => number): Said[] {
  const hours = Array.from({ length: Math.floor((until - from) / hour) }, (_, at) => from + at * hour)
  return hours.flatMap((at) =>
    Array.from({ length: count(at) }, (_, one) => ({ at: new Date(at + one * minute), isGrave: false })),
  )
}

async function house({ days }: { days: number }) {
  const here = await alertHouse(app)
  const noon = Math.floor(app.clock.now().getTime() / hour) * hour
  await here.tell(said({ from: noon - days * day, until: noon }, perHour))
  const open = async (given: Partial<NewIncident> = {}) =>
    (await openIncident(here.ctx, { ...incidentAsked, topicIds: [here.topic.id], ...given })).id
  const volume = async (id: string) => {
    const read = await readIncident(here.ctx, id)
    assert.equal(read.volume.length, 48)
    return read.volume
  }
  /** The hour that began so long before this noon. */
  const hourAt = async (id: string, ago: number) =>
    (await volume(id)).find((one) => one.hour.getTime() === noon - ago * hour)?.expected
  return { ...here, noon, open, volume, hourAt }
}

test('each hour is held against what is usual in it, and the storm is above the band and no part of it', async () => {
  const { noon, tell, open, hourAt } = await house({ days: 21 })
  await tell(said({ from: noon - 3 * hour, until: noon }, () => 50))
  const id = await open()
  const [calm, night, storm] = [await hourAt(id, 26), await hourAt(id, 8), await hourAt(id, 2)]
  assert.ok(calm && night && storm)
  assert.deepEqual([calm.heard, night.heard, storm.heard], [byDay, byNight, byDay + 50])
  for (const [one, usual] of [
    [calm, byDay],
    [night, byNight],
    [storm, byDay],
  ] as const) {
    assert.ok(Math.abs(one.middle - usual) < usual / 4, `${one.middle} is about ${usual}`)
    assert.ok(one.low <= usual && usual <= one.high)
  }
  assert.ok(storm.heard > storm.high)
  assert.ok(calm.high < byDay * 2.5 && night.high < byDay, 'a band that everything fits in would say nothing')
})

test('the hour that is not over is held against its part', async () => {
  const { open, hourAt } = await house({ days: 21 })
  const id = await open()
  const [now, before] = [await hourAt(id, 0), await hourAt(id, 1)]
  assert.ok(now && before)
  assert.ok(Math.abs(now.middle - before.middle / 2) < 1, `${now.middle} is half of ${before.middle}`)
})

test('a storm that lasts does not become usual in its own room', async () => {
  const { noon, tell, open, hourAt } = await house({ days: 21 })
  const id = await open()
  const before = await hourAt(id, 2)
  await tell(said({ from: noon + 5 * day, until: noon + 7 * day }, () => 40))
  app.clock.advance(7 * day)
  const after = await hourAt(id, 2 - 7 * 24)
  assert.ok(before && after)
  assert.equal(after.heard, 40)
  assert.deepEqual([after.low, after.middle, after.high], [before.low, before.middle, before.high])
})

test('a peak that was entered for its search is expected in the room too', async () => {
  const { ctx, noon, topic, open, hourAt } = await house({ days: 21 })
  const plain = await hourAt(await open(), 3)
  const [startsAt = '', endsAt = ''] = [4, 2].map((ago) => new Date(noon - ago * hour).toISOString())
  await addExpectedPeak(ctx, { name: 'Uitverkoop', startsAt, endsAt, topicIds: [topic.id], times: 4 })
  const [inIt, besides] = [await hourAt(await open(), 3), await hourAt(await open(), 2)]
  assert.ok(plain && inIt && besides)
  assert.ok(inIt.middle > plain.middle * 3.5, `${inIt.middle} is four times ${plain.middle}`)
  assert.ok(besides.middle < plain.middle * 1.5)
})

test('several searches are one: what two of them found counts once, and what none found does not', async () => {
  const { ctx, noon, topic, tell, open, hourAt } = await house({ days: 21 })
  const other = await createTopic(ctx, {
    ...{ name: 'Koffers', query: 'koffers', departmentId: null },
    ...{ purpose: 'customer_care', legalBasis: 'legitimate_interest' },
  })
  await tell(
    said({ from: noon - 21 * day, until: noon }, () => 5),
    { topicId: other.id },
  )
  await tell(
    said({ from: noon - 21 * day, until: noon }, () => 9),
    { topicId: null },
  )
  await app.db.asSystem((tx) =>
    tx.execute(sql`insert into mention_topics (workspace_id, mention_id, topic_id)
      select workspace_id, mention_id, ${topic.id} from mention_topics where topic_id = ${other.id}`),
  )
  const id = await open({ topicIds: [topic.id, other.id] })
  const calm = await hourAt(id, 26)
  assert.ok(calm)
  assert.equal(calm.heard, byDay + 5)
  assert.ok(Math.abs(calm.middle - calm.heard) < 5)
})

test('of what was put in by hand, and of what is known for less than a day, nothing usual is known', async () => {
  const { open, volume } = await house({ days: 0.75 })
  const young = await open()
  assert.deepEqual(new Set((await volume(young)).map(({ expected }) => expected)), new Set([null]))
  const known = await house({ days: 3 })
  const { rows } = await app.db.pool.query<{ id: string }>(
    'select id from conversations where workspace_id = $1 order by latest_at desc limit 1',
    [known.ctx.workspaceId],
  )
  const byHand = await known.open({ topicIds: [], conversationIds: rows.map(({ id }) => id) })
  const heard = await known.volume(byHand)
  assert.equal(
    heard.reduce((sum, { count }) => sum + count, 0),
    1,
  )
  assert.ok(heard.every(({ expected }) => expected === null))
  await changeIncident(known.ctx, { id: byHand, basedOn: 1, topicIds: [known.topic.id] })
  assert.ok((await known.volume(byHand)).every(({ expected }) => expected !== null))
})
