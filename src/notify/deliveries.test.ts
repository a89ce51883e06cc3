import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minute, second } from '#base/clock.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { carryOut, keptSenders, loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { openPushReceiver } from '#testing/push-receiver.ts'
import { addDevice } from './change-device.ts'
import { saveMailServer } from './mail-server.ts'
import { changeMySettings } from './notice-settings.ts'
import type { Outcome } from './outcome.ts'
import { planDeliveries } from './plan-deliveries.ts'
import { markNoticesRead } from './read-notices.ts'
import { saveHook } from './save-hook.ts'
import { attemptsMax, claimMs, sendDue } from './send-deliveries.ts'
import { sendPush } from './send-push.ts'

const never = new AbortController().signal
const server = { host: 'mail.example', port: 25, security: 'none', username: '', sender: 'w@example.org' } as const

async function scene() {
  const app = await loopbackApp(openFakeClock('2026-11-23T10:00:00.000Z'))
  const house = await notifyHouse(app)
  const receiver = await openPushReceiver()
  const device = (name: string) => addDevice(house.as(name), { name: 'Firefox', subscription: receiver.subscribe() })
  return { ...house, app, receiver, device }
}

test('a nudge is pushed to each device, a badge to none, and an observer is not called', async () => {
  const { app, device, addConversation, give } = await scene()
  await device('tess')
  await device('tess')
  await device('olga')
  const about = await addConversation()
  await give({ to: ['tess', 'olga'], about })
  await give({ to: ['tess'], about: await addConversation(), kind: 'informed' })
  const { sent, senders } = keptSenders()
  await carryOut(app, senders)
  assert.deepEqual(
    sent.map(({ channel, bundle, level }) => [channel, bundle, level]),
    [
      ['push', about, 'nudge'],
      ['push', about, 'nudge'],
    ],
  )
  await carryOut(app, senders)
  assert.equal(sent.length, 2)
})

test('the first goes at once; what follows within five minutes goes as one, and a page does not wait', async () => {
  const { app, device, addConversation, give } = await scene()
  await device('tess')
  const about = await addConversation()
  const { sent, senders } = keptSenders()
  const counts = () => sent.map(({ noticeIds }) => noticeIds.length)
  await give({ to: ['tess'], about })
  await carryOut(app, senders)
  app.clock.advance(minute)
  await give({ to: ['tess'], about, kind: 'asked' })
  await give({ to: ['tess'], about, kind: 'reopened' })
  await carryOut(app, senders)
  assert.deepEqual(counts(), [1])
  app.clock.advance(4 * minute)
  await carryOut(app, senders)
  assert.deepEqual(counts(), [1, 2])
  await give({ to: ['tess'], about })
  await give({ to: ['tess'], about, kind: 'promise_flagged' })
  await carryOut(app, senders)
  assert.deepEqual(counts(), [1, 2, 2])
  assert.equal(sent.at(-1)?.level, 'page')
  await give({ to: ['tess'], about: await addConversation() })
  await carryOut(app, senders)
  assert.deepEqual(counts(), [1, 2, 2, 1])
})

test('quiet hours hold back, and end with one bundle; a page comes through unless the person says otherwise', async () => {
  const { app, as, device, addConversation, give } = await scene()
  await device('tess')
  const quiet = { from: '10:00', to: '11:00' }
  await changeMySettings(as('tess'), { quiet, timeZone: 'UTC' })
  const { sent, senders } = keptSenders()
  for (const kind of ['mentioned', 'asked', 'handed_over'] as const)
    await give({ to: ['tess'], about: await addConversation(), kind })
  await carryOut(app, senders)
  assert.equal(sent.length, 0)
  await give({ to: ['tess'], about: await addConversation(), kind: 'promise_flagged' })
  await carryOut(app, senders)
  assert.deepEqual(
    sent.map(({ level }) => level),
    ['page'],
  )
  await changeMySettings(as('tess'), { isPageHeard: false })
  await give({ to: ['tess'], about: await addConversation(), kind: 'promise_flagged' })
  app.clock.advance(59 * minute)
  await carryOut(app, senders)
  assert.equal(sent.length, 1)
  app.clock.advance(minute)
  await carryOut(app, senders)
  assert.deepEqual(
    sent.map(({ bundle, noticeIds }) => [bundle === 'quiet', noticeIds.length]),
    [
      [false, 1],
      [true, 4],
    ],
  )
})

test('what was read in the program meanwhile goes nowhere', async () => {
  const { app, as, device, addConversation, give, receiver, rows } = await scene()
  await device('tess')
  await changeMySettings(as('tess'), { quiet: { from: '10:00', to: '11:00' }, timeZone: 'UTC' })
  await give({ to: ['tess'], about: await addConversation() })
  await planDeliveries(app)
  await markNoticesRead(as('tess'), {})
  app.clock.advance(60 * minute)
  await sendDue(app, { ...keptSenders().senders, push: sendPush }, never)
  assert.deepEqual(receiver.received, [])
  assert.equal((await rows())[0]?.state, 'dropped')
})

test('e-mail comes from the level that each chose, and only where there is a server', async () => {
  const { app, as, addConversation, give } = await scene()
  const { sent, senders } = keptSenders()
  await give({ to: ['tess'], about: await addConversation(), kind: 'promise_flagged' })
  await carryOut(app, senders)
  assert.equal(sent.length, 0)
  await saveMailServer(as('noor'), server)
  await give({ to: ['tess'], about: await addConversation() })
  await give({ to: ['tess'], about: await addConversation(), kind: 'promise_flagged' })
  await carryOut(app, senders)
  assert.deepEqual(
    sent.map(({ channel, level }) => [channel, level]),
    [['mail', 'page']],
  )
  await changeMySettings(as('tess'), { mailFrom: 'nudge' })
  await give({ to: ['tess'], about: await addConversation() })
  await carryOut(app, senders)
  assert.equal(sent.length, 2)
})

test('of what several are told a webhook hears once, and of its own department only', async () => {
  const { app, as, addConversation, give } = await scene()
  const hook = { kind: 'slack', url: 'https://hooks.example/x', departmentId: null, lang: 'nl' } as const
  await saveHook(as('noor'), { ...hook, name: 'alles', kinds: ['mentioned'] })
  await saveHook(as('noor'), { ...hook, name: 'anders', kinds: ['reopened'] })
  await give({ to: ['tess', 'olga'], about: await addConversation() })
  const { sent, senders } = keptSenders()
  await carryOut(app, senders)
  assert.deepEqual(
    sent.map(({ channel, noticeIds }) => [channel, noticeIds.length]),
    [['hook', 1]],
  )
})

test('two processes send one thing once; a claim that was left behind is taken up again', async () => {
  const { app, device, addConversation, give, rows } = await scene()
  await device('tess')
  await give({ to: ['tess'], about: await addConversation() })
  const { sent, senders } = keptSenders()
  await Promise.all([planDeliveries(app), planDeliveries(app)])
  await Promise.all([sendDue(app, senders, never), sendDue(app, senders, never)])
  assert.equal(sent.length, 1)

  // A process that dies in the middle of it: its sender never comes back.
  await give({ to: ['tess'], about: await addConversation() })
  await planDeliveries(app)
  const { promise: isClaimed, resolve: claimed } = Promise.withResolvers<void>()
  const dead = keptSenders(() => {
    claimed()
    return new Promise<Outcome>(() => undefined)
  })
  void sendDue(app, dead.senders, never)
  await isClaimed
  await sendDue(app, senders, never)
  assert.equal(sent.length, 1)
  app.clock.advance(claimMs)
  await sendDue(app, senders, never)
  assert.equal(sent.length, 2)
  assert.deepEqual(
    (await rows()).map(({ state, attempts }) => [state, attempts]),
    [
      ['sent', 1],
      ['sent', 2],
    ],
  )
})

test('what fails is tried again later and later, and what went wrong is kept', async () => {
  const { app, device, addConversation, give, rows } = await scene()
  await device('tess')
  await give({ to: ['tess'], about: await addConversation() })
  const why = { en: 'away', nl: 'weg' }
  const { sent, senders } = keptSenders(() => ({ kind: 'again', why }))
  await carryOut(app, senders)
  await carryOut(app, senders)
  assert.equal(sent.length, 1)
  const [row] = await rows()
  assert.deepEqual([row?.state, row?.trouble?.en], ['waiting', 'away'])
  assert.ok((row?.dueAt.getTime() ?? 0) >= app.clock.now().getTime() + 7 * second)
  for (let tries = 1; tries < attemptsMax; tries++) {
    app.clock.advance(31 * minute)
    await carryOut(app, senders)
  }
  assert.deepEqual([sent.length, (await rows())[0]?.state], [attemptsMax, 'failed'])
  app.clock.advance(31 * minute)
  await carryOut(app, senders)
  assert.equal(sent.length, attemptsMax)
})
