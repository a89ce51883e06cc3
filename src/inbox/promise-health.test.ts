import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour, minute } from '#base/clock.ts'
import type { Log } from '#base/log.ts'
import { silentLog } from '#base/log.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { promiseHouse } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { beat, promisesStandSince, watchPromises } from './promise-health.ts'
import { goRound, runPromises } from './run-promises.ts'

const start = '2026-11-23T09:00:00.000Z'

async function scene() {
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock: openFakeClock(start) })
  const house = await promiseHouse(app)
  app.clock.advance(hour)
  const shouts: string[] = []
  const log = { ...silentLog, error: (...said: unknown[]) => void shouts.push(String(said[1])) } as Log
  return { app: Object.assign(app, { log }), ...house, shouts }
}

test('a loop that stops is noticed within minutes, and that it goes again too', async () => {
  const { app, shouts } = await scene()
  const over = new AbortController()
  const looping = runPromises(app, over.signal)
  while (app.clock.sleptMs() < minute) await new Promise((resolve) => setImmediate(resolve))
  assert.equal(await watchPromises(app), null)
  over.abort()
  await looping
  const stoppedAt = app.clock.now().getTime()
  app.clock.advance(2 * minute)
  assert.equal(await watchPromises(app), null)
  app.clock.advance(2 * minute)
  const since = await watchPromises(app)
  assert.ok(since && Math.abs(since.getTime() - stoppedAt) <= minute)
  assert.equal(shouts.filter((said) => /dead or stuck/.test(said)).length, 1)
  await goRound(app)
  assert.equal(await promisesStandSince(app), null)
})

test('a loop that goes round and leaves one promise behind is noticed', async () => {
  const { app, says } = await scene()
  await says('Zilvermeeuw, waar is mijn koffer?')
  app.clock.advance(31 * minute)
  await beat(app)
  assert.equal(await promisesStandSince(app), null)
  app.clock.advance(3 * minute)
  await beat(app)
  assert.equal((await promisesStandSince(app))?.toISOString(), '2026-11-23T10:30:00.000Z')
})

test('a house that is new has nothing to shout about', async () => {
  const { app } = await scene()
  assert.equal(await promisesStandSince(app), null)
})

test('what is heard long after its moment is not overdue before somebody could look at it', async () => {
  const { app, says } = await scene()
  await beat(app)
  await says('Zilvermeeuw, mijn koffer ligt nog op Faro', 50)
  assert.equal(await promisesStandSince(app), null)
  app.clock.advance(4 * minute)
  await beat(app)
  assert.equal((await promisesStandSince(app))?.getTime(), app.clock.now().getTime() - 4 * minute)
  await goRound(app)
  assert.equal(await promisesStandSince(app), null)
})
