import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hour, minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { promiseHouse, promiseRule } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { countStale, recounted, recountPromises } from './recount-promises.ts'
import { goRound } from './run-promises.ts'

const start = '2026-11-23T09:00:00.000Z'
const question = 'Zilvermeeuw, waar is mijn koffer?'
const half = promiseRule({ minutes: { first: 30 } })

async function scene(rules = [half]) {
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock: openFakeClock(start) })
  const house = await promiseHouse(app, rules)
  app.clock.advance(hour)
  const due = async () => {
    const row = await house.only()
    return row?.dueAt ? (row.dueAt.getTime() - Date.parse(start)) / minute - 60 : null
  }
  const stale = () => app.db.inWorkspace(house.ctx.workspaceId, (tx) => countStale(tx, house.ctx.workspaceId))
  return { app, ...house, due, stale }
}

test('other rules hold for open conversations too, from what was said then', async () => {
  const { app, says, setRules, due, stale, clocks } = await scene()
  await says(question)
  await setRules([{ ...half, minutes: { first: 60, next: null, resolution: null } }])
  assert.deepEqual([await due(), await stale()], [30, 1])
  await goRound(app)
  assert.deepEqual([await due(), await stale()], [60, 0])
  await setRules([promiseRule({ name: 'Anders', minutes: { first: 90 } })])
  await goRound(app)
  assert.deepEqual([await due(), (await clocks())[0]?.ruleName], [90, 'Anders'])
  await setRules([])
  await goRound(app)
  assert.equal(await due(), null)
})

test('a broken promise stays broken, whatever is promised afterwards, also when nobody looked yet', async () => {
  const { app, says, setRules, due, clocks, lines } = await scene()
  await says(question)
  app.clock.advance(31 * minute)
  await setRules([{ ...half, minutes: { first: 600, next: null, resolution: null } }])
  await recountPromises(app)
  assert.equal(await due(), 30)
  await goRound(app)
  await setRules([])
  await goRound(app)
  const [clock] = await clocks()
  assert.deepEqual([await due(), clock?.brokenAt?.getTime(), clock?.ruleName], [30, clock?.dueAt?.getTime(), 'Storing'])
  assert.equal((await lines('promise.break')).length, 1)
})

test('a new rule breaks nothing by itself: where its end is past, what was promised goes on', async () => {
  const { app, says, setRules, due, lines } = await scene()
  await says(question)
  app.clock.advance(20 * minute)
  await setRules([{ ...half, minutes: { first: 10, next: null, resolution: null } }])
  await goRound(app)
  assert.deepEqual([await due(), (await lines('promise.break')).length], [30, 0])
})

test('hundreds are counted in batches, and a process that dies between two leaves the rest to the next', async () => {
  const { app, hear, setRules, stale, clocks } = await scene()
  const count = 450
  await hear(...Array.from({ length: count }, (_, at) => ({ text: `${question} nummer ${at * 7}`, nativeId: newId() })))
  await setRules([{ ...half, minutes: { first: 45, next: null, resolution: null } }])
  assert.equal(await stale(), count)
  let batches = 0
  const dying = {
    ...app,
    db: {
      ...app.db,
      inWorkspace: (...given: Parameters<typeof app.db.inWorkspace>) => {
        batches += 1
        return batches > 1 ? Promise.reject(new Error('killed')) : app.db.inWorkspace(...given)
      },
    } as typeof app.db,
  }
  await assert.rejects(recountPromises(dying), /killed/)
  const left = await stale()
  assert.ok(left > 0 && left < count, `${left}`)
  await recountPromises(app)
  assert.equal(await stale(), 0)
  const minutes = new Set((await clocks()).filter(({ kind }) => kind === 'first').map((clock) => clock.minutes))
  assert.deepEqual([...minutes], [45])
})

test('counting anew neither mends nor breaks, whatever the rules', () => {
  const times = fc.option(fc.integer({ min: 1, max: 600 }))
  const at = new Date(start)
  fc.assert(
    fc.property(times, times, fc.integer({ min: 0, max: 700 }), fc.boolean(), (was, wanted, passed, isBroken) => {
      const now = new Date(at.getTime() + passed * minute)
      const dueAt = was === null ? null : new Date(at.getTime() + was * minute)
      const isPast = dueAt !== null && dueAt <= now
      const said = {
        at: start,
        heardAt: start,
        urgency: 1 as const,
        departmentIds: [],
        sourceId: null,
        network: 'forum',
      }
      const clock = {
        ...{
          id: 'c',
          workspaceId: 'w',
          conversationId: 'k',
          kind: 'first' as const,
          asked: [{ ...said, topicIds: [] }],
        },
        ...{
          askedAt: at,
          ruleId: null,
          ruleName: null,
          minutes: was,
          countsFrom: at,
          heardAt: at,
          dueAt,
          actAt: dueAt,
        },
        ...{
          brokenAt: isPast && isBroken ? dueAt : null,
          stoppedAt: null,
          stoppedBy: null,
          isRunning: true,
          version: 1,
        },
      }
      const rules = [promiseRule({ minutes: { first: wanted } })]
      const none = { '0': null, '1': null, '2': null, '3': null }
      const after = recounted(clock, { rules, minutes: none, hours: null, version: 2 }, now)
      assert.equal(after.version, 2)
      const isPastAfter = after.dueAt !== null && after.dueAt <= now
      assert.equal(isPastAfter, isPast)
      if (isPast) assert.deepEqual([after.dueAt, after.brokenAt], [clock.dueAt, clock.brokenAt])
    }),
  )
})
