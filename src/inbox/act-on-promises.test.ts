import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour, minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { databaseOn } from '#db/database.ts'
import type { ActionDoes } from '#domain/promise-action.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import { markNoticesRead, readNotices } from '#notify/read-notices.ts'
import { createDepartment } from '#team/change-department.ts'
import { removeMember } from '#team/change-member.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { promiseAction, promiseHouse, promiseRule } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { actOnPromises } from './act-on-promises.ts'
import { claimConversation } from './claim-conversation.ts'
import { goRound } from './run-promises.ts'

const start = '2026-11-23T09:00:00.000Z'
const question = 'Zilvermeeuw, waar is mijn koffer?'

async function scene(rules: readonly PromiseRule[]) {
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock: openFakeClock(start) })
  const house = await promiseHouse(app, rules)
  app.clock.advance(hour)
  const did = async () => (await house.lines('promise.act')).map(({ details }) => details.does)
  return { app, ...house, did }
}

const warned = (does: ActionDoes) => promiseAction({ when: { kind: 'before', minutes: 10 }, does })
const halfway = (does: ActionDoes) => promiseAction({ when: { kind: 'share', percent: 50 }, does })
const broken = (does: ActionDoes) => promiseAction({ does })

test('a warning comes so many minutes before, a part of the time before, and the end at the end; each once', async () => {
  const actions = [
    warned({ kind: 'raise' }),
    halfway({ kind: 'notify', to: 'leads' }),
    broken({ kind: 'notify', to: 'everybody' }),
  ]
  const { app, says, did, lines, notices } = await scene([promiseRule({ actions })])
  await says(question)
  const told = async (minutes: number) => {
    app.clock.advance(minutes * minute)
    await goRound(app)
    await goRound(app)
    return `${await did()} ${(await notices()).length} ${(await lines('promise.break')).length}`
  }
  assert.equal(await told(14), ' 0 0')
  assert.equal(await told(1), 'notify 1 0')
  assert.equal(await told(4), 'notify 1 0')
  assert.equal(await told(1), 'notify,raise 1 0')
  assert.equal(await told(9), 'notify,raise 1 0')
  assert.equal(await told(1), 'notify,raise,notify 3 1')
  assert.equal(await told(600), 'notify,raise,notify 3 1')
})

test('in opening hours a warning comes in opening hours', async () => {
  const actions = [warned({ kind: 'notify', to: 'leads' })]
  const { app, ctx, says, did } = await scene([promiseRule({ actions })])
  const day = [{ from: '09:00', to: '17:00' }]
  const week = [day, day, day, day, day, [], []]
  const rest = { holidays: null, closedDays: [], openDays: [], isUrgentNeverStopped: true }
  await changeWorkspace(ctx, { openingHours: { timeZone: 'Europe/Amsterdam', week, ...rest } })
  app.clock.advance(2 * minute)
  // Monday at 16:55 in Amsterdam: it ends on Tuesday at 9:25, and is warned of at 9:15.
  app.clock.advance(Date.parse('2026-11-23T15:55:00.000Z') - app.clock.now().getTime())
  await says(question)
  app.clock.advance(Date.parse('2026-11-24T08:14:00.000Z') - app.clock.now().getTime())
  await goRound(app)
  assert.deepEqual(await did(), [])
  app.clock.advance(minute)
  await goRound(app)
  assert.deepEqual(await did(), ['notify'])
})

test('two processes at once do everything once', async () => {
  const actions = [warned({ kind: 'raise' }), broken({ kind: 'release' }), broken({ kind: 'notify', to: 'owner' })]
  const { app, ctx, hear, rows, did, lines, notices } = await scene([promiseRule({ actions })])
  const count = 20
  for (let at = 0; at < count; at += 1) await hear({ text: `${question} ${at}`, nativeId: newId() })
  for (const { row } of await rows()) await claimConversation(ctx, { id: row.id, takeOver: false })
  app.clock.advance(hour)
  const other = { ...app, db: databaseOn(app.db.pool), processId: newId() }
  await Promise.all([goRound(app), goRound(other), actOnPromises(app), actOnPromises(other)])
  await Promise.all([goRound(other), goRound(app)])
  const all = await did()
  const figures = ['raise', 'release', 'notify'].map((kind) => all.filter((one) => one === kind).length)
  assert.deepEqual([...figures, (await notices()).length, (await lines('promise.break')).length], Array(5).fill(count))
})

test('it is more urgent by a level, and the sum says why', async () => {
  const { app, says, only } = await scene([promiseRule({ actions: [warned({ kind: 'raise' })] })])
  await says(question)
  const before = await only()
  app.clock.advance(21 * minute)
  await goRound(app)
  const after = await only()
  assert.equal((after?.riskLevel ?? 0) > (before?.riskLevel ?? 0), true)
  assert.deepEqual(after?.riskParts.find(({ code }) => code === 'raised')?.weight, 2)
})

test('it goes to another department, or to a colleague; who left gets nothing, and that is said', async () => {
  const { app, ctx, as, member, says, setRules, only, lines } = await scene([])
  const departmentId = await createDepartment(ctx, { name: 'Bagage', memberIds: [] })
  await setRules([
    promiseRule({
      actions: [
        warned({ kind: 'to_department', departmentId }),
        broken({ kind: 'to_member', memberId: member('tess').id }),
      ],
    }),
  ])
  app.clock.advance(2 * minute)
  await says(question)
  await claimConversation(as('noor'), { id: (await only())?.id ?? '', takeOver: false })
  app.clock.advance(20 * minute)
  await goRound(app)
  assert.deepEqual([(await only())?.ownerId, (await only())?.departmentId], [null, departmentId])
  await removeMember(ctx, member('tess').id)
  app.clock.advance(20 * minute)
  await goRound(app)
  assert.equal((await only())?.ownerId, null)
  assert.deepEqual(
    (await lines('promise.act')).map(({ details }) => [details.does, details.isGone ?? false]),
    [
      ['to_department', false],
      ['to_member', true],
    ],
  )
})

test('a notice reaches those it is for, never nobody, and each reads their own', async () => {
  const { app, as, says, only } = await scene([promiseRule({ actions: [broken({ kind: 'notify', to: 'owner' })] })])
  await says(question)
  app.clock.advance(31 * minute)
  await goRound(app)
  const unread = async (name: string) => (await readNotices(as(name))).unread
  // Nobody has it: who leads is told.
  assert.deepEqual([await unread('noor'), await unread('tess')], [1, 0])
  await markNoticesRead(as('tess'), {})
  assert.equal(await unread('noor'), 1)
  const [notice] = (await readNotices(as('noor'))).notices
  assert.deepEqual(
    [notice?.kind, notice?.conversation?.id, notice?.details.rule],
    ['promise_broken', (await only())?.id, 'Storing'],
  )
  await markNoticesRead(as('noor'), { ids: [notice?.id ?? ''] })
  assert.equal(await unread('noor'), 0)
})

test('what is done or noise is left in peace, and a rule that is off does nothing', async () => {
  const rule = promiseRule({ actions: [broken({ kind: 'raise' })] })
  const { app, ctx, says, setRules, did, lines } = await scene([rule])
  await says(question)
  await setRules([{ ...rule, isOn: false }])
  app.clock.advance(hour)
  await goRound(app)
  // It was past when the rules were looked at again: broken it is, and nobody is hurried for a rule that is off.
  assert.deepEqual([await did(), (await lines('promise.break')).length], [[], 1])
  assert.ok(ctx)
})
