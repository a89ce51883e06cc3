import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour } from '#base/clock.ts'
import { carryOut, keptSenders, loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { openPushReceiver } from '#testing/push-receiver.ts'
import { addDevice, readDevices, removeDevice } from './change-device.ts'
import { changeMySettings } from './notice-settings.ts'
import { pushKeys } from './own-keys.ts'
import { sendPush } from './send-push.ts'

async function scene() {
  const house = await notifyHouse(await loopbackApp())
  const receiver = await openPushReceiver()
  const device = () => addDevice(house.as('tess'), { name: 'Firefox', subscription: receiver.subscribe() })
  const senders = { ...keptSenders().senders, push: sendPush }
  return { ...house, receiver, device, carry: () => carryOut(house.app, senders) }
}

test('a browser opens what was pushed to it: signed, in our words, without a word of theirs', async () => {
  const { addConversation, device, give, carry, receiver, workspaceId } = await scene()
  const path = `/w/${workspaceId}/c/WH-1`
  await device()
  const about = await addConversation('Mijn koffer is weg en niemand helpt')
  await give({ to: ['tess'], about })
  await carry()
  const [push] = receiver.received
  assert.deepEqual(push?.payload, {
    ...{ title: 'noor calls you by name in a note', text: 'WH-1', path, tag: about, isLoud: false },
  })
  assert.equal(push?.isSigned, true)
  assert.deepEqual([push?.headers.urgency, push?.headers['content-encoding']], ['normal', 'aes128gcm'])
})

test('who wants it sees the title; a page is loud, and several are counted', async () => {
  const { addConversation, device, give, carry, receiver, as, workspaceId } = await scene()
  const path = `/w/${workspaceId}/c/WH-1`
  await device()
  await changeMySettings(as('tess'), { showsText: true })
  const about = await addConversation('Koffer weg')
  await give({ to: ['tess'], about })
  await give({ to: ['tess'], about, kind: 'promise_flagged' })
  await carry()
  assert.deepEqual(receiver.received[0]?.payload, {
    ...{ title: '2 new notices', text: 'WH-1: Koffer weg', path, tag: about, isLoud: true },
  })
  assert.equal(receiver.received[0]?.headers.urgency, 'high')
})

test('a device that is gone is forgotten; one that fails is tried again, and shows why', async () => {
  const { app, addConversation, device, give, carry, receiver, as, rows } = await scene()
  await device()
  await give({ to: ['tess'], about: await addConversation() })
  receiver.answers.status = 503
  await carry()
  assert.match((await readDevices(as('tess')))[0]?.trouble?.en ?? '', /503/u)
  receiver.answers.status = 410
  app.clock.advance(hour)
  await carry()
  assert.deepEqual(await readDevices(as('tess')), [])
  assert.equal((await rows())[0]?.state, 'dropped')
})

test('subscribed twice it is one device, and only its owner can remove it', async () => {
  const { as, receiver } = await scene()
  const subscription = receiver.subscribe()
  const { id } = await addDevice(as('tess'), { name: 'Firefox', subscription })
  await addDevice(as('tess'), { name: 'Firefox thuis', subscription })
  assert.deepEqual(
    (await readDevices(as('tess'))).map((one) => [one.id, one.name]),
    [[id, 'Firefox thuis']],
  )
  await assert.rejects(removeDevice(as('noor'), id), /not here/u)
  await removeDevice(as('tess'), id)
  assert.deepEqual(await readDevices(as('tess')), [])
})

test('the keys are made once, whoever asks first', async () => {
  const { app } = await scene()
  const made = await Promise.all([pushKeys(app), pushKeys(app), pushKeys(app)])
  assert.equal(new Set(made.map(({ publicKey, privateKey }) => publicKey + privateKey)).size, 1)
})
