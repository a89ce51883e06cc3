import assert from 'node:assert/strict'
import { test } from 'node:test'
import { second } from '#base/clock.ts'
import type { LiveEvent } from '#domain/event.ts'
import { removeMember } from '#team/change-member.ts'
import { apiHouse } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'
import type { Live } from './live.ts'

const tellers: ((event: LiveEvent) => void)[] = []
const newest = 900
const asked: number[] = []
let since: () => Promise<LiveEvent[] | undefined> = async () => []
const live: Live = {
  subscribe: (_workspaceId, tell) => {
    tellers.push(tell)
    return { begun: Promise.resolve(), end: () => undefined }
  },
  since: (_workspaceId, lastId) => {
    asked.push(lastId)
    return since()
  },
  newest: async () => newest,
  close: async () => undefined,
}
const app = await testApp()
const { request, start, join } = apiHouse(app, { live })
const noor = await start('Zilvermeeuw', 'Noor')

let ids = newest
function event(): LiveEvent {
  ids += 1
  const at = app.clock.now().toISOString()
  return { id: ids, kind: 'conversation.changed', conversationId: null, subjectId: 'one', by: null, at }
}

/** An open live line of somebody: what comes in, and a way to tell it something. */
async function line(cookie: string, how: { query?: { after: string }; headers?: Record<string, string> } = {}) {
  const path = `/api/live?${new URLSearchParams(how.query)}`
  const answer = await request('GET', path, { cookie, headers: how.headers })
  assert.equal(answer.status, 200)
  const reader = answer.body?.getReader()
  assert.ok(reader)
  let text = ''
  const readUntil = async (isEnough: () => boolean): Promise<boolean> => {
    while (!isEnough()) {
      const { value, done } = await reader.read()
      if (done) return false
      text += new TextDecoder().decode(value)
    }
    return true
  }
  await readUntil(() => text.includes('event: hello'))
  const tell = tellers.at(-1)
  assert.ok(tell)
  const told = () => [...text.matchAll(/^id: (\d+)$/gmu)].map(([, id]) => Number(id))
  return { tell, told, readUntil, text: () => text, stop: () => reader.cancel() }
}

test('what happens while a line is being written follows at once', async () => {
  const { tell, told, readUntil, stop } = await line(noor.cookie)
  const begun = Date.now()
  const first = Array.from({ length: 20 }, event)
  for (const one of first) tell(one)
  // Nobody reads: the first lines stay under way while the others arrive.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  const others = [event(), event()]
  for (const one of others) tell(one)
  await readUntil(() => told().length === 23)
  assert.deepEqual(
    told().slice(1),
    [...first, ...others].map(({ id }) => id),
  )
  assert.ok(Date.now() - begun < 5 * second)
  await stop()
})

test('a line that comes back is told what it missed, and from shortly before, whoever says after which event', async () => {
  const missed = [event(), event()]
  asked.length = 0
  since = async () => missed
  for (const how of [{ headers: { 'last-event-id': '7' } }, { query: { after: '7' } }]) {
    const { told, stop } = await line(noor.cookie, how)
    assert.deepEqual(
      told(),
      missed.map(({ id }) => id),
    )
    await stop()
  }
  assert.deepEqual(asked, [7, 7])
})

test('a line that was away too long is told to ask everything anew, and counts from now', async () => {
  since = async () => undefined
  const { told, text, stop } = await line(noor.cookie, { query: { after: '7' } })
  assert.match(text(), /event: reset/u)
  assert.deepEqual(told(), [newest])
  await stop()
})

test('a new line counts from the newest event there is', async () => {
  const { told, stop } = await line(noor.cookie)
  assert.deepEqual(told(), [newest])
  await stop()
})

test('who may no longer look loses even a line on which much is said', async () => {
  const lies = await join(noor, { name: 'Lies', role: 'member' })
  const { tell, told, readUntil } = await line(lies.cookie)
  tell(event())
  await readUntil(() => told().length === 2)
  await removeMember(noor.ctx, lies.memberId)
  app.clock.advance(10 * second)
  const begun = Date.now()
  tell(event())
  tell(event())
  assert.equal(await readUntil(() => false), false, 'the line ends')
  assert.ok(Date.now() - begun < 5 * second)
  assert.ok(told().length <= 3)
})
