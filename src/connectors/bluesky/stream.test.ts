import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { systemClock } from '#base/clock.ts'
import { openGuardedNetwork } from '#base/guarded-fetch.ts'
import type { ConnectorContext, Failure, Heard } from '#domain/connector.ts'
import { type FakeJetstream, openFakeJetstream } from '#testing/fake-jetstream.ts'
import { streamPosts } from './stream.ts'

const hourMs = 3_600_000
const withinMs = 10_000

type Stage = { jetstream: FakeJetstream; context: ConnectorContext; stop: () => void }

/** A real server on loopback and the real way out of the house; `aheadMs` moves our own clock. */
async function stage(t: TestContext, { aheadMs = 0 } = {}): Promise<Stage> {
  const jetstream = await openFakeJetstream()
  const network = openGuardedNetwork({ userAgent: 'Wederhoor/test', allow: ['127.0.0.1'] })
  const stopped = new AbortController()
  const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(withinMs)])
  t.after(async () => {
    stopped.abort()
    await jetstream.close()
    await network.close()
  })
  const now = (): Date => new Date(Date.now() + aheadMs)
  const context = { ...network, signal, now, sleep: (delayMs: number) => systemClock.sleep(delayMs, signal) }
  return { jetstream, context, stop: () => stopped.abort() }
}

type Listening = { endpoints: string[]; cursor?: unknown; languages?: string[]; until: (all: Told) => boolean }
type Told = {
  words: string[]
  gaps: NonNullable<Heard['gap']>[]
  cursor: unknown
  failure: Failure | undefined
  unreadable: string[]
}

/** Listens until it has heard enough, and tells in short what it heard: `+text`, `~text` for an edit, `-id` for a deletion. */
async function listen(context: ConnectorContext, listening: Listening): Promise<Told> {
  const { endpoints, cursor, languages = [], until } = listening
  const told: Told = { words: [], gaps: [], cursor: undefined, failure: undefined, unreadable: [] }
  for await (const heard of streamPosts(context, { settings: { endpoints, languages }, cursor })) {
    if (heard.kind !== 'heard') {
      told.failure = heard
      break
    }
    for (const item of heard.items) {
      if (item.kind === 'author-gone') told.words.push(`gone ${item.nativeId}`)
      else if (item.kind === 'delete') told.words.push(`-${item.nativeId}`)
      else told.words.push(`${item.kind === 'post' ? '+' : '~'}${item.post.text}`)
    }
    if (heard.gap) told.gaps.push(heard.gap)
    told.unreadable.push(...(heard.unreadable ?? []).map(({ why }) => why.en))
    told.cursor = heard.cursor
    if (until(told)) break
  }
  return told
}

const heardAll = (count: number) => (told: Told) => told.words.length >= count
const from = (jetstream: FakeJetstream, timeUs: number): unknown => ({ timeUs, endpoint: jetstream.v1Url })

for (const wire of ['v1Url', 'v2Url'] as const) {
  test(`${wire}: posts, edits and deletions are heard as they are said`, async (t) => {
    const { jetstream, context } = await stage(t)
    const listening = listen(context, { endpoints: [jetstream[wire]], until: heardAll(4) })
    await jetstream.whenSubscribed()
    const { uri, rkey } = jetstream.post({ text: 'Late agian' })
    jetstream.post({ rkey, text: 'Late again', isEdit: true })
    jetstream.broadcast({
      kind: 'commit',
      did: 'did:plc:x',
      operation: 'create',
      collection: 'app.bsky.feed.like',
      rkey: '1',
      rev: '1',
      record: {},
    })
    jetstream.broadcast({ kind: 'account', did: 'did:plc:x', active: false, status: 'deactivated' })
    jetstream.broadcast({ kind: 'account', did: 'did:plc:y', active: false, status: 'deleted' })
    jetstream.remove(uri)
    const told = await listening
    assert.deepEqual(told.words, ['+Late agian', '~Late again', 'gone did:plc:y', `-${uri}`])
  })

  test(`${wire}: the next line goes on from the cursor, and loses nothing said in between`, async (t) => {
    const { jetstream, context } = await stage(t)
    const listening = listen(context, { endpoints: [jetstream[wire]], until: heardAll(1) })
    await jetstream.whenSubscribed()
    jetstream.post({ text: 'one' })
    const { cursor } = await listening
    jetstream.post({ text: 'two' })
    jetstream.post({ text: 'three' })
    const told = await listen(context, {
      endpoints: [jetstream[wire]],
      cursor,
      until: ({ words }) => words.includes('+three'),
    })
    assert.deepEqual(told.words.slice(-2), ['+two', '+three'])
    assert.deepEqual(told.gaps, [])
  })

  test(`${wire}: what the server no longer keeps is a gap between two moments`, async (t) => {
    const { jetstream, context } = await stage(t, { aheadMs: 30 * hourMs })
    const lost = jetstream.post({ text: 'nobody heard this' })
    const oldest = jetstream.post({ text: 'kept' })
    jetstream.forgetBefore(oldest.timeUs)
    const asked = lost.timeUs - 2 * hourMs * 1_000
    const told = await listen(context, {
      endpoints: [jetstream[wire]],
      cursor: from(jetstream, asked),
      until: ({ gaps }) => gaps.length > 0,
    })
    assert.deepEqual(
      told.gaps.map((gap) => [gap.from, gap.to]),
      [[new Date(asked / 1_000), new Date(Math.floor(oldest.timeUs / 1_000))]],
    )
    assert.deepEqual(told.words, ['+kept'])
  })
}

test('an old cursor that the server still honours is no gap', async (t) => {
  const { jetstream, context } = await stage(t, { aheadMs: 30 * hourMs })
  const first = jetstream.post({ text: 'kept' })
  const told = await listen(context, {
    endpoints: [jetstream.v1Url],
    cursor: from(jetstream, first.timeUs - 1_000_000),
    until: heardAll(1),
  })
  assert.deepEqual([told.words, told.gaps], [['+kept'], []])
})

test('a line that breaks is a failure to try again, after all that came before it', async (t) => {
  const { jetstream, context } = await stage(t)
  const listening = listen(context, { endpoints: [jetstream.url], until: () => false })
  await jetstream.whenSubscribed()
  jetstream.post({ text: 'the last words' })
  jetstream.dropSubscribers()
  const told = await listening
  assert.deepEqual([told.words, told.failure?.kind], [['+the last words'], 'retry'])
})

test('a server that is away is passed by', async (t) => {
  const { jetstream, context } = await stage(t)
  const away = await openFakeJetstream()
  await away.close()
  const listening = listen(context, { endpoints: [away.url, jetstream.url, away.v2Url], until: heardAll(1) })
  await jetstream.whenSubscribed()
  jetstream.post({ text: 'still heard' })
  assert.deepEqual((await listening).words, ['+still heard'])
})

test('when none answers it says so, and an address inside is refused', async (t) => {
  const { context } = await stage(t)
  const away = await openFakeJetstream()
  await away.close()
  const told = await listen(context, { endpoints: [away.url], until: () => false })
  assert.equal(told.failure?.kind, 'retry')
  const inside = await listen(context, { endpoints: ['ws://127.0.0.2:9'], until: () => false })
  assert.equal(inside.failure?.kind, 'refused')
})

test('a clock of ours that is ahead of the server loses nothing after the first line', async (t) => {
  const { jetstream, context } = await stage(t, { aheadMs: hourMs })
  const listening = listen(context, { endpoints: [jetstream.url], until: heardAll(1) })
  await jetstream.whenSubscribed()
  jetstream.post({ text: 'one' })
  const { cursor } = await listening
  jetstream.post({ text: 'two' })
  const told = await listen(context, {
    endpoints: [jetstream.url],
    cursor,
    until: ({ words }) => words.includes('+two'),
  })
  assert.equal(told.words.at(-1), '+two')
})

test('abort ends the stream and closes the line', async (t) => {
  const { jetstream, context, stop } = await stage(t)
  const listening = listen(context, { endpoints: [jetstream.url], until: () => false })
  await jetstream.whenSubscribed()
  stop()
  assert.equal((await listening).failure, undefined)
})

test('posts in other languages are left out, posts without one are kept', async (t) => {
  const { jetstream, context } = await stage(t)
  const listening = listen(context, { endpoints: [jetstream.url], languages: ['nl'], until: heardAll(3) })
  await jetstream.whenSubscribed()
  const says = (text: string, langs?: string[]): void =>
    void jetstream.post({
      record: { $type: 'app.bsky.feed.post', text, createdAt: new Date().toISOString(), ...(langs && { langs }) },
    })
  says('te laat', ['nl'])
  says('too late', ['en'])
  says('weer te laat', ['en', 'nl-BE'])
  says('…')
  assert.deepEqual((await listening).words, ['+te laat', '+weer te laat', '+…'])
})

test('a record that is no post is set apart, and the others go on', async (t) => {
  const { jetstream, context } = await stage(t)
  const listening = listen(context, { endpoints: [jetstream.url], until: heardAll(1) })
  await jetstream.whenSubscribed()
  jetstream.post({ record: { $type: 'app.bsky.feed.post', text: 7 } })
  jetstream.post({ text: 'fine' })
  const told = await listening
  assert.deepEqual([told.words, told.unreadable], [['+fine'], ['the record has no text']])
})

test('a day in one go: more than can wait is taken in several lines, in order and whole', async (t) => {
  const { jetstream, context } = await stage(t)
  const count = 45_000
  const first = jetstream.post({ text: '0' })
  for (let index = 1; index < count; index += 1) jetstream.post({ text: String(index) })
  const last = `+${count - 1}`
  const told = await listen(context, {
    endpoints: [jetstream.url],
    cursor: from(jetstream, first.timeUs),
    until: ({ words }) => words.at(-1) === last,
  })
  const distinct = [...new Set(told.words)]
  assert.deepEqual([distinct.length, distinct[0], distinct.at(-1)], [count, '+0', last])
})
