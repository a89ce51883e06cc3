import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { openIncident } from '#crisis/incident/open-incident.ts'
import { readTimeline } from '#crisis/incident/read-timeline.ts'
import { incidents } from '#db/tables/crisis.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { alertHouse } from '#testing/alert-house.ts'
import { incidentAsked } from '#testing/asked-examples.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { refuseAlert, seeAlert } from './judge-alert.ts'
import { readAlert } from './read-alert.ts'

const app = await testApp({
  connectors: [scriptedNetwork().connector],
  clock: openFakeClock('2026-11-24T12:00:00.000Z'),
})
const blow = { people: 12, grave: true, within: 20 * minute }
const halfADay = 144

/** Two weeks of sixty a day, and a blow that was over some hours ago. */
async function overHouse() {
  const here = await alertHouse(app, { noor: 'owner', lee: 'lead', tess: 'member' })
  await here.calm({ days: 14, perDay: 60 })
  await here.say({ ...blow, people: 30 })
  await here.lookFor(1)
  const [first] = await here.open()
  await here.lookFor(60)
  assert.deepEqual(await here.open(), [], 'it is over')
  return { ...here, first: present(first, 'told') }
}

test('what flares up again within hours is the same alert: it is told once more, and nobody looks at it yet', async () => {
  const { ctx, as, say, lookFor, open, read, told, first, workspaceId } = await overHouse()
  await seeAlert(as('lee'), first.id)
  const overAt = present((await read()).recent[0]?.endedAt, 'over')
  await say({ ...blow, people: 7, followers: 3 })
  await lookFor(1)
  const at = app.clock.now()
  const [again, ...others] = await open()
  assert.deepEqual([again?.id, others], [first.id, []])
  assert.deepEqual(again?.again, [{ overAt: overAt.toISOString(), at: at.toISOString() }])
  assert.deepEqual([again?.raisedAt, again?.beganAt, again?.endedAt], [first.raisedAt, first.beganAt, null])
  assert.equal(again?.seenBy, null)
  assert.ok((again?.seen.people ?? 0) < first.seen.people, 'the figures are those of now')
  assert.ok((again?.worstSeverity ?? 0) >= first.severity, 'and how bad it was stays')
  const { course } = await readAlert(ctx, first.id)
  const [then, now] = [first.raisedAt, at].map((end) =>
    Math.max(...course.flatMap((bin) => (nearly(bin.at, end) ? [bin.people] : []))),
  )
  assert.ok(then && now && then > now && now > 3, 'the picture holds both')
  const { rows } = await app.db.pool.query<{ action: string }>(
    `select action from audit where workspace_id = $1 and action like 'alert.%' order by id`,
    [workspaceId],
  )
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['alert.raise', 'alert.end', 'alert.see', 'alert.again'],
  )
  const kinds = (await told()).map(({ kind }) => kind)
  assert.deepEqual(kinds.slice(0, 2), ['alert_grave', 'alert_grave'])
  assert.deepEqual(kinds.slice(2), ['alert_again', 'alert_again'], 'two who lead, once more')
  await say({ ...blow, people: 60, followers: 50_000 })
  await lookFor(1)
  const graver = (await told()).slice(4).map(({ kind }) => kind)
  assert.deepEqual(graver, ['alert_grave', 'alert_grave'], 'that it was grave before does not keep it from calling')
  await lookFor(60)
  assert.equal((await read()).recent.length, 1)
})

const nearly = (bin: string, end: Date) => Math.abs(Date.parse(bin) - end.getTime()) < 40 * minute

test('half a day later it is another alert', async () => {
  const { say, lookFor, open, first } = await overHouse()
  await lookFor(halfADay)
  await say(blow)
  await lookFor(1)
  assert.notEqual(present((await open())[0], 'told').id, first.id)
})

test('about other searches it is another alert', async () => {
  const { ctx, say, lookFor, open, first } = await overHouse()
  const asked = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
  const other = await createTopic(ctx, { ...asked, name: 'Koffers', query: 'koffers' })
  await say(blow, { topicId: other.id })
  await lookFor(1)
  const [about, ...more] = await open()
  assert.ok(about && about.id !== first.id && more.length === 0)
})

test('after its room was closed it is another alert, and while that stands open the same', async () => {
  const here = await overHouse()
  const { id } = await openIncident(here.ctx, { ...incidentAsked, alertId: here.first.id })
  await here.say(blow)
  await here.lookFor(1)
  const [again] = await here.open()
  assert.deepEqual([again?.id, again?.incident?.id], [here.first.id, id])
  const timeline = await readTimeline(here.ctx, id)
  const said = timeline.flatMap(({ action }) => (action.startsWith('alert.') ? [action] : []))
  assert.deepEqual(said, ['alert.again', 'alert.end', 'alert.raise'], 'its room says so by itself')
  const closed = await overHouse()
  const room = await openIncident(closed.ctx, { ...incidentAsked, alertId: closed.first.id })
  await app.db.asSystem((tx) =>
    tx.update(incidents).set({ state: 'closed', closedAt: app.clock.now() }).where(eq(incidents.id, room.id)),
  )
  await closed.say(blow)
  await closed.lookFor(1)
  assert.notEqual(present((await closed.open())[0], 'told').id, closed.first.id)
})

test('what was called no crisis does not come back as it was', async () => {
  const { ctx, say, lookFor, open, first } = await overHouse()
  await refuseAlert(ctx, { id: first.id, reason: 'other', note: '' })
  await say(blow)
  await lookFor(1)
  assert.notEqual(present((await open())[0], 'told').id, first.id)
})
