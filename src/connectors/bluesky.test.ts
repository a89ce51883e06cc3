import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordKeyOf } from '#connectors/bluesky/record-key.ts'
import bluesky from '#connectors/bluesky.ts'
import type { SendAsk } from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { testConnector } from '#testing/connector.ts'
import { fakeAppview, fakeService, openFakeBluesky } from '#testing/fake-bluesky.ts'
import { type StampedEvent, toV1 } from '#testing/jetstream-wire.ts'
import { openTapedNetwork, type SocketTape, tapeOf } from '#testing/tape.ts'

const now = '2026-05-04T09:00:00.000Z'
const nowUs = Date.parse(now) * 1_000
const account = { nativeId: 'did:plc:ourselves', handle: 'acme.example' }
const credentials = { service: fakeService, identifier: 'acme.example', appPassword: 'good-password' }
const settings = { endpoints: ['wss://jetstream.example'], languages: [], appview: fakeAppview }
const complaint = { uri: 'at://did:plc:anna/app.bsky.feed.post/3kaaaaaaaaaa2', cid: 'bafyreicomplaint' }
const post = { nativeId: complaint.uri, ref: { cid: complaint.cid } }

function said(seq: number, text: string): StampedEvent {
  const record = { $type: 'app.bsky.feed.post', text, createdAt: now, langs: ['en'] }
  const commit = {
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey: `post${seq}`,
    rev: '1',
    cid: 'bafyreisaid',
    record,
  } as const
  return { kind: 'commit', did: 'did:plc:anna', seq, timeUs: nowUs + seq, ...commit }
}
const plays =
  (...events: StampedEvent[]): SocketTape =>
  () =>
  (socket) => {
    for (const event of events) socket.say(toV1(event))
    socket.end()
  }
const notification = {
  ...complaint,
  author: { did: 'did:plc:anna', handle: 'anna.example', displayName: 'Anna' },
  reason: 'mention',
  record: { $type: 'app.bsky.feed.post', text: '@acme.example where is my parcel?', createdAt: now },
  indexedAt: '2026-05-04T08:59:00.000Z',
}

/** More than two pages; the first of them too old. */
const past = Array.from({ length: 251 }, (_, index) => {
  const indexedAt = new Date(
    Date.parse('2026-05-02T08:00:00.000Z') + (index - 1) * 60_000 - (index ? 0 : 9e8),
  ).toISOString()
  const record = { $type: 'app.bsky.feed.post', text: `Acme ${index}`, createdAt: indexedAt, langs: ['en'] }
  const uri = `at://did:plc:anna/app.bsky.feed.post/past${index}`
  return { uri, cid: 'bafyreipast', author: notification.author, record, indexedAt, likeCount: index }
})

testConnector(bluesky, {
  settings,
  credentials,
  account,
  now,
  tape: () => ({
    ...openFakeBluesky({ notifications: [notification, { ...notification, reason: 'like' }] }),
    sockets: plays(said(1, 'The train is late.'), said(2, 'Late again!')),
  }),
  hears: ['The train is late.', 'Late again!'],
  empty: () => ({ ...openFakeBluesky({ notifications: [notification] }), sockets: plays() }),
  later: {
    tape: () => ({ ...openFakeBluesky(), sockets: plays(said(2, 'Late again!'), said(3, 'On time for once.')) }),
    hears: ['On time for once.'],
  },
  past: {
    since: new Date('2026-05-01T00:00:00.000Z'),
    tape: () => openFakeBluesky({ posts: past }),
    finds: past.slice(1).map((_, index) => `Acme ${index + 1}`),
  },
  progress: (cursor) => (cursor as { timeUs: number }).timeUs,
  notified: ['@acme.example where is my parcel?'],
  sends: {
    post,
    text: 'Sorry!',
    open: () => {
      const fake = openFakeBluesky()
      return { ...fake, stands: () => fake.records.size }
    },
  },
})

type Ask = SendAsk<typeof credentials>
let people = 0
/** Every test is another account, since sessions are kept as long as the process lives. */
function asking(changes: Partial<Ask> = {}): Ask {
  people += 1
  const own = { ...credentials, identifier: `acme${people}.example` }
  return {
    credentials: own,
    account,
    post,
    text: 'Sorry!',
    lang: 'en',
    visibility: 'public',
    key: 'the-key',
    since: new Date(now),
    ...changes,
  }
}

const reply = bluesky.reply
assert.ok(reply && bluesky.notifications && bluesky.fillAuthors && bluesky.like && bluesky.recheck && bluesky.connect)
const { notifications, fillAuthors, like, recheck, connect } = bluesky

test('many calls share one sign-in, also when they come at once', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  const ask = { ...asking(), cursor: undefined }
  await Promise.all([1, 2, 3].map(() => notifications(network.context(), ask)))
  await reply.find?.(network.context(), ask)
  assert.equal(fake.signIns(), 1)
})

test('an expired session is refreshed once and the call goes on', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  const ask = asking()
  await reply.find?.(network.context(), ask)
  fake.expire()
  assert.equal((await reply.send(network.context(), ask)).kind, 'sent')
  assert.deepEqual([fake.signIns(), fake.refreshes(), fake.records.size], [1, 1, 1])
})

test('a session that cannot be refreshed asks for a person, and the next connect signs in anew', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  const ask = asking()
  await reply.find?.(network.context(), ask)
  fake.expire({ forEver: true })
  assert.equal((await reply.send(network.context(), ask)).kind, 'reconnect')
  assert.equal(fake.records.size, 0)
  assert.equal((await connect(network.context(), ask.credentials)).kind, 'connected')
  assert.equal(fake.signIns(), 2)
})

test('the wait ends when Bluesky says so in seconds since 1970', async () => {
  const reset = Date.parse(now) / 1_000 + 240
  const tape = tapeOf({
    'GET *': { status: 429, headers: { 'ratelimit-reset': String(reset) }, body: { error: 'RateLimitExceeded' } },
  })
  const network = openTapedNetwork({ tape })
  const outcome = await recheck(network.context(), { settings, post })
  assert.deepEqual(outcome.kind === 'wait' && outcome.until, new Date(reset * 1_000))
})

test('an answer in a thread names its root, and carries links, tags and names in bytes', async () => {
  const fake = openFakeBluesky()
  const root = { uri: 'at://did:plc:anna/app.bsky.feed.post/root', cid: 'bafyreiroot' }
  const text = 'Ça va, @anna.test? See https://acme.example/help #späť, not @nobody.test'
  const ask = asking({
    text,
    lang: 'nl',
    post: { nativeId: complaint.uri, ref: { cid: complaint.cid, root, parent: root } },
  })
  const sent = await reply.send(openTapedNetwork(fake).context(), ask)
  assert.ok(sent.kind === 'sent', JSON.stringify(sent))
  const record = fake.records.get(sent.nativeId) ?? {}
  assert.deepEqual(record.reply, { root, parent: complaint })
  assert.deepEqual([record.langs, record.createdAt], [['nl'], now])
  const marked = (record.facets as { index: { byteStart: number; byteEnd: number }; features: object[] }[]).map(
    ({ index, features }) => [Buffer.from(text).subarray(index.byteStart, index.byteEnd).toString(), features],
  )
  assert.deepEqual(marked, [
    ['@anna.test', [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:anna' }]],
    ['https://acme.example/help', [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://acme.example/help' }]],
    ['#späť', [{ $type: 'app.bsky.richtext.facet#tag', tag: 'späť' }]],
  ])
})

for (const [why, text] of [
  ['300 characters are the most', 'é'.repeat(301)],
  ['3,000 bytes are the most', '👨‍👩‍👧‍👦'.repeat(121)],
  ['nothing is not an answer', '  \n'],
] as const) {
  test(`${why}: refused before anything is asked`, async () => {
    const network = openTapedNetwork({ tape: () => undefined })
    assert.equal((await reply.send(network.context(), asking({ text }))).kind, 'refused')
    assert.deepEqual(network.requests, [])
  })
}

test('a post without its content id is looked up before it is answered', async () => {
  const root = { uri: 'at://did:plc:anna/app.bsky.feed.post/root', cid: 'bafyreiroot' }
  const fake = openFakeBluesky({ posts: [{ ...complaint, record: { text: '', reply: { root, parent: root } } }] })
  const sent = await reply.send(openTapedNetwork(fake).context(), asking({ post: { nativeId: complaint.uri } }))
  assert.ok(sent.kind === 'sent')
  assert.deepEqual(fake.records.get(sent.nativeId)?.reply, { root, parent: complaint })
})

test('an answer that stands under another key is found by its words, unless it is older than the first attempt', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  const ask = asking()
  await reply.send(network.context(), { ...ask, key: 'another-key' })
  assert.equal((await reply.find?.(network.context(), ask))?.kind, 'found')
  const later = { ...ask, since: new Date(Date.parse(now) + 1) }
  assert.equal((await reply.find?.(network.context(), later))?.kind, 'not-found')
})

test('only our own posts are removed', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  assert.equal((await reply.remove?.(network.context(), asking()))?.kind, 'refused')
  assert.deepEqual(network.requests, [])
})

test('two clicks are one like', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  for (const ask of [asking(), asking()]) assert.deepEqual(await like(network.context(), ask), { kind: 'acted' })
  const [[uri, record] = []] = fake.records
  assert.equal(fake.records.size, 1)
  assert.match(uri ?? '', /^at:\/\/did:plc:ourselves\/app\.bsky\.feed\.like\/[2-7a-z]{13}$/)
  assert.deepEqual(record?.subject, complaint)
})

test('authors are asked for 25 at a time, once an hour, and a missing one stays as he was', async () => {
  const fake = openFakeBluesky()
  const network = openTapedNetwork(fake)
  const dids = ['did:plc:missing', ...Array.from({ length: 59 }, (_, index) => `did:plc:p${index}`)]
  const posts = dids.map(
    (nativeId): Post =>
      postSchema.parse({
        network: 'bluesky',
        nativeId: `at://${nativeId}/app.bsky.feed.post/1`,
        kind: 'post',
        author: { nativeId, handle: '', name: '' },
        text: '',
        publishedAt: new Date(now),
      }),
  )
  const filled = await fillAuthors(network.context(), { settings, posts })
  assert.ok(filled.kind === 'filled')
  assert.equal(network.requests.length, 3)
  assert.deepEqual(
    filled.posts.map(({ author }) => author.handle),
    ['', ...Array.from({ length: 59 }, (_, index) => `p${index}.example`)],
  )
  assert.equal(filled.posts[1]?.author.followers, 7)
  await fillAuthors(network.context(), { settings, posts: posts.slice(1) })
  assert.equal(network.requests.length, 3, 'known by now')
  network.clock.advance(3_600_001)
  await fillAuthors(network.context(), { settings, posts: posts.slice(1, 2) })
  assert.equal(network.requests.length, 4, 'asked again after an hour')
})

test('a record key is a TID, the same for the same key and moment only', () => {
  const since = new Date(now)
  const keys = Array.from({ length: 10_000 }, (_, index) => recordKeyOf({ key: `key ${index}`, since }))
  assert.equal(new Set(keys).size, keys.length)
  for (const key of keys) assert.match(key, /^[234567a-j][234567a-z]{12}$/)
  assert.equal(recordKeyOf({ key: 'key 7', since }), keys[7])
  assert.notEqual(recordKeyOf({ key: 'key 7', since: new Date(since.getTime() + 1) }), keys[7])
  const example = { key: '', since: new Date('2021-01-01T00:00:00Z') }
  assert.ok(recordKeyOf(example) < recordKeyOf({ ...example, since }), 'keys sort by time')
})
