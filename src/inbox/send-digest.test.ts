import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { hour, minute } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { workspaces } from '#db/tables/team.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { saveMailServer } from '#notify/mail-server.ts'
import { changeMySettings } from '#notify/notice-settings.ts'
import { planDigests, saveDigestTime } from '#notify/plan-digests.ts'
import { sendDue } from '#notify/send-deliveries.ts'
import { sendersWith } from '#notify/senders.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { openMailReceiver } from '#testing/mail-receiver.ts'
import { carryOut, loopbackApp, notifyHouse } from '#testing/notify-house.ts'
import { isOpenOn, sendDigest } from './send-digest.ts'

const login = { username: 'wederhoor', password: 'a password for mail' }
const never = new AbortController().signal
const senders = sendersWith(sendDigest)

async function scene(people?: Parameters<typeof notifyHouse>[1]) {
  // A Monday.
  const app = await loopbackApp(openFakeClock('2026-11-23T14:00:00.000Z'))
  const house = await notifyHouse(app, people)
  const receiver = await openMailReceiver(login)
  const server = {
    host: '127.0.0.1',
    port: receiver.port,
    security: 'none',
    sender: 'Wederhoor <w@example.org>',
  } as const
  await saveMailServer(house.as('noor'), { ...server, ...login })
  await saveDigestTime(house.as('noor'), { hour: '16:30', timeZone: 'Europe/Amsterdam' })
  const round = async () => {
    await planDigests(app, isOpenOn)
    await sendDue(app, senders, never)
  }
  return { ...house, app, receiver, server, round }
}

test('at its hour each has one letter, with what stands open, is broken and near', async () => {
  const { app, addConversation, member, receiver, round, workspaceId } = await scene({ noor: 'owner', tess: 'member' })
  const [mine = '', late = ''] = [await addConversation(), await addConversation(), await addConversation()]
  const dueAt = (id: string, at: string) =>
    app.db.asSystem((tx) =>
      tx
        .update(conversations)
        .set({ dueAt: new Date(at), ownerId: member('tess').id })
        .where(eq(conversations.id, id)),
    )
  await dueAt(mine, '2026-11-23T20:00:00Z')
  await dueAt(late, '2026-11-23T12:00:00Z')
  await round()
  assert.equal(receiver.received.length, 0)
  app.clock.advance(90 * minute)
  await round()
  assert.equal(receiver.received.length, 2)
  const letter = receiver.received.find(({ to }) => to[0]?.startsWith('tess'))
  assert.ok(letter)
  for (const said of [
    'Subject: Wederhoor on Monday',
    '1 promise is past its time',
    '1 promise ends within a day',
    '3 conversations are open, 2 of them yours',
    `http://localhost:4180/w/${workspaceId}/inbox/all`,
    `http://localhost:4180/w/${workspaceId}/settings/notifications`,
  ])
    assert.ok(letter.text.includes(said), `${said} in ${letter.text}`)
})

test('one a day, whoever plans it, also after a restart; the next day another', async () => {
  const { app, addConversation, receiver, round } = await scene({ noor: 'owner' })
  await addConversation()
  app.clock.advance(90 * minute)
  await Promise.all([round(), round()])
  // Another process on the same database knows nothing of the first but its rows.
  await planDigests({ ...app, processId: 'another' }, isOpenOn)
  await round()
  app.clock.advance(hour)
  await round()
  assert.equal(receiver.received.length, 1)
  app.clock.advance(23 * hour)
  await round()
  assert.equal(receiver.received.length, 2)
})

test('nothing to say is no letter; who wants none gets none; long past the hour the day is over', async () => {
  const { app, addConversation, as, receiver, round, rows } = await scene({ noor: 'owner', tess: 'member' })
  app.clock.advance(90 * minute)
  await round()
  assert.equal(receiver.received.length, 0)
  assert.deepEqual(new Set((await rows()).map(({ state }) => state)), new Set(['dropped']))
  await addConversation()
  await changeMySettings(as('tess'), { hasDigest: false })
  app.clock.advance(24 * hour)
  await round()
  assert.deepEqual(
    receiver.received.map(({ to }) => to[0]?.slice(0, 4)),
    ['noor'],
  )
  app.clock.advance(29 * hour)
  await round()
  assert.equal(receiver.received.length, 1)
})

test('not on a day on which nobody is there', async () => {
  const { app, addConversation, receiver, round, workspaceId } = await scene({ noor: 'owner' })
  await addConversation()
  const workday = [{ from: '09:00', to: '17:00' }]
  const openingHours: OpeningHours = {
    timeZone: 'Europe/Amsterdam',
    week: [[], workday, workday, workday, workday, [], []],
    ...{ holidays: null, closedDays: [], openDays: [], isUrgentNeverStopped: true },
  }
  await app.db.asSystem((tx) => tx.update(workspaces).set({ openingHours }).where(eq(workspaces.id, workspaceId)))
  app.clock.advance(90 * minute)
  await round()
  assert.equal(receiver.received.length, 0)
  app.clock.advance(24 * hour)
  await round()
  assert.equal(receiver.received.length, 1)
})

test('an observer is not called, and has the letter', async () => {
  const { app, addConversation, give, receiver, round } = await scene()
  const about = await addConversation()
  await give({ to: ['olga'], about, kind: 'promise_flagged' })
  await carryOut(app, senders)
  assert.equal(receiver.received.length, 0)
  app.clock.advance(90 * minute)
  await round()
  const letter = receiver.received.find(({ to }) => to[0]?.startsWith('olga'))
  assert.match(letter?.text ?? '', /1 notice that you have not read/u)
})
