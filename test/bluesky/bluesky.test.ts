import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { systemClock } from '#base/clock.ts'
import { type GuardedNetwork, openGuardedNetwork } from '#base/guarded-fetch.ts'
import { newId } from '#base/ids.ts'
import bluesky from '#connectors/bluesky.ts'
import { type ConnectorContext, type Heard, isFailure } from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { type BlueskyNetwork, type BlueskyPerson, openBlueskyNetwork } from './network.ts'

/** Nothing on loopback takes this long. */
const withinMs = 20_000

let network: BlueskyNetwork
let outside: GuardedNetwork
let writer: BlueskyPerson
let company: BlueskyPerson
let account: { nativeId: string; handle: string }

before(async () => {
  network = await openBlueskyNetwork()
  outside = openGuardedNetwork({ userAgent: 'Wederhoor/test', allow: [...network.hosts, '::1', '127.0.0.0/8'] })
  writer = await network.createAccount('annelies')
  company = await network.createAccount('parcelcompany')
  account = { nativeId: company.did, handle: company.handle }
  await network.settle()
})
after(async () => {
  await outside?.close()
  await network?.close()
})

function contextUntil(signal: AbortSignal): ConnectorContext {
  return {
    ...outside,
    signal,
    now: () => systemClock.now(),
    sleep: (delayMs) => systemClock.sleep(delayMs, signal),
  }
}
const context = (): ConnectorContext => contextUntil(AbortSignal.timeout(withinMs))

/** From this moment on, whether the line stands already or not. */
const now = (): unknown => ({ timeUs: Date.now() * 1_000, endpoint: network.jetstreamUrl })

type Hearing<T> = { from: unknown; endpoints?: string[]; wanted: (heard: Heard) => T | undefined }

/** Listens as the runner does, from a cursor on, until it has heard what the test waits for. */
async function hear<T>({ from, endpoints, wanted }: Hearing<T>): Promise<{ found: T; cursor: unknown }> {
  const stopped = new AbortController()
  const listening = contextUntil(AbortSignal.any([stopped.signal, AbortSignal.timeout(withinMs)]))
  const settings = { ...network.settings, ...(endpoints && { endpoints }) }
  try {
    for await (const heard of bluesky.stream?.(listening, { settings, cursor: from, terms: [] }) ?? []) {
      assert.ok(!isFailure(heard), JSON.stringify(heard))
      const found = wanted(heard)
      if (found !== undefined) return { found, cursor: heard.cursor }
    }
  } finally {
    stopped.abort()
  }
  throw new Error('the stream ended before it was heard')
}

const postThat = (isIt: (post: Post) => boolean) => (heard: Heard) =>
  heard.items.flatMap((item) => (item.kind === 'post' ? [postSchema.parse(item.post)] : [])).find(isIt)

function present<T>(value: T | undefined): T {
  assert.ok(value !== undefined)
  return value
}

test('a post about us is heard, answered under it, never twice, and its deletion is heard', async () => {
  const from = now()
  const said = await writer.post('My parcel is late again, @parcelcompany.test! https://example.com/track #fail')
  const { found: post, cursor } = await hear({ from, wanted: postThat(({ nativeId }) => nativeId === said.uri) })
  assert.match(post.text, /parcel is late/)
  assert.equal(post.nativeId, said.uri)
  assert.deepEqual(post.tags, ['fail'])
  assert.deepEqual(post.links, ['https://example.com/track'])
  assert.deepEqual(post.mentions, [company.did, company.handle])

  const connected = await present(bluesky.connect)(context(), company.credentials)
  assert.ok(connected.kind === 'connected', JSON.stringify(connected))
  assert.deepEqual(
    { nativeId: connected.account.nativeId, handle: connected.account.handle, name: connected.account.name },
    { ...account, name: 'Parcelcompany' },
  )

  const ask = {
    credentials: company.credentials,
    account,
    post,
    text: 'Sorry @annelies.test! We look into it: https://example.com/help #service',
    lang: 'en',
    key: newId(),
    visibility: 'public' as const,
    since: new Date(),
  }
  const reply = present(bluesky.reply)
  assert.deepEqual(await reply.find?.(context(), ask), { kind: 'not-found' })
  const sent = await reply.send(context(), ask)
  assert.ok(sent.kind === 'sent', JSON.stringify(sent))
  const again = await reply.send(context(), ask)
  assert.deepEqual(again, sent, 'the same key names the same record with the same content')
  assert.equal((await company.posts()).length, 1, 'the same key stands once')
  assert.deepEqual(await reply.find?.(context(), ask), {
    ...sent,
    kind: 'found',
    ref: { cid: (sent.ref as { cid: string }).cid },
  })

  const record = present(await network.readRecord(sent.nativeId))
  const parent = { uri: said.uri, cid: said.cid }
  assert.deepEqual(record.reply, { root: parent, parent })
  assert.equal((record.facets as unknown[]).length, 3)
  await network.settle()
  assert.deepEqual(await network.readThread(said.uri), [
    { uri: sent.nativeId, text: ask.text, handle: company.handle, parentUri: said.uri },
  ])

  const own = await hear({ from: cursor, wanted: postThat(({ nativeId }) => nativeId === sent.nativeId) })
  assert.equal(own.found.author.nativeId, company.did, 'our own answer is heard back, from the saved cursor')
  assert.equal(own.found.parentId, said.uri)

  await writer.remove(said.uri)
  const gone = await hear({ from: own.cursor, wanted: ({ items }) => items.find((item) => item.kind === 'delete') })
  assert.deepEqual(gone.found, { kind: 'delete', nativeId: said.uri })
})

test('the second wire of Jetstream gives the same post', async () => {
  const from = now()
  const said = await writer.post('Heard on both wires')
  const wanted = postThat(({ nativeId }) => nativeId === said.uri)
  const v2 = `${network.jetstreamUrl}/xrpc/network.bsky.jetstream.subscribeEvents`
  const onFirst = await hear({ from, wanted })
  const onSecond = await hear({ from, endpoints: [v2], wanted })
  assert.deepEqual(onSecond.found, onFirst.found)
})

/** The appview makes notifications after it has indexed a post, in a queue that it does not show: it is asked until it did. */
async function notified(ask: Parameters<NonNullable<typeof bluesky.notifications>>[1], uri: string) {
  const triesMax = 200
  for (let tries = 0; tries < triesMax; tries += 1) {
    const heard = await present(bluesky.notifications)(context(), ask)
    assert.ok(heard.kind === 'heard', JSON.stringify(heard))
    const found = postThat(({ nativeId }) => nativeId === uri)(heard)
    if (found) return { heard, found }
    await network.settle()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('there was no notification')
}

test('what is addressed to the account comes by its notifications, once', async () => {
  const ours = await company.post('We deliver on Sunday now.')
  // The appview tells of an answer only when it knows the post that is answered, and it indexes repositories side by side.
  await network.settle()
  const answer = await writer.post('Do you really?', ours)
  await network.settle()
  const ask = { credentials: company.credentials, account, cursor: undefined as unknown }
  const { heard, found } = await notified(ask, answer.uri)
  assert.deepEqual(
    { text: found.text, handle: found.author.handle, name: found.author.name, parentId: found.parentId },
    { text: 'Do you really?', handle: writer.handle, name: 'Annelies', parentId: ours.uri },
  )
  const next = await present(bluesky.notifications)(context(), { ...ask, cursor: heard.cursor })
  assert.ok(next.kind === 'heard')
  assert.deepEqual({ items: next.items, cursor: next.cursor }, { items: [], cursor: heard.cursor })
})

test('names come from the public appview, for the posts that are kept', async () => {
  const from = now()
  const said = await writer.post('Who am I?')
  const { found: post } = await hear({ from, wanted: postThat(({ nativeId }) => nativeId === said.uri) })
  assert.equal(post.author.handle, '')
  const filled = await present(bluesky.fillAuthors)(context(), { settings: network.settings, posts: [post] })
  assert.ok(filled.kind === 'filled', JSON.stringify(filled))
  const author = present(filled.posts[0]).author
  assert.deepEqual(
    { handle: author.handle, name: author.name, bio: author.bio },
    {
      handle: writer.handle,
      name: 'Annelies',
      bio: 'I am annelies.',
    },
  )
})

test('a like stands once, a removed answer is gone, and recheck sees a removed post', async () => {
  const said = await writer.post('Thank you for the quick help!')
  await network.settle()
  const post = { nativeId: said.uri, ref: { cid: said.cid } }
  const act = { credentials: company.credentials, account, post }
  for (let click = 0; click < 2; click += 1) assert.deepEqual(await bluesky.like?.(context(), act), { kind: 'acted' })
  const recheck = present(bluesky.recheck)
  assert.deepEqual(await recheck(context(), { settings: network.settings, post }), { kind: 'stands' })

  const answer = {
    ...act,
    text: 'You are welcome.',
    lang: 'en',
    visibility: 'public' as const,
    key: newId(),
    since: new Date(),
  }
  const reply = present(bluesky.reply)
  const sent = await reply.send(context(), answer)
  assert.ok(sent.kind === 'sent', JSON.stringify(sent))
  assert.deepEqual(await reply.remove?.(context(), { ...act, post: { nativeId: sent.nativeId } }), { kind: 'acted' })
  assert.deepEqual(await reply.find?.(context(), answer), { kind: 'not-found' })

  await writer.remove(said.uri)
  await network.settle()
  assert.deepEqual(await recheck(context(), { settings: network.settings, post }), { kind: 'removed' })
})

test('a wrong app password asks for a person, before anything is said', async () => {
  const wrong = await bluesky.connect?.(context(), { ...company.credentials, appPassword: 'xxxx-xxxx-xxxx-xxxx' })
  assert.equal(wrong?.kind, 'reconnect')
})
