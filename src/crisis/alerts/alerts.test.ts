import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { hour, minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { openIncident } from '#crisis/incident/open-incident.ts'
import { alertScopes } from '#db/tables/alerts.ts'
import { sources } from '#db/tables/listen.ts'
import { workspaces } from '#db/tables/team.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { alertHouse } from '#testing/alert-house.ts'
import { incidentAsked, workdays } from '#testing/asked-examples.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { placesHolding } from '#testing/places-holding.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { changeAlertSettings } from './change-settings.ts'
import { addExpectedPeak, removeExpectedPeak } from './expect-peak.ts'
import { forgetInAlerts } from './forget-in-alerts.ts'
import { refuseAlert, seeAlert } from './judge-alert.ts'
import { readAlert } from './read-alert.ts'

const app = await testApp({
  connectors: [scriptedNetwork().connector],
  clock: openFakeClock('2026-11-24T12:00:00.000Z'),
})
const refuses = (code: string) => (error: unknown) => error instanceof AppError && error.code === code
const blow = { people: 12, grave: true, within: 20 * minute }

/** Two weeks of sixty a day, and nothing unusual at noon. */
async function house(given: Parameters<typeof alertHouse>[1] = { noor: 'owner', lee: 'lead', tess: 'member' }) {
  const here = await alertHouse(app, given)
  await here.calm({ days: 14, perDay: 60 })
  await here.lookFor(1)
  assert.deepEqual(await here.open(), [])
  return here
}

test('a blow is told once, to those who lead, and stands with its figures', async () => {
  const { ctx, say, lookFor, open, told, member, topic } = await house()
  await say({ ...blow, followers: 400 })
  await lookFor(1)
  await lookFor(3)
  const [alert, ...others] = await open()
  assert.ok(alert && others.length === 0)
  assert.equal(alert.seen.people >= 12, true)
  assert.match(alert.why.nl, /mensen schreven iets ernstigs in (15|30) minuten/u)
  assert.deepEqual(
    alert.scopes.map(({ kind, isStill }) => [kind, isStill]),
    [['whole', true]],
  )
  const notices = (await told()).map(({ kind, memberId }) => [kind, memberId])
  assert.deepEqual(new Set(notices.map(([, memberId]) => memberId)), new Set([member('noor').id, member('lee').id]))
  assert.equal(new Set(notices.map(String)).size, notices.length, 'each once')
  const whole = await readAlert(ctx, alert.id)
  assert.equal(whole.severityNow.parts.length, 4)
  assert.equal(whole.severityNow.parts.find(({ part }) => part === 'reach')?.figure, 12 * 400)
  assert.equal(whole.forecast.length, 3)
  assert.ok(whole.forecast.every(({ low, middle, high }) => low <= middle && middle <= high))
  const worst = whole.course.toSorted((one, other) => other.people - one.people)[0]
  assert.ok(worst && worst.people > worst.high && worst.expected < worst.high, 'the picture shows it above the band')
  assert.equal(whole.messages.length, 12)
  assert.deepEqual(whole.topics, [{ id: topic.id, name: topic.name }])
})

test('it goes on while it lasts, is over after the cool-down, and is not told anew', async () => {
  const { say, lookFor, read, told } = await house()
  await say(blow)
  await lookFor(1)
  await say({ people: 4, grave: true, within: 20 * minute })
  await lookFor(2)
  const [before] = (await read()).open
  await lookFor(12)
  assert.equal((await read()).open.length, 1, 'the last two hours still remember it')
  await lookFor(60)
  const { open, recent } = await read()
  assert.equal(open.length, 0)
  assert.deepEqual(
    recent.map(({ id, state }) => [id, state]),
    [[before?.id, 'over']],
  )
  assert.ok(recent[0]?.endedAt)
  assert.equal((await told()).filter(({ kind }) => kind !== 'alert_grave').length <= 2, true, 'two who lead, once each')
})

test('whoever starts again goes on where it stood', async () => {
  const { say, lookFor, open, restart, told } = await house()
  await say(blow)
  await lookFor(1)
  const [before] = await open()
  const notices = (await told()).length
  restart()
  await app.clock.advance(25 * minute)
  await lookFor(3)
  const [after, ...others] = await open()
  assert.equal(after?.id, before?.id)
  assert.deepEqual(others, [])
  assert.equal((await told()).length, notices)
})

test('two processes that look at once look once', async () => {
  const { say, look, open } = await house()
  await say(blow)
  app.clock.advance(5 * minute)
  const looked = await Promise.all([look(), look(), look()])
  assert.deepEqual(looked.filter(Boolean), [true])
  assert.equal((await open()).length, 1)
})

test('a campaign that works is no alarm, nor is one angry person who writes twenty times', async () => {
  const { say, tell, lookFor, open } = await house()
  await say({ people: 60, grave: false, within: 2 * hour })
  await say({ people: 12, grave: true, within: 2 * hour })
  await lookFor(1)
  assert.deepEqual(await open(), [], 'sixty of seventy-two are not grave')
  const now = app.clock.now().getTime()
  await tell(Array.from({ length: 20 }, (_, at) => ({ at: new Date(now - at * minute), isGrave: true, person: 'bob' })))
  await lookFor(1)
  assert.deepEqual(await open(), [])
})

test('a peak that was entered is no alarm, unless it is far larger still; and once removed it is one', async () => {
  const { ctx, say, lookFor, open } = await house()
  const now = app.clock.now().getTime()
  const hours = { startsAt: new Date(now - hour).toISOString(), endsAt: new Date(now + 3 * hour).toISOString() }
  const id = await addExpectedPeak(ctx, { name: 'Storing aangekondigd', ...hours, topicIds: [], times: 20 })
  await say(blow)
  await lookFor(1)
  assert.deepEqual(await open(), [])
  await removeExpectedPeak(ctx, id)
  await lookFor(1)
  assert.equal((await open()).length, 1)
  const other = await house()
  await addExpectedPeak(other.ctx, { name: 'Actie', ...hours, topicIds: [], times: null })
  await other.say({ ...blow, people: 90 })
  await other.lookFor(1)
  assert.equal((await other.open()).length, 1, 'ninety where five times the usual was expected')
})

test('of a source and of a search with the same people it is one alert, and the widest gives it', async () => {
  const here = await house()
  const { ctx, say, lookFor, open, topic } = here
  const other = await createTopic(ctx, {
    name: 'Koffers',
    query: 'koffers',
    departmentId: null,
    purpose: 'customer_care',
    legalBasis: 'legitimate_interest',
  })
  await here.calm({ days: 14, perDay: 4, seed: 9 }, { topicId: other.id })
  here.restart()
  await say({ ...blow, people: 16 }, { topicId: other.id })
  await lookFor(2)
  const [alert, ...more] = await open()
  assert.deepEqual(more, [])
  const places = alert?.scopes.map(({ kind, name }) => [kind, name])
  assert.deepEqual(places, [
    ['whole', null],
    ['topic', 'Koffers'],
  ])
  const { holds, topics } = await readAlert(ctx, alert?.id ?? '')
  assert.deepEqual(holds[0], {
    kind: 'topic',
    id: other.id,
    name: 'Koffers',
    people: 16 + (holds[0]?.people ?? 0) - 16,
  })
  assert.equal(topics[0]?.id, other.id)
  assert.notEqual(topics[0]?.id, topic.id)
})

test('what is said of the market alone is not said of us', async () => {
  const { ctx, say, lookFor, open } = await house()
  const market = await createTopic(ctx, {
    name: 'Concurrent',
    query: 'concurrent',
    departmentId: null,
    purpose: 'market',
    legalBasis: 'legitimate_interest',
  })
  await say(blow, { topicId: market.id })
  await lookFor(1)
  assert.deepEqual(await open(), [])
})

test('a shop with three a day is told of eight, and one with three days behind it is not told of two', async () => {
  const shop = await alertHouse(app)
  await shop.calm({ days: 56, perDay: 3 })
  await shop.say({ people: 2, grave: true, within: hour })
  await shop.lookFor(1)
  assert.deepEqual(await shop.open(), [])
  await shop.say({ people: 8, grave: true, within: hour })
  await shop.lookFor(1)
  assert.equal((await shop.open()).length, 1)
  const young = await alertHouse(app)
  await young.calm({ days: 3, perDay: 60 })
  await young.say({ people: 2, grave: true, within: hour })
  await young.lookFor(12)
  assert.deepEqual(await young.open(), [])
  await young.say({ ...blow, people: 20 })
  await young.lookFor(1)
  assert.equal((await young.open()).length, 1)
})

test('on its first day nothing is unusual: nobody knows what is usual', async () => {
  const { say, lookFor, open } = await alertHouse(app)
  await say(blow)
  await lookFor(2)
  assert.deepEqual(await open(), [])
})

test('a public holiday is a Sunday', async () => {
  const openingHours = { ...workdays, timeZone: 'Europe/Amsterdam', holidays: { country: 'NL', region: null } }
  const { weekSlots } = await import('./week-slots.ts')
  const at = (date: string) => weekSlots(openingHours)(Date.parse(`${date}:00:00Z`) / hour)
  assert.equal(at('2026-12-25T11'), 6 * 24 + 12, 'Christmas is a Friday')
  assert.equal(at('2026-12-24T11'), 3 * 24 + 12)
  const closed = weekSlots({ ...openingHours, closedDays: ['2026-12-24'] })
  assert.equal(closed(Date.parse('2026-12-24T11:00:00Z') / hour), 6 * 24 + 12)
  const opened = weekSlots({
    ...openingHours,
    openDays: [{ date: '2026-12-25', ranges: [{ from: '09:00', to: '17:00' }] }],
  })
  assert.equal(opened(Date.parse('2026-12-25T11:00:00Z') / hour), 4 * 24 + 12)
})

test('a day that is closed is held against what is usual on a Sunday', async () => {
  const clock = openFakeClock('2026-11-24T12:00:00.000Z')
  const { workspaceId, tell, lookFor, open } = await alertHouse({ ...app, clock })
  // On working days ten write in an hour, else one; a fifth of it is grave, and today half of it.
  const now = clock.now().getTime()
  const said = Array.from({ length: 4 * 7 * 24 }, (_, back) => now - (back + 1) * hour).flatMap((at) => {
    const [weekday, ofDay] = [new Date(at).getUTCDay(), new Date(at).getUTCHours()]
    const people = weekday > 0 && weekday < 6 && ofDay >= 9 && ofDay < 18 ? 10 : 1
    const each = now - at <= 3 * hour ? 2 : 5
    return Array.from({ length: people }, (_, of) => ({
      at: new Date(at + of * 6 * minute),
      isGrave: people > 1 ? of % each === 0 : ofDay % 5 === 0,
    }))
  })
  await tell(said)
  await lookFor(1)
  assert.deepEqual(await open(), [], 'two and a half times as many on a Tuesday')
  const hours = { ...workdays, timeZone: 'UTC', holidays: null, closedDays: ['2026-11-24'], openDays: [] }
  await app.db.asSystem((tx) =>
    tx.update(workspaces).set({ openingHours: hours }).where(eq(workspaces.id, workspaceId)),
  )
  await lookFor(1)
  assert.equal((await open()).length, 1, 'as many on a day that is closed')
})

test('a false alarm is closed at once, is not told again, and its hours are learned from', async () => {
  const { ctx, as, say, lookFor, read } = await house()
  await say(blow)
  await lookFor(1)
  const id = present((await read()).open[0], 'told').id
  await seeAlert(as('tess'), id)
  await seeAlert(as('lee'), id)
  await refuseAlert(as('tess'), { id, reason: 'expected', note: 'Proef van de storingsdienst' })
  await assert.rejects(refuseAlert(ctx, { id, reason: 'other', note: '' }), refuses('taken'))
  await lookFor(2)
  const { open, recent } = await read()
  assert.deepEqual(open, [])
  assert.equal(recent[0]?.seenBy?.name, 'tess')
  assert.deepEqual([recent[0]?.falseAlarm?.reason, recent[0]?.falseAlarm?.by?.name], ['expected', 'tess'])
})

test('an incident that was opened from it stands with it, for those who may enter', async () => {
  const { ctx, as, say, lookFor, read, workspaceId } = await house()
  await say(blow)
  await lookFor(1)
  const alertId = present((await read()).open[0], 'told').id
  const { number } = await openIncident(ctx, { ...incidentAsked, isPrivate: true, alertId })
  assert.equal((await read()).open[0]?.incident?.key, `INC-${number}`)
  const { readAlerts } = await import('./read-alerts.ts')
  assert.equal((await readAlerts(as('tess'))).open[0]?.incident, null)
  assert.ok(workspaceId)
})

test('a source that does not answer is told of once, and what went quiet meanwhile is not called over', async () => {
  const { sourceId, say, lookFor, read, told } = await house()
  await say(blow)
  await lookFor(1)
  const since = app.clock.now().toISOString()
  const failure = { kind: 'retry' as const, why: { en: 'It is away.', nl: 'Hij is weg.' }, since }
  await app.db.asSystem((tx) => tx.update(sources).set({ failure }).where(eq(sources.id, sourceId)))
  await lookFor(1)
  assert.equal((await told()).filter(({ kind }) => kind === 'listening_deaf').length, 0, 'a hiccup calls nobody')
  await lookFor(59)
  const deaf = await read()
  assert.equal(deaf.open[0]?.isDeaf, true)
  assert.deepEqual(
    deaf.listening.sources.map(({ id }) => id),
    [sourceId],
  )
  assert.equal((await told()).filter(({ kind }) => kind === 'listening_deaf').length, 2, 'two who lead, once each')
  await app.db.asSystem((tx) => tx.update(sources).set({ failure: null }).where(eq(sources.id, sourceId)))
  await lookFor(1)
  const heard = await read()
  assert.deepEqual([heard.open.length, heard.recent.length, heard.listening.isDeaf], [0, 1, false])
})

test('while it is off nobody looks; who wants to be calm is told of less', async () => {
  const { ctx, say, look, lookFor, open } = await house()
  await changeAlertSettings(ctx, { isOn: false })
  await say(blow)
  app.clock.advance(5 * minute)
  assert.equal(await look(), false)
  await changeAlertSettings(ctx, { isOn: true })
  await lookFor(1)
  assert.equal((await open()).length, 1)
  const [calm, watchful] = [await house(), await house()]
  await changeAlertSettings(calm.ctx, { sensitivity: 'calm' })
  await changeAlertSettings(watchful.ctx, { sensitivity: 'watchful' })
  for (const one of [calm, watchful]) await one.say({ people: 5, grave: true, within: 20 * minute })
  for (const one of [calm, watchful]) await one.lookFor(1)
  assert.deepEqual([(await calm.open()).length, (await watchful.open()).length], [0, 1])
})

test('two workspaces know nothing of each other', async () => {
  const [one, other] = [await house(), await house()]
  await one.say(blow)
  await one.lookFor(1)
  await other.lookFor(1)
  const id = present((await one.open())[0], 'told').id
  assert.deepEqual(await other.open(), [])
  await assert.rejects(readAlert(other.ctx, id), refuses('not_found'))
  await assert.rejects(seeAlert(other.ctx, id), refuses('not_found'))
  const rows = await app.db.inWorkspace(other.workspaceId, (tx) => tx.select().from(alertScopes))
  assert.deepEqual(rows, [])
})

test('of somebody who is erased no name stays in what colleagues wrote of alerts and peaks', async () => {
  const { ctx, workspaceId, as, say, lookFor, read } = await house()
  await say(blow)
  await lookFor(1)
  const id = present((await read()).open[0], 'told').id
  await refuseAlert(as('tess'), { id, reason: 'one_group', note: 'Vrienden van Quirinezx' })
  const now = app.clock.now().getTime()
  const hours = { startsAt: new Date(now).toISOString(), endsAt: new Date(now + hour).toISOString() }
  await addExpectedPeak(ctx, { name: 'Quirinezx is op televisie', ...hours, topicIds: [], times: null })
  const places = () => placesHolding(app.db.pool, { workspaceId, needle: 'quirinezx' })
  assert.equal((await places()).length, 2)
  await app.db.inWorkspace(workspaceId, (tx) => forgetInAlerts(tx, { workspaceId, names: ['Quirinezx'] }))
  assert.deepEqual(await places(), [])
})
