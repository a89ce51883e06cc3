import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { hour, minute } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { notices } from '#db/tables/notify.ts'
import type { RiskPart } from '#domain/risk-part.ts'
import { changeMySettings } from '#notify/notice-settings.ts'
import { readNotices } from '#notify/read-notices.ts'
import { createDepartment } from '#team/change-department.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { promiseAction, promiseHouse, promiseRule } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { askParty } from './ask-party.ts'
import { claimConversation } from './claim-conversation.ts'
import { handOver } from './hand-over.ts'
import { watchPromises } from './promise-health.ts'
import { goRound } from './run-promises.ts'
import { tellGiven } from './tell-handed-over.ts'
import { writeNote } from './write-note.ts'

const question = 'Mijn koffer is weg met Zilvermeeuw, wie helpt mij?'

/** One conversation, and what each was told since. */
async function scene() {
  const app = await testApp({ connectors: [scriptedNetwork().connector] })
  const house = await promiseHouse(app)
  app.clock.advance(hour)
  await house.says(question)
  const row = await house.only()
  assert.ok(row)
  const told = async (name: string) =>
    (await readNotices(house.as(name))).notices
      .toReversed()
      .map(({ kind, level, details }) => [kind, level, details.by])
  return { ...house, app, id: row.id, told }
}

test('who is called by name, asked or kept informed is told, and not who did it', async () => {
  const { as, member, id, told } = await scene()
  await writeNote(as('noor'), { conversationId: id, text: 'Kijk even, @tess en @noor' })
  await askParty(as('noor'), {
    ...{ conversationId: id, memberId: member('tess').id, departmentId: null, kind: 'informed', reason: '' },
  })
  assert.deepEqual(await told('tess'), [
    ['mentioned', 'nudge', 'noor'],
    ['informed', 'badge', 'noor'],
  ])
  assert.deepEqual(await told('noor'), [])
})

test('who is handed it is told; of a department, everybody while nobody has it', async () => {
  const { as, ctx, member, id, told } = await scene()
  const memberIds = [member('noor').id, member('tess').id]
  const departmentId = await createDepartment(ctx, { name: 'Bagage', memberIds })
  await handOver(as('noor'), { id, memberId: member('tess').id, departmentId: null, reason: '' })
  await handOver(as('tess'), { id, memberId: null, departmentId, reason: '' })
  assert.deepEqual(await told('tess'), [['handed_over', 'nudge', 'noor']])
  assert.deepEqual(await told('noor'), [['queued', 'badge', 'tess']])
})

test('what a rule or a turn gave is told to who has it now, and what it gave to nobody is not', async () => {
  const { app, ctx, member, id, told } = await scene()
  const clock = { ...ctx, actor: { kind: 'system' as const, part: 'clock' as const } }
  const given = [member('tess').id, null].map((givenTo) => ({ id, givenTo }))
  await app.db.inWorkspace(ctx.workspaceId, (tx) => tellGiven(tx, clock, given))
  assert.deepEqual(await told('tess'), [['handed_over', 'nudge', undefined]])
  assert.deepEqual(await told('noor'), [])
})

test('what somebody was done with comes back to them by a new message, and only then is told', async () => {
  const { app, as, id, says, told } = await scene()
  await claimConversation(as('tess'), { id, takeOver: false })
  await says('En nog iets over mijn koffer')
  assert.deepEqual(await told('tess'), [])
  await closeAnyhow(as('tess'), { id })
  app.clock.advance(minute)
  await says('Zilvermeeuw, mijn koffer is er nog steeds niet')
  assert.deepEqual(await told('tess'), [['reopened', 'nudge', undefined]])
  assert.deepEqual(await told('noor'), [])
})

test('a broken promise with a flag of risk is a page, without one a nudge', async () => {
  const { app, setRules, says, told } = await scene()
  await setRules([promiseRule({ actions: [promiseAction({ does: { kind: 'notify', to: 'leads' } })] })])
  await goRound(app)
  await says('Hallo, Zilvermeeuw?')
  const riskParts: RiskPart[] = [{ code: 'promise', weight: 2 }]
  await app.db.asSystem((tx) => tx.update(conversations).set({ riskParts, riskLevel: 0 }))
  app.clock.advance(hour)
  await goRound(app)
  assert.deepEqual((await told('noor')).at(-1)?.slice(0, 2), ['promise_broken', 'nudge'])
})

test('what is past a promise and may be a crisis is a page', async () => {
  const { app, setRules, says, told } = await scene()
  await setRules([promiseRule({ actions: [promiseAction({ does: { kind: 'notify', to: 'leads' } })] })])
  await goRound(app)
  await says('Hallo, Zilvermeeuw?')
  const riskParts: RiskPart[] = [{ code: 'press', weight: 1.5 }]
  await app.db.asSystem((tx) => tx.update(conversations).set({ riskParts, riskLevel: 0 }))
  app.clock.advance(hour)
  await goRound(app)
  assert.deepEqual((await told('noor')).at(-1)?.slice(0, 2), ['promise_flagged', 'page'])
})

test('levels are each person’s own, and what is only for the letter of the day does not call', async () => {
  const { as, member, id, told } = await scene()
  await changeMySettings(as('tess'), { levels: { mentioned: 'digest' } })
  await writeNote(as('noor'), { conversationId: id, text: '@tess' })
  assert.deepEqual(await told('tess'), [['mentioned', 'digest', 'noor']])
  assert.equal((await readNotices(as('tess'))).unread, 0)
  await changeMySettings(as('tess'), { levels: { mentioned: 'nudge', asked: 'page' } })
  await askParty(as('noor'), {
    ...{ conversationId: id, memberId: member('tess').id, departmentId: null, kind: 'consulted', reason: '' },
  })
  assert.deepEqual((await told('tess')).at(-1), ['asked', 'page', 'noor'])
  assert.equal((await readNotices(as('tess'))).unread, 1)
})

test('that deadlines are not looked at is told to those who lead, once an hour', async () => {
  const { app, says } = await scene()
  await goRound(app)
  await says('Nog een vraag')
  app.clock.advance(10 * minute)
  await Promise.all([watchPromises(app), watchPromises(app)])
  const standing = () => app.db.asSystem((tx) => tx.select().from(notices).where(eq(notices.kind, 'promises_stand')))
  const leads = (await standing()).length
  assert.ok(leads > 0)
  app.clock.advance(59 * minute)
  await watchPromises(app)
  assert.equal((await standing()).length, leads)
  app.clock.advance(2 * minute)
  await watchPromises(app)
  assert.equal((await standing()).length, 2 * leads)
})
