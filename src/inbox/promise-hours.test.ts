import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, hour, minute } from '#base/clock.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { goRound } from './run-promises.ts'

const weekday = [{ from: '09:00', to: '17:00' }]
const office: OpeningHours = {
  timeZone: 'Europe/Amsterdam',
  week: [weekday, weekday, weekday, weekday, weekday, [], []],
  holidays: null,
  closedDays: [],
  openDays: [],
  isUrgentNeverStopped: true,
}
const halfAnHour = { '0': 30, '1': 30, '2': 30, '3': 30 }
const question = 'Hoe laat gaat de balie van Zilvermeeuw open?'
const alarm = 'Er is brand aan boord bij Zilvermeeuw, mensen zijn gewond!'

/** A house on a Friday, at 16:45 in Amsterdam. */
async function friday() {
  const app = await testApp({
    connectors: [scriptedNetwork().connector],
    clock: openFakeClock('2026-12-04T15:45:00.000Z'),
  })
  const house = await intakeHouse(app)
  await changeWorkspace(house.ctx, { promiseMinutes: halfAnHour, openingHours: office })
  const due = async (text: string) => (await house.saying(text)).dueAt?.toISOString()
  return { app, house, due }
}

test('a promise of thirty minutes, heard on Friday at 16:45, falls on Monday at 09:15', async () => {
  const { house, due } = await friday()
  await house.hear({ text: question })
  assert.equal((await house.saying(question)).urgency < 3, true)
  assert.equal(await due(question), '2026-12-07T08:15:00.000Z')
  assert.equal((await house.saying(question)).promisedMinutes, 30)
})

test('what is most urgent is not stopped by closing time, unless the workspace wants it', async () => {
  const { app, house, due } = await friday()
  await house.hear({ text: alarm })
  assert.equal((await house.saying(alarm)).urgency, 3)
  assert.equal(await due(alarm), '2026-12-04T16:15:00.000Z')
  await changeWorkspace(house.ctx, { openingHours: { ...office, isUrgentNeverStopped: false } })
  app.clock.advance(2 * minute)
  const again = 'Zilvermeeuw: opnieuw brand aan boord, er zijn mensen gewond!'
  await house.hear({ text: again })
  assert.equal((await house.saying(again)).urgency, 3)
  assert.equal(await due(again), '2026-12-07T08:17:00.000Z')
})

test('the earliest of several stays: a question never pushes an alarm back', async () => {
  const { house, due } = await friday()
  await house.hear({ text: alarm, nativeId: 'first', rootId: 'first' })
  await house.hear({ text: question, nativeId: 'second', rootId: 'first' })
  assert.equal(await due(question), '2026-12-04T16:15:00.000Z')
})

test('whoever comes back after it was done gets a promise in open time', async () => {
  const { app, house, due } = await friday()
  await house.hear({ text: question, nativeId: 'first', rootId: 'first' })
  await closeAnyhow(house.ctx, { id: (await house.saying(question)).id })
  app.clock.advance(day + hour)
  const again = 'En op zondag, Zilvermeeuw?'
  await house.hear({ text: again, nativeId: 'second', rootId: 'first' })
  assert.equal((await house.saying(again)).state, 'open')
  assert.equal(await due(again), '2026-12-07T08:30:00.000Z')
})

test('a change counts for what is heard from then on, and for what is open as soon as the clocks go round; null is day and night', async () => {
  const { app, house, due } = await friday()
  await house.hear({ text: question })
  await changeWorkspace(house.ctx, { openingHours: null })
  app.clock.advance(2 * minute)
  const later = 'Vliegt Zilvermeeuw morgen naar Faro?'
  await house.hear({ text: later })
  assert.equal(await due(question), '2026-12-07T08:15:00.000Z')
  assert.equal(await due(later), '2026-12-04T16:17:00.000Z')
  await goRound(app)
  assert.equal(await due(question), '2026-12-04T16:15:00.000Z')
})

test('where somebody is there too seldom to keep it, nothing is promised', async () => {
  const { house } = await friday()
  const seldom = { ...office, week: [[{ from: '09:00', to: '09:01' }], [], [], [], [], [], []] }
  await changeWorkspace(house.ctx, {
    openingHours: seldom,
    promiseMinutes: { ...halfAnHour, '1': 480, '2': 480, '0': 480 },
  })
  await house.hear({ text: question })
  const { dueAt, promisedMinutes } = await house.saying(question)
  assert.deepEqual([dueAt, promisedMinutes], [null, null])
})
