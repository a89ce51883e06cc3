import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Post, postSchema } from '#domain/post.ts'
import { postFromRecord } from './post-from-record.ts'

const did = 'did:plc:anna'
const seenAt = new Date('2026-05-04T09:00:00.000Z')
const ref = (name: string): { uri: string; cid: string } => ({
  uri: `at://did:plc:bob/app.bsky.feed.post/${name}`,
  cid: `cid-${name}`,
})
const blob = (link: string): object => ({ $type: 'blob', ref: { $link: link }, mimeType: 'image/jpeg', size: 1 })
const facet = (byteStart: number, byteEnd: number, feature: object): object => ({
  index: { byteStart, byteEnd },
  features: [feature],
})

function read(record: object): Post {
  const post = postFromRecord({
    did,
    rkey: '3k',
    cid: 'cid-own',
    record: { text: '', createdAt: seenAt.toISOString(), ...record },
    seenAt,
  })
  assert.ok(!('why' in post), JSON.stringify(post))
  return postSchema.parse(post)
}

function check(promise: string, record: object, expected: Partial<Post>): void {
  test(promise, () => {
    const post = read(record)
    const names = Object.keys(expected) as (keyof Post)[]
    assert.deepEqual(Object.fromEntries(names.map((name) => [name, post[name]])), expected)
  })
}

check(
  'a post is named by its at-uri and its author by his DID',
  { text: 'Hello' },
  {
    network: 'bluesky',
    nativeId: 'at://did:plc:anna/app.bsky.feed.post/3k',
    kind: 'post',
    text: 'Hello',
    url: 'https://bsky.app/profile/did:plc:anna/post/3k',
    author: { nativeId: did, handle: '', name: '', url: 'https://bsky.app/profile/did:plc:anna' },
    ref: { cid: 'cid-own' },
  },
)
check(
  'a reply keeps root and parent with their content ids',
  { reply: { root: ref('root'), parent: ref('parent') } },
  {
    kind: 'reply',
    rootId: ref('root').uri,
    parentId: ref('parent').uri,
    ref: { cid: 'cid-own', root: ref('root'), parent: ref('parent') },
  },
)
check(
  'half a reply is a post',
  { reply: { root: ref('root') } },
  { kind: 'post', parentId: undefined, rootId: undefined },
)
check('the first language counts', { langs: ['nl', 'en'] }, { lang: 'nl' })
check('a language that is none is no language', { langs: ['x'.repeat(40)] }, { lang: undefined })

check(
  'a date in the future gives way to the moment of hearing',
  { createdAt: '2031-01-01T00:00:00Z' },
  { publishedAt: seenAt },
)
check(
  'a clock a little ahead is not earlier than it was heard',
  { createdAt: '2026-05-04T09:00:30Z' },
  { publishedAt: seenAt },
)
check(
  'an older date is believed',
  { createdAt: '2026-05-01T00:00:00Z' },
  { publishedAt: new Date('2026-05-01T00:00:00Z') },
)
for (const createdAt of ['yesterday', '0000-01-01T00:00:00Z', '1960-01-01T00:00:00Z', undefined, 7]) {
  check(`${createdAt} is no date`, { createdAt }, { publishedAt: seenAt })
}

check(
  'links, tags and names are read from the facets, whose places are bytes',
  {
    text: 'Zoë: @Bob.test zie ex.nl #traag',
    facets: [
      facet(6, 15, { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:bob' }),
      facet(20, 25, { $type: 'app.bsky.richtext.facet#link', uri: 'https://ex.nl/a?b#c' }),
      facet(26, 32, { $type: 'app.bsky.richtext.facet#tag', tag: 'traag' }),
      { index: {}, features: 'nonsense' },
      facet(0, 9_999, { $type: 'app.bsky.richtext.facet#link', uri: 'javascript:alert(1)' }),
    ],
    tags: ['#hidden', 'traag'],
  },
  { links: ['https://ex.nl/a?b#c'], tags: ['traag', 'hidden'], mentions: ['did:plc:bob', 'bob.test'] },
)

check(
  'pictures come with what their maker says of them',
  {
    embed: {
      $type: 'app.bsky.embed.images',
      images: [{ image: blob('pic'), alt: 'A wet parcel' }, { image: 7 }, { image: { cid: 'old', mimeType: 'x' } }],
    },
  },
  {
    media: [
      {
        kind: 'image',
        url: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:anna/pic@jpeg',
        thumbnailUrl: 'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:anna/pic@jpeg',
        alt: 'A wet parcel',
      },
      {
        kind: 'image',
        url: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:anna/old@jpeg',
        thumbnailUrl: 'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:anna/old@jpeg',
        alt: '',
      },
    ],
  },
)
check(
  'a film has its first picture',
  { embed: { $type: 'app.bsky.embed.video', video: blob('film'), alt: 'The queue' } },
  {
    media: [
      {
        kind: 'video',
        url: 'https://video.bsky.app/watch/did%3Aplc%3Aanna/film/playlist.m3u8',
        thumbnailUrl: 'https://video.bsky.app/watch/did%3Aplc%3Aanna/film/thumbnail.jpg',
        alt: 'The queue',
      },
    ],
  },
)
check(
  'a shared page is a link with its title',
  {
    embed: {
      $type: 'app.bsky.embed.external',
      external: { uri: 'https://news.example/1', title: 'Late', description: 'Again' },
    },
  },
  {
    links: ['https://news.example/1'],
    media: [{ kind: 'link', url: 'https://news.example/1', thumbnailUrl: undefined, alt: 'Again', title: 'Late' }],
  },
)
check(
  'a quoted post is a link to it',
  { embed: { $type: 'app.bsky.embed.record', record: ref('quoted') } },
  {
    links: ['https://bsky.app/profile/did:plc:bob/post/quoted'],
    media: [],
  },
)
test('a quote with a picture has both', () => {
  const media = { $type: 'app.bsky.embed.images', images: [{ image: blob('pic'), alt: '' }] }
  const post = read({ embed: { $type: 'app.bsky.embed.recordWithMedia', record: { record: ref('quoted') }, media } })
  assert.deepEqual([post.links.length, post.media.length], [1, 1])
})
check(
  'an embed nobody knows is passed over',
  { text: 'x', embed: { $type: 'com.example.poll', more: [1] } },
  { text: 'x', media: [], links: [] },
)

test('a text of any length stays within what is kept', () => {
  const post = read({ text: 'a'.repeat(60_000) })
  assert.deepEqual([post.text.length, post.isCut], [50_000, true])
})

for (const record of [{}, { text: 7 }, null, 'text', []]) {
  test(`${JSON.stringify(record)} is not a post`, () => {
    assert.ok('why' in postFromRecord({ did, rkey: '3k', cid: 'c', record, seenAt }))
  })
}
