import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { hour, minute } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { replies } from '#db/tables/reply.ts'
import { changeTopic } from '#mentions/save-topic.ts'
import { settleReply } from '#reply/settle-reply.ts'
import { createDepartment } from '#team/change-department.ts'
import { closeAnyhow } from '#testing/close-anyhow.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { promiseHouse, promiseRule } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { testApp } from '#testing/test-app.ts'
import { claimConversation, releaseConversation } from './claim-conversation.ts'
import { reopenConversation, waitConversation } from './finish-conversation.ts'
import { handOver } from './hand-over.ts'
import { renameConversation } from './rename-conversation.ts'
import { goRound } from './run-promises.ts'
import { wakeWaiting } from './wake-waiting.ts'
import { writeNote } from './write-note.ts'

const start = '2026-11-23T09:00:00.000Z'
const question = 'Zilvermeeuw, waar is mijn koffer?'

async function scene(rules = [promiseRule({ minutes: { first: 30, next: 20, resolution: 240 } })]) {
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock: openFakeClock(start) })
  const house = await promiseHouse(app, rules)
  app.clock.advance(hour)
  const due = async () => minutesOf((await house.only())?.dueAt)
  /** `kind since→due`, in minutes since ten o'clock, and how it ended. */
  const drawn = async () =>
    (await house.clocks()).map(({ kind, askedAt, dueAt, brokenAt, stoppedBy }) =>
      [kind, `${minutesOf(askedAt)}→${minutesOf(dueAt)}`, brokenAt && 'broken', stoppedBy].filter(Boolean).join(' '),
    )
  return { app, ...house, due, drawn, id: async () => (await house.only())?.id ?? '' }
}

function minutesOf(at: Date | null | undefined): number | null {
  return at ? (at.getTime() - Date.parse(start)) / minute - 60 : null
}

test('it counts from publication, and knows that it was heard later', async () => {
  const { says, drawn, clocks } = await scene()
  await says(question, 12)
  assert.deepEqual(await drawn(), ['first -12→18', 'resolution -12→228'])
  const [first] = await clocks()
  assert.deepEqual([minutesOf(first?.countsFrom), minutesOf(first?.heardAt)], [-12, 0])
  assert.deepEqual([first?.ruleName, first?.minutes], ['Storing', 30])
})

test('the list shows the promise that ends first', async () => {
  const { says, due } = await scene()
  await says(question)
  assert.equal(await due(), 30)
})

test('what is said again keeps the first deadline; what is graver brings it nearer', async () => {
  const alarm = promiseRule({ name: 'Alarm', when: { ...promiseRule().when, urgencies: [3] }, minutes: { first: 5 } })
  const { app, says, due, clocks } = await scene([alarm, promiseRule()])
  await says(question)
  app.clock.advance(10 * minute)
  await says('Hallo Zilvermeeuw? Is daar iemand?')
  assert.equal(await due(), 30)
  await says('Er is brand aan boord bij Zilvermeeuw, mensen zijn gewond!')
  assert.equal(await due(), 15)
  assert.deepEqual((await clocks()).map(({ kind, ruleName }) => [kind, ruleName])[0], ['first', 'Alarm'])
})

test('an answer elsewhere stops it; whoever writes again waits for the next answer, from then', async () => {
  const { app, says, answersElsewhere, drawn, due, only } = await scene()
  await says(question)
  app.clock.advance(5 * minute)
  await answersElsewhere('We zoeken hem!')
  assert.deepEqual(await drawn(), ['first 0→30 elsewhere', 'resolution 0→240'])
  assert.equal(await due(), 240)
  assert.equal(minutesOf((await only())?.answeredAt), 5)
  app.clock.advance(5 * minute)
  await says('En, Zilvermeeuw, gevonden?')
  app.clock.advance(5 * minute)
  await says('Zilvermeeuw?')
  assert.deepEqual(await drawn(), ['first 0→30 elsewhere', 'resolution 0→240', 'next 10→30'])
  assert.equal(await due(), 30)
})

test('the receipt that a machine sends at once is no answer', async () => {
  const { app, says, answersElsewhere, drawn, only } = await scene()
  await says(question)
  app.clock.advance(3_000)
  await answersElsewhere('Bedankt voor je bericht! We reageren zo snel mogelijk.')
  assert.deepEqual(await drawn(), ['first 0→30', 'resolution 0→240'])
  assert.equal((await only())?.answeredAt, null)
})

test('an answer from here stops it, unless the customer wrote meanwhile: then the next one runs from that', async () => {
  const { app, ctx, member, says, rows, drawn } = await scene()
  await says(question)
  app.clock.advance(10 * minute)
  const [first] = await rows()
  const conversationId = first?.row.id ?? ''
  const mentionId = first?.row.latestMentionId ?? ''
  const reply = { id: newId(), workspaceId: ctx.workspaceId, conversationId, mentionId, intentHash: '' }
  await app.db.asSystem((tx) =>
    tx.insert(replies).values({
      ...reply,
      ...{ text: 'We zoeken hem.', writtenBy: member('noor').id, state: 'assisted', createdAt: app.clock.now() },
    }),
  )
  app.clock.advance(minute)
  await says('Laat maar weten, Zilvermeeuw')
  app.clock.advance(minute)
  await settleReply(ctx, { id: reply.id, what: 'stands' })
  assert.deepEqual(await drawn(), ['first 0→30 answer', 'resolution 0→240', 'next 11→31'])
  assert.equal((await app.db.asSystem((tx) => tx.select().from(replies).where(eq(replies.id, reply.id)))).length, 1)
})

test('done stands still and goes on by an undo; who comes back after it starts anew', async () => {
  const { app, ctx, says, drawn, clocks, id } = await scene()
  await says(question)
  app.clock.advance(10 * minute)
  await closeAnyhow(ctx, { id: await id() })
  assert.deepEqual(
    (await clocks()).map(({ isRunning }) => isRunning),
    [false, false],
  )
  await reopenConversation(ctx, { id: await id() })
  assert.deepEqual(
    (await clocks()).map(({ isRunning }) => isRunning),
    [true, true],
  )
  await closeAnyhow(ctx, { id: await id() })
  app.clock.advance(hour)
  await goRound(app)
  await says('Toch nog een vraag, Zilvermeeuw')
  assert.deepEqual(await drawn(), ['first 0→30 silence', 'resolution 0→240 anew', 'first 70→100', 'resolution 70→310'])
})

test('done too late is broken, and on record', async () => {
  const { app, ctx, says, drawn, lines, id } = await scene()
  await says(question)
  app.clock.advance(40 * minute)
  await closeAnyhow(ctx, { id: await id() })
  await goRound(app)
  assert.deepEqual(await drawn(), ['first 0→30 broken silence', 'resolution 0→240'])
  assert.equal((await lines('promise.break')).length, 1)
})

test('an answer that came too late breaks the promise, although no clock went round before it', async () => {
  const { app, says, answersElsewhere, drawn, lines } = await scene()
  await says(question)
  app.clock.advance(40 * minute)
  await answersElsewhere('Sorry, laat: we hebben hem!')
  assert.deepEqual(await drawn(), ['first 0→30 broken elsewhere', 'resolution 0→240'])
  const [line] = await lines('promise.break')
  assert.deepEqual([line?.details.clock, line?.details.rule, line?.details.minutes], ['first', 'Storing', 30])
})

test('a rule asks the department of the topic too, and the network', async () => {
  const app = await testApp({ connectors: [scriptedNetwork().connector], clock: openFakeClock(start) })
  const house = await promiseHouse(app, [])
  const departmentId = await createDepartment(house.ctx, { name: 'Bagage', memberIds: [] })
  const when = { ...promiseRule().when, departmentIds: [departmentId], networks: ['forum'] }
  await house.setRules([promiseRule({ name: 'Bagage', when, minutes: { first: 15 } }), promiseRule()])
  app.clock.advance(2 * minute)
  await house.says(question)
  assert.deepEqual((await house.clocks()).map(({ ruleName }) => ruleName)[0], 'Storing')
  await changeTopic(house.ctx, { id: house.topic.id, departmentId })
  await house.hear({ text: 'Zilvermeeuw, mijn rugzak is weg', rootId: 'other' })
  const row = await house.saying('rugzak')
  assert.deepEqual((await house.clocks()).find(({ conversationId }) => conversationId === row.id)?.ruleName, 'Bagage')
})

const seeds = 6
const steps = 25

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`nothing that colleagues do moves a deadline (seed ${seed})`, async () => {
    const { app, ctx, as, member, says, hear, clocks, id } = await scene()
    await says(question, 3, 'thread')
    const departmentId = await createDepartment(ctx, { name: 'Bagage', memberIds: [] })
    const random = seededRandom(seed)
    const before = (await clocks()).map(({ id: clock, dueAt, askedAt }) => [clock, dueAt, askedAt])
    const conversation = await id()
    const doings = [
      () =>
        handOver(ctx, { id: conversation, memberId: member('tess').id, departmentId: null, reason: 'jij weet dit' }),
      () => handOver(ctx, { id: conversation, memberId: null, departmentId, reason: '' }),
      () => writeNote(as('tess'), { conversationId: conversation, text: 'Ik bel ze.' }),
      () => renameConversation(ctx, { id: conversation, title: `Koffer ${random.below(99)}` }),
      () => claimConversation(as('tess'), { id: conversation, takeOver: true }),
      () => releaseConversation(as('tess'), { id: conversation }),
      () => closeAnyhow(ctx, { id: conversation }),
      () => reopenConversation(ctx, { id: conversation }),
      () => waitConversation(ctx, { id: conversation, until: new Date(app.clock.now().getTime() + minute) }),
      () => wakeWaiting(app),
      () => goRound(app),
      // The customer mends their words, and adds some.
      () => hear({ text: `${question} Hij is rood.`, nativeId: 'thread', rootId: 'thread', editedAt: app.clock.now() }),
    ]
    for (let step = 0; step < steps; step += 1) {
      await random.pick(doings)()
      app.clock.advance(random.below(30) * 1_000)
      assert.deepEqual(
        (await clocks()).map(({ id: clock, dueAt, askedAt }) => [clock, dueAt, askedAt]),
        before,
      )
    }
  })
}
