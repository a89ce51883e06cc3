import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeardItem } from '#domain/connector.ts'
import { type TrialNetwork, testConnector } from '#testing/connector.ts'
import { openFakeClock } from '#testing/fake-clock.ts'
import { openTapedNetwork, type TapedAnswer, type TapedNetwork, type TapedRequest } from '#testing/tape.ts'
import hackernews from './hackernews.ts'

type Hit = { objectID: string; created_at_i: number; author: string; [field: string]: unknown }
const seconds = (at: string): number => Date.parse(at) / 1_000
function comment(id: number, body: string, at = '2026-05-04T08:00:00Z'): Hit {
  return {
    objectID: String(id),
    created_at_i: seconds(at),
    author: 'pg',
    comment_text: body,
    story_id: 1,
    parent_id: 2,
    title: null,
    points: null,
  }
}
function story(id: number, title: string, at = '2026-05-04T08:00:00Z'): Hit {
  return {
    objectID: String(id),
    created_at_i: seconds(at),
    author: 'dang',
    title,
    url: 'https://acme.test/',
    points: 12,
    num_comments: 3,
  }
}

/** The search as its documentation describes it: the newest first, numeric filters, quotes for a phrase. */
function search(hits: readonly unknown[], request: TapedRequest): TapedAnswer | undefined {
  const { origin, pathname, searchParams } = new URL(request.url)
  if (`${origin}${pathname}` !== 'https://hn.algolia.com/api/v1/search_by_date') return undefined
  assert.equal(searchParams.get('tags'), '(story,comment)')
  const words = (searchParams.get('query') ?? '').replaceAll('"', '').toLowerCase()
  const [from = '', to = ''] = (searchParams.get('numericFilters') ?? '').split(',')
  const [fromS, toS] = [Number(from.split('>=')[1] ?? 0), Number(to.split('<')[1] ?? Number.POSITIVE_INFINITY)]
  const found = hits.filter((hit) => {
    const { created_at_i: at = 0 } = hit as Partial<Hit>
    return JSON.stringify(hit).toLowerCase().includes(words) && at >= fromS && at < toS
  })
  const newestFirst = found.toSorted((a, b) => ((b as Hit).created_at_i ?? 0) - ((a as Hit).created_at_i ?? 0))
  return { body: { hits: newestFirst.slice(0, Number(searchParams.get('hitsPerPage'))), nbHits: found.length } }
}
const tapeOf = (hits: readonly unknown[]): TrialNetwork => ({ tape: (request) => search(hits, request) })
const first = [
  comment(10, 'I like <i>Acme</i> bread.'),
  story(11, 'Show HN: Acme', '2026-05-04T08:10:00Z'),
  comment(12, 'Nothing of ours'),
]

/** Three pages, of which one ends within a second that says several things. */
const past = Array.from({ length: 250 }, (_, index) =>
  comment(
    1_000 + index,
    `Acme ${index}`,
    new Date(Date.parse('2026-05-03T08:00:00Z') + Math.floor(index / 7) * 60_000).toISOString(),
  ),
)

testConnector(hackernews, {
  settings: { terms: [] },
  terms: ['acme'],
  tape: () => tapeOf(first),
  hears: ['I like Acme bread.', ''],
  empty: () => tapeOf([]),
  later: { tape: () => tapeOf([...first, comment(20, 'Acme again', '2026-05-04T08:40:00Z')]), hears: ['Acme again'] },
  past: {
    since: new Date('2026-05-01T00:00:00Z'),
    tape: () => tapeOf([...past, comment(1, 'Acme, long ago', '2026-04-01T08:00:00Z'), comment(2, 'Of others')]),
    finds: past.map((_, index) => `Acme ${index}`),
  },
  progress: (cursor) => (cursor as { untilMs?: Record<string, number> } | undefined)?.untilMs?.acme ?? 0,
})

type Walk = { heard: string[]; items: HeardItem[]; cursor: unknown; network: TapedNetwork; gaps: number }
async function poll(
  hits: readonly unknown[],
  options: { cursor?: unknown; terms?: string[]; now?: string; settings?: { terms: string[] } } = {},
): Promise<Walk> {
  const network = openTapedNetwork({ ...tapeOf(hits), clock: openFakeClock(options.now) })
  const items: HeardItem[] = []
  let { cursor } = options
  let gaps = 0
  for (;;) {
    const heard = await hackernews.poll?.(network.context(), {
      settings: options.settings ?? { terms: [] },
      terms: options.terms ?? ['acme'],
      cursor,
    })
    assert.ok(heard?.kind === 'heard', JSON.stringify(heard))
    items.push(...heard.items)
    cursor = heard.cursor
    gaps += heard.gap ? 1 : 0
    if (!heard.more) break
  }
  return {
    heard: items.map((item) => `${item.kind} ${!('post' in item) ? '' : item.post.nativeId}`),
    items,
    cursor,
    network,
    gaps,
  }
}
const queries = ({ requests }: TapedNetwork): (string | null)[] =>
  requests.map(({ url }) => new URL(url).searchParams.get('query'))

test('a comment stands in its story, a story names its link', async () => {
  const { items } = await poll(first)
  const [one, two] = items.map((item) => (!('post' in item) ? undefined : item.post))
  assert.deepEqual(
    [one?.kind, one?.rootId, one?.parentId, one?.url],
    ['comment', '1', '2', 'https://news.ycombinator.com/item?id=10'],
  )
  assert.deepEqual(
    [two?.kind, two?.rootId, two?.title, two?.links, two?.likes, two?.replies],
    ['post', undefined, 'Show HN: Acme', ['https://acme.test/'], 12, 3],
  )
})

test('each term is one question, and what two of them find is heard once', async () => {
  const { heard, network } = await poll(first, { terms: ['Acme', 'bread', 'acme '] })
  assert.deepEqual(queries(network), ['"acme"', '"bread"'])
  assert.deepEqual(heard, ['post 10', 'post 11'])
})

test('the words of the source win; none at all, or too many, is everything', async () => {
  assert.deepEqual(queries((await poll(first, { settings: { terms: ['Our "name"'] } })).network), ['"our  name "'])
  assert.deepEqual(queries((await poll(first, { terms: [] })).network), [null])
  assert.deepEqual(
    queries((await poll(first, { terms: Array.from({ length: 21 }, (_, index) => `t${index}`) })).network),
    [null],
  )
})

test('a term that comes later brings its own past', async () => {
  const { cursor } = await poll(first)
  assert.deepEqual((await poll(first, { cursor, terms: ['acme', 'ours'] })).heard, ['post 12'])
})

test('what the index shows late is heard, and an edit as an edit', async () => {
  const { cursor } = await poll(first)
  const later = [...first.slice(1), comment(10, 'I love Acme bread.'), comment(9, 'Acme, late', '2026-05-04T07:50:00Z')]
  assert.deepEqual((await poll(later, { cursor })).heard, ['post 9', 'edit 10'])
})

test('after a long pause the past is read in stretches, whole', async () => {
  const { cursor } = await poll(first, { terms: [] })
  const hits = Array.from({ length: 3_000 }, (_, index) =>
    comment(100 + index, `Acme ${index}`, new Date(Date.parse('2026-05-04T09:00:00Z') + index * 30_000).toISOString()),
  )
  const { heard, gaps, network } = await poll(hits, { cursor, terms: [], now: '2026-05-05T12:00:00Z' })
  assert.deepEqual([heard.length, new Set(heard).size, gaps], [3_000, 3_000, 0])
  assert.ok(network.requests.length < 40)
})

test('a stretch with more than fits says what was missed', async () => {
  const { cursor } = await poll(first)
  const hits = Array.from({ length: 1_500 }, (_, index) =>
    comment(100 + index, 'Acme', new Date(Date.parse('2026-05-04T08:30:00Z') + index * 1_000).toISOString()),
  )
  const { heard, gaps } = await poll(hits, { cursor })
  assert.deepEqual([heard.length, gaps], [1_000, 1])
})

test('what cannot be read is set apart', async () => {
  const network = openTapedNetwork(tapeOf([...first, { objectID: 'acme', created_at_i: 3 }]))
  const heard = await hackernews.poll?.(network.context(), {
    settings: { terms: ['acme'] },
    terms: [],
    cursor: undefined,
  })
  assert.ok(heard?.kind === 'heard')
  assert.deepEqual([heard.items.length, heard.unreadable?.length], [2, 1])
})

test('an item that is gone is gone, trouble is no proof', async () => {
  const check = async (answer: TapedAnswer, kind: string): Promise<void> => {
    const network = openTapedNetwork({
      tape: ({ url }) => (url === 'https://hn.algolia.com/api/v1/items/10' ? answer : undefined),
    })
    assert.equal((await hackernews.recheck?.(network.context(), { post: { nativeId: '10' } }))?.kind, kind)
  }
  await check({ status: 404, body: '' }, 'removed')
  await check({ body: { id: 10 } }, 'stands')
  await check({ status: 503, body: '' }, 'retry')
})

test('the first source follows the topics', () => {
  assert.deepEqual(hackernews.firstSource?.(['Acme Bakery']), { terms: [] })
})
