import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { second, systemClock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { notices } from '#db/tables/notify.ts'
import { promiseClocks, promiseFirings } from '#db/tables/promises.ts'
import { audit } from '#db/tables/team.ts'
import { fastClock } from '#testing/fast-clock.ts'
import { promiseAction, promiseHouse, promiseRule } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { killNow, kills, seed, startChild } from './killable.ts'
import type { PromiseTask } from './promise-child.ts'

const messagesAKill = 12
const drainMsMax = 60 * second
/** A minute passes in a third of a second; the database and the kills are as they are. */
const clockTask = { speed: 180, originMs: Date.now() }
const random = seededRandom(seed)
const clock = { ...fastClock(clockTask), advance: () => undefined, sleptMs: () => 0 }
const app = await testApp({ connectors: [scriptedNetwork().connector], clock })
const task: PromiseTask = { databaseUrl: app.databaseUrl, clock: clockTask }

const actions = [
  promiseAction({ when: { kind: 'before', minutes: 3 }, does: { kind: 'notify', to: 'leads' } }),
  promiseAction({ when: { kind: 'share', percent: 20 }, does: { kind: 'raise' } }),
  promiseAction({ does: { kind: 'notify', to: 'leads' } }),
]
const rule = promiseRule({ minutes: { first: 6, next: null, resolution: null }, actions })

test(`${kills} times kill -9 in the middle of the clocks: no deadline lost, and everything done once`, async (t) => {
  const house = await promiseHouse(app, [rule])
  let child = await startChild('promise-child.ts', task)
  after(() => killNow(child))
  for (let count = 0; count < kills; count += 1) {
    // The next one looks at the same clocks while this one is killed.
    const next = startChild('promise-child.ts', task)
    const texts = Array.from({ length: messagesAKill }, (_, at) => `Zilvermeeuw, waar is koffer ${count * 100 + at}?`)
    await house.hear(...texts.map((text) => ({ text, nativeId: newId() })))
    // Rules that change meanwhile move every clock that still runs: the times are the same, their version is not.
    if (random.chance(0.5)) await house.setRules([rule])
    await systemClock.sleep(random.below(1_500))
    await killNow(child)
    child = await next
  }
  await drain()
  const said = await judge()
  t.diagnostic(JSON.stringify({ seed, kills, ...said }))
  const { clocks } = said
  assert.equal(clocks, kills * messagesAKill)
  assert.deepEqual(said, {
    clocks,
    broken: clocks,
    onRecord: clocks,
    firings: 3 * clocks,
    notices: 2 * clocks,
    raises: clocks,
  })
})

const isFirst = and(eq(promiseClocks.kind, 'first'), isNotNull(promiseClocks.dueAt))

async function drain(): Promise<void> {
  const until = Date.now() + drainMsMax
  const left = () => app.db.asSystem((tx) => tx.$count(promiseClocks, and(isFirst, isNull(promiseClocks.brokenAt))))
  while ((await left()) > 0 && Date.now() < until) await systemClock.sleep(100)
}

async function judge() {
  return app.db.asSystem(async (tx) => ({
    clocks: await tx.$count(promiseClocks, isFirst),
    broken: await tx.$count(promiseClocks, and(isFirst, isNotNull(promiseClocks.brokenAt))),
    onRecord: await tx.$count(audit, eq(audit.action, 'promise.break')),
    firings: await tx.$count(promiseFirings),
    notices: await tx.$count(notices),
    raises: (await tx.select().from(audit).where(eq(audit.action, 'promise.act'))).filter(
      ({ details }) => details.does === 'raise',
    ).length,
  }))
}
