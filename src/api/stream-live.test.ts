import assert from 'node:assert/strict'
import { test } from 'node:test'
import { second } from '#base/clock.ts'
import type { LiveEvent } from '#domain/event.ts'
import { removeMember } from '#team/change-member.ts'
import { apiHouse } from '#testing/api-house.ts'
import { testApp } from '#testing/test-app.ts'
import type { Live } from './live.ts'

const tellers: ((event: LiveEvent) => void)[] = []
const live: Live = {
  subscribe: (_workspaceId, tell) => {
    tellers.push(tell)
    return () => undefined
  },
  since: async () => [],
  close: async () => undefined,
}
const app = await testApp()
const { request, start, join } = apiHouse(app, { live })
const noor = await start('Zilvermeeuw', 'Noor')

let ids = 0
function event(): LiveEvent {
  ids += 1
  const at = app.clock.now().toISOString()
  return { id: ids, kind: 'conversation.changed', conversationId: null, subjectId: 'one', by: null, at }
}

/** An open live line of somebody: what comes in, and a way to tell it something. */
async function line(cookie: string) {
  const answer = await request('GET', '/api/live', { cookie })
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
  return { tell, told, readUntil, stop: () => reader.cancel() }
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
  await readUntil(() => told().length === 22)
  assert.deepEqual(
    told(),
    [...first, ...others].map(({ id }) => id),
  )
  assert.ok(Date.now() - begun < 5 * second)
  await stop()
})

test('who may no longer look loses even a line on which much is said', async () => {
  const lies = await join(noor, { name: 'Lies', role: 'member' })
  const { tell, told, readUntil } = await line(lies.cookie)
  tell(event())
  await readUntil(() => told().length === 1)
  await removeMember(noor.ctx, lies.memberId)
  app.clock.advance(10 * second)
  const begun = Date.now()
  tell(event())
  tell(event())
  assert.equal(await readUntil(() => false), false, 'the line ends')
  assert.ok(Date.now() - begun < 5 * second)
  assert.ok(told().length <= 2)
})
