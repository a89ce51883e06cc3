import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Failure, Heard } from '#domain/connector.ts'
import { testConnector } from '#testing/connector.ts'
import { openTapedNetwork, type TapedAnswer, tapeOf } from '#testing/tape.ts'
import feed from './feed.ts'

const url = 'https://blog.test/feed'
type Line = { id?: string; title?: string; text?: string; at?: string; link?: string; more?: string }
function rss(lines: readonly Line[], title = 'Bread blog', channel = ''): string {
  const items = lines.map(
    ({ id, title: itemTitle = '', text = '', at = '2026-05-04T08:00:00Z', link, more = '' }) =>
      `<item><title>${itemTitle}</title>${id ? `<guid isPermaLink="false">${id}</guid>` : ''}${link ? `<link>${link}</link>` : ''}<description>${text}</description><pubDate>${at}</pubDate>${more}</item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:thr="http://purl.org/syndication/thread/1.0"><channel><title>${title}</title><link>https://blog.test/</link>${channel}${items.join('')}</channel></rss>`
}
const xml = (body: string, headers: Record<string, string> = {}): TapedAnswer => ({
  body,
  headers: { 'content-type': 'application/rss+xml', ...headers },
})
const first: Line[] = [
  { id: 'b', text: 'Second loaf', at: '2026-05-04T08:30:00Z' },
  { id: 'a', text: 'First loaf' },
]

testConnector(feed, {
  settings: { url },
  tape: () => ({ tape: tapeOf({ [`GET ${url}`]: xml(rss(first), { etag: '"1"' }) }) }),
  hears: ['First loaf', 'Second loaf'],
  empty: () => ({ tape: tapeOf({ [`GET ${url}`]: { status: 304 } }) }),
  later: {
    tape: () => ({
      tape: tapeOf({
        [`GET ${url}`]: xml(rss([{ id: 'c', text: 'Third loaf', at: '2026-05-04T08:45:00Z' }, ...first]), {
          etag: '"2"',
        }),
      }),
    }),
    hears: ['Third loaf'],
  },
  past: {
    since: new Date('2026-05-04T08:15:00Z'),
    tape: () => ({ tape: tapeOf({ [`GET ${url}`]: xml(rss(first)) }) }),
    finds: ['Second loaf'],
  },
  progress: (cursor) => (cursor as { newestAt?: string } | undefined)?.newestAt ?? '',
})

/** Polls one address again and again, each time with the next answer. */
async function pollAll(
  answers: readonly TapedAnswer[],
  settings = { url },
): Promise<{ outcomes: (Heard | Failure)[]; headers: Headers[] }> {
  const network = openTapedNetwork({ tape: tapeOf({ [`GET ${settings.url}`]: answers }) })
  const outcomes: (Heard | Failure)[] = []
  let cursor: unknown
  for (const _ of answers) {
    const outcome = await feed.poll?.(network.context(), { settings, cursor, terms: [] })
    assert.ok(outcome)
    if (outcome.kind === 'heard') cursor = JSON.parse(JSON.stringify(outcome.cursor))
    outcomes.push(outcome)
  }
  return { outcomes, headers: network.requests.map(({ headers }) => headers) }
}
function texts(outcome: Heard | Failure | undefined): string[] {
  assert.ok(outcome?.kind === 'heard', JSON.stringify(outcome))
  return outcome.items.map((item) => `${item.kind} ${!('post' in item) ? item.nativeId : item.post.text}`)
}
async function posts(
  document: string,
  settings = { url },
): Promise<Extract<Heard['items'][number], { kind: 'post' }>['post'][]> {
  const {
    outcomes: [heard],
  } = await pollAll([xml(document)], settings)
  assert.ok(heard?.kind === 'heard', JSON.stringify(heard))
  return heard.items.flatMap((item) => (!('post' in item) ? [] : item.post))
}

test('what was heard is not heard again, an edit is, and what has left and returns is known', async () => {
  const edited: Line[] = [{ id: 'b', text: 'Second loaf, with seeds', at: '2026-05-04T08:30:00Z' }]
  const { outcomes } = await pollAll([xml(rss(first)), xml(rss(first)), xml(rss(edited)), xml(rss(first))])
  assert.deepEqual(outcomes.map(texts), [
    ['post First loaf', 'post Second loaf'],
    [],
    ['edit Second loaf, with seeds'],
    ['edit Second loaf'],
  ])
})

test('the server is asked only for what changed, by its own marks', async () => {
  const { headers } = await pollAll([
    xml(rss(first), { etag: '"1"', 'last-modified': 'Mon, 04 May 2026 08:00:00 GMT' }),
    { status: 304 },
    { status: 304 },
  ])
  assert.equal(headers[0]?.get('if-none-match'), null)
  for (const later of headers.slice(1))
    assert.deepEqual(
      [later.get('if-none-match'), later.get('if-modified-since')],
      ['"1"', 'Mon, 04 May 2026 08:00:00 GMT'],
    )
})

test('a feed may ask for a slower pace, not for a faster one or for ever', async () => {
  const pace = async (answer: TapedAnswer): Promise<number | undefined> => {
    const {
      outcomes: [heard],
    } = await pollAll([answer])
    assert.ok(heard?.kind === 'heard')
    return heard.nextInMs
  }
  assert.equal(await pace(xml(rss(first), { 'cache-control': 'public, max-age=3600' })), 3_600_000)
  assert.equal(await pace(xml(rss(first, 'T', '<ttl>30</ttl>'))), 1_800_000)
  assert.equal(await pace(xml(rss(first), { 'cache-control': 'max-age=5' })), undefined)
  assert.equal(await pace(xml(rss(first), { 'cache-control': 'max-age=99999999' })), 21_600_000)
})

test('410 stops; an error page in place of a known feed passes', async () => {
  const page = {
    body: '<!doctype html><html><title>Be right back</title></html>',
    headers: { 'content-type': 'text/html' },
  }
  const { outcomes } = await pollAll([xml(rss(first)), page, { body: '' }, { status: 410 }, page])
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['heard', 'retry', 'retry', 'refused', 'retry'],
  )
  const { outcomes: unknown } = await pollAll([page])
  assert.equal(unknown[0]?.kind, 'refused')
})

test('a site that names its feed is enough', async () => {
  const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed">'
  const tape = tapeOf({
    'GET https://blog.test/': { body: page, headers: { 'content-type': 'text/html' } },
    [`GET ${url}`]: xml(rss(first)),
  })
  const network = openTapedNetwork({ tape })
  const ask = { settings: { url: 'https://blog.test/' }, cursor: undefined, terms: [] }
  const tried = await feed.trySource(network.context(), ask)
  assert.ok(tried.kind === 'tried')
  assert.equal(
    tried.says.en,
    '“Bread blog” has 2 entries, the newest of 4 May 2026. The site names this feed: https://blog.test/feed',
  )
  assert.equal(
    tried.says.nl,
    '“Bread blog” heeft 2 berichten, het nieuwste van 4 mei 2026. De site noemt deze feed: https://blog.test/feed',
  )
  const heard = await feed.poll?.(network.context(), ask)
  assert.ok(heard?.kind === 'heard')
  network.requests.length = 0
  await feed.poll?.(network.context(), { ...ask, cursor: heard.cursor })
  assert.deepEqual(
    network.requests.map((request) => request.url),
    [url],
    'the page is not asked again',
  )
})

test('another address begins anew', async () => {
  const network = openTapedNetwork({ tape: tapeOf({ 'GET https://blog.test/*': xml(rss(first)) }) })
  const heard = await feed.poll?.(network.context(), { settings: { url }, cursor: undefined, terms: [] })
  assert.ok(heard?.kind === 'heard')
  const other = await feed.poll?.(network.context(), {
    settings: { url: 'https://blog.test/other' },
    cursor: heard.cursor,
    terms: [],
  })
  assert.equal(texts(other).length, 2)
})

test('ids count within their site, and a shared id is none', async () => {
  const ids = async (lines: Line[], from = url): Promise<string[]> =>
    (await posts(rss(lines), { url: from })).map(({ nativeId }) => nativeId)
  assert.deepEqual(await ids([{ id: '5', text: 'x' }]), ['blog.test#5'])
  assert.deepEqual(await ids([{ id: 'https://www.blog.test/?p=5', text: 'x' }]), ['https://www.blog.test/?p=5'])
  assert.deepEqual(await ids([{ id: 'https://blog.test/?p=5', text: 'x' }], 'https://thief.test/feed'), [
    'thief.test#https://blog.test/?p=5',
  ])
  assert.deepEqual(await ids([{ link: '/one', text: 'x' }]), ['https://blog.test/one'])
  assert.deepEqual(
    await ids([
      { id: 'same', link: '/one', text: 'x' },
      { id: 'same', link: '/two', text: 'y' },
    ]),
    ['https://blog.test/one', 'https://blog.test/two'],
  )
  const [unnamed = '', other = ''] = await ids([{ text: 'x' }, { text: 'y' }])
  assert.match(unnamed, /^blog\.test#[\w-]{12}$/)
  assert.notEqual(unnamed, other)
})

test('comments hang together under what they answer', async () => {
  const [wordpress] = await posts(
    rss(
      [{ id: 'https://blog.test/?c=7', link: 'https://blog.test/loaf/#comment-7', text: 'Tasty' }],
      'Comments on: Loaf',
    ),
  )
  assert.deepEqual(
    [wordpress?.kind, wordpress?.rootId, wordpress?.parentId],
    ['comment', 'https://blog.test/loaf/', 'https://blog.test/loaf/'],
  )
  const more = '<thr:in-reply-to ref="tag:blog.test,2026:1" href="https://blog.test/loaf"/>'
  const [threaded] = await posts(rss([{ id: 'c1', text: 'Tasty', more }]))
  assert.deepEqual(
    [threaded?.kind, threaded?.rootId, threaded?.parentId],
    ['comment', 'https://blog.test/loaf', 'blog.test#tag:blog.test,2026:1'],
  )
  const [article] = await posts(rss([{ id: 'a', link: '/loaf', text: 'Loaf' }]))
  assert.deepEqual([article?.kind, article?.rootId, article?.parentId], ['article', undefined, undefined])
})

test('no entry is from the future, and one without a date is from now', async () => {
  const [future] = await posts(rss([{ id: 'a', text: 'x', at: '2036-01-01T00:00:00Z' }]))
  const [undated] = await posts(rss([{ id: 'a', text: 'x', at: 'soon' }]))
  assert.deepEqual(
    [future?.publishedAt, undated?.publishedAt].map((at) => at?.toISOString()),
    ['2026-05-04T09:00:00.000Z', '2026-05-04T09:00:00.000Z'],
  )
})

test('a page that is gone is gone, trouble is no proof', async () => {
  const check = async (answer: TapedAnswer, kind: string): Promise<void> => {
    const network = openTapedNetwork({ tape: tapeOf({ 'GET https://blog.test/loaf': answer }) })
    assert.equal(
      (await feed.recheck?.(network.context(), { post: { nativeId: 'x', url: 'https://blog.test/loaf' } }))?.kind,
      kind,
    )
  }
  await check({ status: 404 }, 'removed')
  await check({ status: 410 }, 'removed')
  await check({ body: 'here' }, 'stands')
  await check({ status: 500 }, 'retry')
  await check({ fails: 'no-connection' }, 'retry')
})

test('a feed says which hub tells of its news, in its header or in itself', async () => {
  const inside = rss(
    first,
    'Bread blog',
    '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.test/"/>',
  )
  const { outcomes } = await pollAll([
    xml(rss(first)),
    xml(inside),
    xml(rss(first), { link: '<https://other.test/>; rel="hub", <https://blog.test/self>; rel="self"' }),
  ])
  assert.deepEqual(
    outcomes.map((outcome) => outcome.kind === 'heard' && outcome.hub),
    [
      undefined,
      { hub: 'https://hub.test/', topic: url },
      { hub: 'https://other.test/', topic: 'https://blog.test/self' },
    ],
  )
})
