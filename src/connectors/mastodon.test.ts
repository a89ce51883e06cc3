import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Failure, Heard, PostRef } from '#domain/connector.ts'
import { testConnector } from '#testing/connector.ts'
import { type FakeMastodon, type FakeStatus, fakeHost, fakeToken, openFakeMastodon } from '#testing/fake-mastodon.ts'
import { openTapedNetwork, type TapedAnswer, type TapedNetwork } from '#testing/tape.ts'
import mastodon from './mastodon.ts'

const settings = { server: fakeHost, tags: ['Acme', 'bread'] }
const credentials = { server: fakeHost, token: fakeToken }
const account = { nativeId: `https://${fakeHost}/@acme`, handle: `acme@${fakeHost}` }

function filled(more: readonly string[] = []): FakeMastodon {
  const fake = openFakeMastodon()
  fake.say({ text: 'Late again.', by: 'jan', tags: ['Acme'] })
  fake.say({ text: 'Lovely loaf.', by: 'ann@other.test', tags: ['Bread'] })
  fake.say({ text: 'No tag of ours.', by: 'ann@other.test', tags: ['cake'] })
  fake.mention({ text: '@acme Are you open?', by: 'eve@other.test' })
  for (const text of more) fake.say({ text, by: 'jan', tags: ['acme'], at: '2026-05-04T08:30:00.000Z' })
  return fake
}
function refOf(status: FakeStatus): PostRef {
  const { acct } = status.account
  const server = `https://${fakeHost}`
  const ref = {
    server,
    id: status.id,
    visibility: status.visibility,
    acct: acct.includes('@') ? acct : `${acct}@${fakeHost}`,
  }
  return { nativeId: status.uri, ref }
}

testConnector(mastodon, {
  settings,
  credentials,
  account,
  tape: filled,
  hears: ['Late again.', 'Lovely loaf.'],
  empty: openFakeMastodon,
  later: { tape: () => filled(['And again.']), hears: ['And again.'] },
  past: {
    since: new Date('2026-05-01T00:00:00Z'),
    tape: () => {
      const fake = openFakeMastodon()
      fake.say({ text: 'Long ago.', by: 'jan', tags: ['acme'], at: '2026-04-01T08:00:00.000Z' })
      for (let index = 0; index < 90; index++)
        fake.say({ text: `Post ${index}`, by: 'jan', tags: ['acme'], at: '2026-05-03T08:00:00.000Z' })
      return fake
    },
    finds: Array.from({ length: 90 }, (_, index) => `Post ${index}`),
  },
  progress: (cursor) => {
    const { groups = {} } = (cursor ?? {}) as { groups?: Record<string, { recent: [string][] }> }
    return Math.max(0, ...Object.values(groups).flatMap(({ recent }) => recent.map(([id]) => Number(id))))
  },
  notified: ['@acme Are you open?'],
  sends: {
    post: {
      nativeId: `https://${fakeHost}/users/jan/statuses/1`,
      ref: { server: `https://${fakeHost}`, id: '1', visibility: 'public', acct: 'jan@other.test' },
    },
    text: 'Sorry to hear that. https://acme.test/late',
    open: () => {
      const fake = openFakeMastodon({ keepsKeys: false })
      const parent = fake.say({ text: 'Late again.', by: 'jan@other.test', id: '1' })
      return { tape: fake.tape, stands: () => fake.answersTo(parent).length }
    },
  },
})

function open(fake: FakeMastodon): TapedNetwork {
  return openTapedNetwork(fake)
}
/** Polls until there is no more, as the runner does. */
async function poll(
  fake: FakeMastodon,
  cursor?: unknown,
  tags = settings.tags,
): Promise<{ heard: string[]; cursor: unknown; requests: number }> {
  const network = open(fake)
  const heard: string[] = []
  let at = cursor
  for (;;) {
    const page: Heard | Failure | undefined = await mastodon.poll?.(network.context(), {
      settings: { ...settings, tags },
      cursor: at,
      terms: [],
    })
    assert.ok(page?.kind === 'heard', JSON.stringify(page))
    heard.push(...page.items.map((item) => (!('post' in item) ? 'delete' : `${item.kind} ${item.post.text}`)))
    at = JSON.parse(JSON.stringify(page.cursor))
    if (!page.more) return { heard, cursor: at, requests: network.requests.length }
  }
}

test('a backlog of several pages is walked through, once', async () => {
  const fake = filled()
  const { cursor } = await poll(fake)
  for (let index = 0; index < 130; index++)
    fake.say({ text: `post ${index}`, by: 'jan', tags: ['acme'], at: '2026-05-04T08:30:00.000Z' })
  const next = await poll(fake, cursor)
  assert.deepEqual(
    next.heard,
    Array.from({ length: 130 }, (_, index) => `post post ${index}`),
  )
  assert.deepEqual((await poll(fake, next.cursor)).heard, [])
})

test('a post that comes late with an older number is heard, and an edit as an edit', async () => {
  const fake = filled()
  fake.say({ text: 'Newest.', by: 'jan', tags: ['acme'], id: '9000', at: '2026-05-04T08:30:00.000Z' })
  const { cursor } = await poll(fake)
  fake.say({ text: 'Slow server.', by: 'ann@other.test', tags: ['acme'], id: '8000', at: '2026-05-04T08:25:00.000Z' })
  const [first] = fake.statuses.filter(({ id }) => id === '9000')
  assert.ok(first)
  fake.edit(first, 'Newest, corrected.')
  assert.deepEqual((await poll(fake, cursor)).heard, ['post Slow server.', 'edit Newest, corrected.'])
})

test('many tags are few requests', async () => {
  const fake = filled()
  assert.equal((await poll(fake, undefined, ['a', 'b', 'c', 'd', 'acme'])).requests, 1)
  assert.equal((await poll(fake, undefined, ['a', 'b', 'c', 'd', 'e', 'acme'])).requests, 2)
})

test('a post tells who, where, and what it needs to be answered', async () => {
  const fake = openFakeMastodon()
  const root = fake.say({ text: 'Bread?', by: 'ann@other.test' })
  const parent = fake.say({ text: 'Yes', by: 'eve', answers: root })
  const status = fake.say({ text: 'x', by: 'jan@other.test', tags: ['acme'], answers: parent })
  status.content = `<p>Hi <span class="h-card"><a href="https://${fakeHost}/@acme" class="u-url mention">@<span>acme</span></a></span>, see <a href="https://acme.test/a/very/long"><span class="invisible">https://</span><span class="ellipsis">acme.test/a/very</span><span class="invisible">/long</span></a><br>now <a href="https://${fakeHost}/tags/acme" class="mention hashtag">#<span>acme</span></a></p>`
  Object.assign(status, {
    mentions: [{ acct: 'acme', url: `https://${fakeHost}/@acme` }],
    spoiler_text: 'Food',
    media_attachments: [{ type: 'image', url: 'https://m.test/1.png', preview_url: null, description: 'A loaf' }],
  })
  const heard = await mastodon.poll?.(open(fake).context(), { settings, cursor: undefined, terms: [] })
  assert.ok(heard?.kind === 'heard' && heard.items[0]?.kind === 'post')
  const { post } = heard.items[0]
  assert.equal(post.text, 'Hi @acme, see https://acme.test/a/very/long\nnow #acme')
  assert.deepEqual(post.links, ['https://acme.test/a/very/long'])
  assert.deepEqual(
    [post.rootId, post.parentId, post.kind, post.title, post.mentions, post.tags],
    [root.uri, parent.uri, 'reply', 'Food', [`acme@${fakeHost}`], ['acme']],
  )
  assert.deepEqual(
    [post.author.nativeId, post.author.handle, post.author.bio],
    ['https://other.test/@jan', 'jan@other.test', 'Hi'],
  )
  assert.deepEqual(post.media, [{ kind: 'image', url: 'https://m.test/1.png', alt: 'A loaf' }])
  assert.deepEqual(post.ref, {
    server: `https://${fakeHost}`,
    id: status.id,
    visibility: 'public',
    acct: 'jan@other.test',
  })
})

test('what cannot be read is set apart, boosts are left out, the rest goes on', async () => {
  const fake = filled()
  Object.assign(fake.say({ text: 'boost', by: 'jan', tags: ['acme'] }), { reblog: { id: '1' } })
  Object.assign(fake.say({ text: 'odd', by: 'jan', tags: ['acme'] }), { created_at: 'never' })
  const heard = await mastodon.poll?.(open(fake).context(), { settings, cursor: undefined, terms: [] })
  assert.ok(heard?.kind === 'heard')
  assert.deepEqual([heard.items.length, heard.unreadable?.length], [2, 1])
})

test('an account says who it is and how long its server lets it write', async () => {
  const limitsOf = async (fake: FakeMastodon) => {
    const connected = await mastodon.connect?.(open(fake).context(), credentials)
    assert.ok(connected?.kind === 'connected', JSON.stringify(connected))
    assert.deepEqual([connected.account.nativeId, connected.account.handle], [account.nativeId, account.handle])
    return connected.account.limits
  }
  assert.deepEqual(await limitsOf(openFakeMastodon()), { max: 640, unit: 'grapheme', linkWeight: 20 })
  assert.deepEqual(await limitsOf(openFakeMastodon({ hasV2: false })), { max: 3_000, unit: 'grapheme', linkWeight: 23 })
})

type Sending = { fake: FakeMastodon; parent: FakeStatus; post?: PostRef; text?: string; key?: string }
function sendAsk({ parent, post = refOf(parent), text = 'Sorry!', key = 'k1' }: Sending) {
  return {
    credentials,
    account,
    post,
    text,
    lang: 'nl-NL',
    visibility: 'public' as const,
    key,
    since: new Date('2026-05-04T09:00:00Z'),
  }
}
async function send(sending: Sending): Promise<FakeStatus | undefined> {
  const outcome = await mastodon.reply?.send(open(sending.fake).context(), sendAsk(sending))
  assert.equal(outcome?.kind, 'sent', JSON.stringify(outcome))
  return sending.fake.answersTo(sending.parent).at(-1)
}

test('an answer names whom it answers, once, and is seen by no more people than the question', async () => {
  const fake = openFakeMastodon()
  const parent = fake.say({ text: 'Help', by: 'jan@other.test', visibility: 'private' })
  assert.equal((await send({ fake, parent }))?.source, '@jan@other.test Sorry!')
  assert.equal((await send({ fake, parent, text: 'Sorry @jan!', key: 'k2' }))?.source, 'Sorry @jan!')
  assert.equal(fake.answersTo(parent)[0]?.visibility, 'private')
  const own = fake.say({ text: 'Our own' })
  assert.equal((await send({ fake, parent: own, key: 'k3' }))?.source, 'Sorry!')
})

test('a post of another server is looked up by its name', async () => {
  const fake = openFakeMastodon()
  const parent = fake.say({ text: 'Help', by: 'jan@other.test', uri: 'https://other.test/1' })
  const elsewhere = {
    nativeId: 'https://other.test/1',
    ref: { server: 'https://other.test', id: '77', visibility: 'public', acct: 'jan@other.test' },
  }
  assert.ok(await send({ fake, parent, post: elsewhere }))
  const outcome = await mastodon.reply?.send(
    open(fake).context(),
    sendAsk({ fake, parent, post: { nativeId: 'https://gone.test/1' } }),
  )
  assert.equal(outcome?.kind, 'refused')
})

test('only the same words under the same post are our answer', async () => {
  const fake = openFakeMastodon()
  const parent = fake.say({ text: 'Help', by: 'jan@other.test' })
  const other = fake.say({ text: 'Help too', by: 'jan@other.test' })
  await send({ fake, parent: other })
  await send({ fake, parent, text: 'Something else', key: 'k2' })
  fake.say({ text: '@jan@other.test Sorry!', answers: parent, at: '2026-05-04T07:00:00.000Z' })
  const find = async (sending: Sending): Promise<string | undefined> =>
    (await mastodon.reply?.find?.(open(fake).context(), sendAsk(sending)))?.kind
  assert.equal(await find({ fake, parent }), 'not-found')
  await send({ fake, parent, key: 'k3' })
  assert.equal(await find({ fake, parent }), 'found')
  const tape = fake.tape
  fake.tape = (request) => (request.url.endsWith('/source') ? { status: 404, body: '' } : tape(request))
  assert.equal(await find({ fake, parent }), 'found', 'without /source too')
})

test('too long, gone or not allowed are refused with the words of the server', async () => {
  const fake = openFakeMastodon()
  const parent = fake.say({ text: 'Help', by: 'jan' })
  const long = await mastodon.reply?.send(open(fake).context(), sendAsk({ fake, parent, text: 'x'.repeat(501) }))
  assert.ok(long?.kind === 'refused')
  assert.match(long.why.nl, /social\.test accepteert dit niet\. \(422: Validation failed: Text character limit/)
  fake.remove(parent)
  assert.equal((await mastodon.reply?.send(open(fake).context(), sendAsk({ fake, parent })))?.kind, 'refused')
})

test('a favourite stands; taking back what is gone is no trouble', async () => {
  const fake = openFakeMastodon()
  const parent = fake.say({ text: 'Help', by: 'jan' })
  const ask = { credentials, account, post: refOf(parent) }
  assert.deepEqual(await mastodon.like?.(open(fake).context(), ask), { kind: 'acted' })
  assert.ok(fake.favourites.has(parent.id))
  assert.deepEqual(await mastodon.recheck?.(open(fake).context(), { post: ask.post }), { kind: 'stands' })
  fake.remove(parent)
  assert.deepEqual(await mastodon.recheck?.(open(fake).context(), { post: ask.post }), { kind: 'removed' })
  assert.deepEqual(await mastodon.reply?.remove?.(open(fake).context(), ask), { kind: 'acted' })
})

test('a server that keeps its hashtags to its members says how to go on', async () => {
  const check = async (answer: TapedAnswer): Promise<void> => {
    const outcome = await mastodon.trySource(openTapedNetwork({ tape: () => answer }).context(), {
      settings,
      cursor: undefined,
      terms: [],
    })
    assert.ok(outcome.kind === 'reconnect')
    assert.match(outcome.why.en, /Connect an account on social\.test/)
  }
  await check({ status: 401, body: '' })
  await check({ status: 422, body: { error: 'This method requires an authenticated user' } })
})

test('our token is told to its own server only', async () => {
  const network = openTapedNetwork({ tape: () => ({ body: [] }) })
  await mastodon.poll?.(network.context(), {
    settings: { ...settings, server: 'other.test' },
    cursor: undefined,
    terms: [],
    credentials,
  })
  await mastodon.poll?.(network.context(), { settings, cursor: undefined, terms: [], credentials })
  assert.deepEqual(
    network.requests.map(({ headers }) => headers.get('authorization')),
    [null, `Bearer ${fakeToken}`],
  )
})

async function listen(
  fake: FakeMastodon,
  script: () => void,
  options: { token?: string; until: number },
): Promise<string[]> {
  const controller = new AbortController()
  const network = open(fake)
  const ask = {
    settings,
    cursor: undefined,
    terms: [],
    ...(options.token && { credentials: { ...credentials, token: options.token } }),
  }
  const told: string[] = []
  const poke = setInterval(() => {
    if (fake.listeners.size === 0) return
    clearInterval(poke)
    script()
  }, 1)
  for await (const heard of mastodon.stream?.(network.context(controller.signal), ask) ?? []) {
    if (heard.kind !== 'heard') told.push(heard.kind)
    else
      told.push(
        ...heard.items.map((item) =>
          !('post' in item) ? `delete ${item.nativeId}` : `${item.kind} ${item.post.text}`,
        ),
      )
    if (told.length >= options.until) controller.abort()
  }
  clearInterval(poke)
  assert.deepEqual(network.outside, [])
  return told
}

test('the stream tells posts, edits, mentions and deletions, until it is stopped', async () => {
  const fake = openFakeMastodon()
  let uri = ''
  const told = await listen(
    fake,
    () => {
      const status = fake.say({ text: 'Late again.', by: 'jan', tags: ['acme'] })
      uri = status.uri
      fake.edit(status, 'Late, again.')
      fake.remove(status)
      for (const socket of fake.listeners)
        for (const frame of [
          '',
          'nonsense',
          '{}',
          '{"event":"delete","payload":"5"}',
          '{"event":"update","payload":"{}"}',
        ])
          socket.say(frame)
      fake.mention({ text: 'Open?', by: 'ann' })
    },
    { token: fakeToken, until: 5 },
  )
  assert.deepEqual(told, ['post Late again.', 'edit Late, again.', `delete ${uri}`, 'post Open?', 'post Open?'])
  const [socket] = fake.listeners
  assert.deepEqual(
    socket?.sent.map((text) => JSON.parse(text)),
    [
      { type: 'subscribe', stream: 'hashtag', tag: 'Acme' },
      { type: 'subscribe', stream: 'hashtag', tag: 'bread' },
      { type: 'subscribe', stream: 'user:notification' },
    ],
  )
})

test('a stream that is broken off says so, and one with a bad token asks for another', async () => {
  const fake = openFakeMastodon()
  assert.deepEqual(
    await listen(fake, () => [...fake.listeners].map((socket) => socket.end()), { token: fakeToken, until: 9 }),
    ['retry'],
  )
  assert.deepEqual(await listen(openFakeMastodon(), () => {}, { token: 'old', until: 9 }), ['reconnect'])
})

test('the first hashtags are made of what people call us', () => {
  assert.deepEqual(mastodon.firstSource?.(['Acme Bakery', 'acme bakery', 'Café 5', '24', 'ab']), {
    server: 'mastodon.social',
    tags: ['acmebakery', 'Café5'],
  })
  assert.equal(mastodon.firstSource?.(['24', '!']), undefined)
})

test('a private answer is private there, names nobody else, and the same words in public are not it', async () => {
  const fake = openFakeMastodon()
  const parent = fake.say({ text: 'Help', by: 'jan@other.test' })
  await send({ fake, parent })
  const direct = { ...sendAsk({ fake, parent, key: 'k2' }), visibility: 'direct' as const }
  const { reply } = mastodon
  assert.equal((await reply?.find?.(open(fake).context(), direct))?.kind, 'not-found', 'what stands is public')
  assert.equal((await reply?.send(open(fake).context(), direct))?.kind, 'sent')
  assert.equal(fake.answersTo(parent).at(-1)?.visibility, 'direct')
  assert.equal((await reply?.find?.(open(fake).context(), direct))?.kind, 'found')
  const named = { ...direct, key: 'k3', text: 'Vraag het @piet@other.test' }
  assert.equal((await reply?.send(open(fake).context(), named))?.kind, 'refused')
  assert.equal(fake.answersTo(parent).length, 2)
})
