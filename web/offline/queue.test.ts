import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblemError } from '#web/api.ts'
import { asksAfterMs, type NewQueued, openQueue, type Queued } from './queue.ts'

const by = { id: 'noor', name: 'Noor' }
const offline = () => new ApiProblemError(0, { code: 'offline', message: '', details: {} })
const taken = () => new ApiProblemError(409, { code: 'taken', message: 'Sanne was faster.', details: {} })

/** A server that answers by turns, and a disk that outlives the page. */
function house(answers: (() => { version?: number })[] = []) {
  const disk = new Map<string, Queued>()
  const sent: Queued[] = []
  let nowMs = 1_000_000
  const open = () =>
    openQueue({
      by,
      queued: [...disk.values()],
      nowMs: () => nowMs,
      send: async (queued) => {
        sent.push(queued)
        return answers.shift()?.() ?? { version: 9 }
      },
      put: async (queued) => void disk.set(queued.key, queued),
      drop: async (key) => void disk.delete(key),
      find: async () => ({ state: 'done', owner: 'Sanne' }),
      onChange: () => {},
    })
  return { open, disk, sent, later: (ms: number) => (nowMs += ms) }
}

let keys = 0
function decision(given: Partial<NewQueued> = {}): NewQueued {
  keys += 1
  return {
    key: `key-${keys}`,
    name: 'POST /api/conversations/{id}/finish',
    params: { id: 'one' },
    body: { version: 4 },
    kind: 'finish',
    conversation: { id: 'one', key: 'WH-1', title: 'A suitcase' },
    label: 'Done: A suitcase',
    change: { state: 'done' },
    ...given,
  }
}
const reply = (given: Partial<NewQueued> = {}) =>
  decision({
    name: 'POST /api/conversations/{id}/replies',
    kind: 'reply',
    body: { version: 4, text: 'Sorry.' },
    ...given,
  })

test('what is queued outlives the page, and goes out in the order in which it was decided', async () => {
  const { open, disk, sent } = house()
  const made = [decision(), decision({ params: { id: 'two' } }), decision()]
  const before = open()
  for (const one of made) await before.add(one)
  const after = open()
  assert.equal(await after.flush(), 3)
  assert.deepEqual(
    sent.map((one) => one.key),
    made.map((one) => one.key),
  )
  assert.equal(disk.size, 0)
})

test('without an answer everything stays, and is asked again with the same key', async () => {
  const { open, sent } = house([
    () => {
      throw offline()
    },
  ])
  const queue = open()
  await queue.add(decision())
  await queue.add(decision())
  assert.equal(await queue.flush(), 0)
  assert.equal(queue.all().length, 2)
  assert.equal(await queue.flush(), 2)
  assert.equal(sent[0]?.key, sent[1]?.key)
})

test('a decision after another about the same conversation builds on what that one made of it', async () => {
  const { open, sent } = house([() => ({ version: 5 }), () => ({})])
  const queue = open()
  await queue.add(decision({ kind: 'claim' }))
  await queue.add(reply())
  await queue.add(decision())
  await queue.add(decision({ conversation: { id: 'two', key: 'WH-2', title: '' } }))
  await queue.flush()
  assert.deepEqual(
    sent.map((one) => one.body.version),
    [4, 5, 6, 4],
  )
})

test('what the server refuses stays, with what happened, and holds up nothing else', async () => {
  const { open, disk } = house([
    () => {
      throw taken()
    },
  ])
  const queue = open()
  const first = decision()
  await queue.add(first)
  await queue.add(decision({ conversation: { id: 'two', key: 'WH-2', title: '' } }))
  assert.equal(await queue.flush(), 1)
  const [kept] = queue.all()
  assert.equal(kept?.state, 'refused')
  assert.equal(kept?.why?.message, 'Sanne was faster.')
  assert.deepEqual(kept?.found, { state: 'done', owner: 'Sanne' })
  assert.equal(disk.get(first.key)?.state, 'refused')
  assert.equal(await queue.flush(), 0, 'and is not tried again by itself')
})

test('an answer that waited too long asks, and so does one whose clock was set back', async () => {
  for (const passedMs of [asksAfterMs + 1, -60_000]) {
    const { open, sent, later } = house()
    const queue = open()
    const answer = reply()
    await queue.add(answer)
    await queue.add(decision())
    later(passedMs)
    assert.equal(await queue.flush(), 0)
    assert.equal(queue.all()[0]?.state, 'asks')
    assert.equal(sent.length, 0, 'what was decided after it waits for it')
    await queue.confirm(answer.key)
    assert.equal(await queue.flush(), 2)
  }
})

test('an answer that waited shortly goes out by itself', async () => {
  const { open, later } = house()
  const queue = open()
  await queue.add(reply())
  later(asksAfterMs - 1)
  assert.equal(await queue.flush(), 1)
})

test('what is taken back is not sent, and what is just being sent cannot be taken back', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { disk } = house()
  const queue = openQueue({
    by,
    queued: [],
    nowMs: () => 0,
    send: () => held.then(() => ({})),
    put: async (queued) => void disk.set(queued.key, queued),
    drop: async (key) => void disk.delete(key),
    find: async () => undefined,
    onChange: () => {},
  })
  const [first, second] = [decision(), decision()]
  await queue.add(first)
  await queue.add(second)
  const flushed = queue.flush()
  assert.equal(await queue.takeBack(first.key), undefined)
  assert.equal((await queue.takeBack(second.key))?.label, second.label)
  release()
  assert.equal(await flushed, 1)
  assert.equal(disk.size, 0)
})
