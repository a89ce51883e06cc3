import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import type { Feed, FeedDocument, FeedItem } from './feed-document.ts'
import { readFeed } from './read-feed.ts'
import { readFeedDocument } from './read-feed-document.ts'

const url = 'https://blog.test/feeds/main.xml'
function read(document: string | Uint8Array, contentType: string | null = null): FeedDocument {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document
  return readFeedDocument({ bytes, contentType, url })
}
function feed(document: string | Uint8Array, contentType?: string): Feed {
  const found = read(document, contentType)
  assert.ok(found.kind === 'feed', JSON.stringify(found))
  return found
}
function item(document: string): FeedItem {
  const [first] = feed(document).items
  assert.ok(first)
  return first
}
const namespaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" ' +
  'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${namespaces}><channel><title>Blog</title>${channel}${items}</channel></rss>`
const atom = (entries: string, head = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">${head}<title>Blog</title>${entries}</feed>`

test('RSS: an entry with everything', () => {
  const found = item(
    rss(`<item><title>Bread &amp;amp; butter</title><link>/2026/bread</link><guid isPermaLink="false">p5</guid><dc:creator>jan@blog.test (Jan de Vries)</dc:creator>
      <pubDate>Mon, 04 May 2026 09:00:00 CEST</pubDate><category>bread</category><category>food</category><slash:comments>3</slash:comments>
      <description>short</description><content:encoded><![CDATA[<p>Use <code>&lt;script&gt;</code> &amp; <a href="more">more</a>.</p><p>Two</p><img src="/a.png" alt="A loaf"><script>no()</script>]]></content:encoded>
      <enclosure url="https://blog.test/a.mp3" type="audio/mpeg" length="1"/></item>`),
  )
  assert.deepEqual(found, {
    id: 'p5',
    url: 'https://blog.test/2026/bread',
    title: 'Bread & butter',
    text: 'Use <script> & more.\n\nTwo',
    links: ['https://blog.test/2026/more'],
    media: [
      { kind: 'audio', url: 'https://blog.test/a.mp3', alt: '' },
      { kind: 'image', url: 'https://blog.test/a.png', alt: 'A loaf' },
    ],
    author: { name: 'Jan de Vries' },
    publishedAt: new Date('2026-05-04T07:00:00Z'),
    tags: ['bread', 'food'],
    replies: 3,
  })
})

test('Atom: bases, languages, kinds of text, and what it answers', () => {
  const found = item(
    atom(
      `<entry xml:lang="nl"><id>tag:blog.test,2026:1</id><title type="text">1 &lt; 2</title><link rel="alternate" href="een"/><link rel="enclosure" type="image/png" href="/een.png"/>
      <author><name>Jan</name><uri>https://jan.test/</uri></author><published>2026-05-04T09:00:00Z</published><updated>2026-05-05T09:00:00Z</updated><category term="x" label="Iks"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hallo <b>wereld</b>, <a href="twee">twee</a></p></div></content>
      <thr:in-reply-to ref="tag:blog.test,2026:0" href="/nul"/></entry>`,
      '<link rel="hub" href="https://hub.test/"/><link rel="self" href="/self.xml"/>',
    ).replace('<feed ', '<feed xml:base="https://blog.test/base/" xml:lang="en" '),
  )
  assert.deepEqual(found, {
    id: 'tag:blog.test,2026:1',
    url: 'https://blog.test/base/een',
    title: '1 < 2',
    text: 'Hallo wereld, twee',
    links: ['https://blog.test/base/twee'],
    media: [{ kind: 'image', url: 'https://blog.test/een.png', alt: '' }],
    replyTo: { id: 'tag:blog.test,2026:0', url: 'https://blog.test/nul' },
    author: { name: 'Jan', url: 'https://jan.test/' },
    publishedAt: new Date('2026-05-04T09:00:00Z'),
    updatedAt: new Date('2026-05-05T09:00:00Z'),
    tags: ['Iks'],
    lang: 'nl',
  })
})

test('what a feed says of itself', () => {
  const found = feed(
    rss(
      '',
      '<link>https://blog.test/</link><language>nl_NL</language><ttl>90</ttl><atom:link rel="hub" href="https://hub.test/"/><atom:link rel="self" href="https://blog.test/s"/>',
    ),
  )
  assert.deepEqual(found, {
    kind: 'feed',
    format: 'rss',
    title: 'Blog',
    lang: 'nl-NL',
    homeUrl: 'https://blog.test/',
    selfUrl: 'https://blog.test/s',
    hubUrls: ['https://hub.test/'],
    ttlMs: 5_400_000,
    items: [],
  })
  assert.equal(
    feed(rss('', '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>')).ttlMs,
    43_200_000,
  )
})

test('RDF and JSON Feed', () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://blog.test/"><title>R</title></channel>
    <item rdf:about="https://blog.test/1"><title>One</title><link>https://blog.test/1</link><description>Text</description><dc:date>2026-05-04T09:00:00+02:00</dc:date><dc:creator>P</dc:creator></item></rdf:RDF>`
  const { id, text, publishedAt } = item(rdf)
  assert.deepEqual([id, text, publishedAt], ['https://blog.test/1', 'Text', new Date('2026-05-04T07:00:00Z')])
  assert.equal(feed(rdf).format, 'rdf')
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    authors: [{ name: 'Ann', url: 'https://ann.test' }],
    hubs: [{ type: 'WebSub', url: 'https://hub.test/' }],
    items: [
      { id: 7, url: '/7', content_html: '<p>Hi</p>', date_published: '2026-05-04T09:00:00Z', tags: ['a', 3] },
      'nonsense',
      { content_text: 'plain <b>', authors: 'x' },
    ],
  }
  const found = feed(JSON.stringify(json))
  assert.deepEqual(
    found.items.map(({ id: itemId, url: itemUrl, text: body, tags, author }) => [
      itemId,
      itemUrl,
      body,
      tags,
      author.name,
    ]),
    [
      ['7', 'https://blog.test/7', 'Hi', ['a'], 'Ann'],
      [undefined, undefined, 'plain <b>', [], 'Ann'],
    ],
  )
})

test('bytes are read in the encoding they have', () => {
  const word = 'Café €5'
  const document = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>T</title><item><title>${word}</title></item></channel></rss>`
  const cases: [Uint8Array, string | null][] = [
    [iconv.encode(document('windows-1252'), 'windows-1252'), null],
    [iconv.encode(document('utf-8'), 'windows-1252'), 'application/xml; charset=windows-1252'],
    [iconv.encode(document('utf-8'), 'windows-1252'), null],
    [iconv.encode(document('iso-8859-15'), 'iso-8859-15'), 'text/xml'],
    [iconv.encode(document('iso-8859-15'), 'utf-8', { addBOM: true }), 'text/xml; charset=latin1'],
    [iconv.encode(document('utf-16'), 'utf-16le', { addBOM: true }), null],
    [iconv.encode(document('utf-16'), 'utf-16be', { addBOM: true }), null],
    [iconv.encode(document('utf-16'), 'utf-16le', { addBOM: false }), null],
    [iconv.encode(document('utf-16'), 'utf-8'), null],
    [iconv.encode(document('no-such-thing'), 'utf-8'), null],
  ]
  for (const [bytes, contentType] of cases) assert.equal(feed(bytes, contentType ?? undefined).items[0]?.title, word)
})

test('a page names its feeds', () => {
  const page = `<!doctype html><html><head><title>Our  blog</title><base href="/deep/"><link rel="stylesheet" href="x.css"><link rel="alternate" hreflang="nl" href="/nl">
    <link rel="alternate" type="application/rss+xml" title="News" href="feed"><link rel='ALTERNATE' type='application/atom+xml' href='https://other.test/atom'></head></html>`
  assert.deepEqual(read(page, 'text/html'), {
    kind: 'page',
    title: 'Our blog',
    feeds: [
      { url: 'https://blog.test/deep/feed', title: 'News' },
      { url: 'https://other.test/atom', title: '' },
    ],
  })
})

test('what is no feed says why', () => {
  const check = (document: string, why: string): void =>
    assert.deepEqual(read(document), { kind: 'unreadable', why }, document.slice(0, 40))
  check('', 'empty')
  check('  \n', 'empty')
  check('hello', 'not-a-feed')
  check('{"items":[]}', 'not-a-feed')
  check('{"half":', 'not-a-feed')
  check('<?xml version="1.0"?><opml><body/></opml>', 'not-a-feed')
  check('<rss><channel', 'broken')
  check(rss('<item><__proto__>x</__proto__><title>a</title></item>'), 'reserved-name')
})

test('hostile parts give less, not harm', () => {
  assert.equal(item(rss('<item><title>x</title><link>javascript:alert(1)</link></item>')).url, undefined)
  assert.equal(item(rss('<item><title>&lt;img src=x onerror=alert(1)&gt;hi</title></item>')).title, 'hi')
  assert.equal(
    item(rss('<item><description>a &lt;script&gt;alert(1)&lt;/script&gt; b</description></item>')).text.replace(
      /\s+/g,
      ' ',
    ),
    'a b',
  )
  assert.equal(item(rss('<item><pubDate>next week</pubDate><title>x</title></item>')).publishedAt, undefined)
  assert.equal(
    feed(
      `<!DOCTYPE rss [<!ENTITY a "boom">]>${rss('<item><title>&a;</title></item>').replace('<?xml version="1.0"?>', '')}`,
    ).items.length,
    1,
  )
})

test('no document stops the house: bombs end in a second, and the next one is read', async () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const bombs: [string, string][] = [
    ['nested elements', rss(`<item><description>${'<div>'.repeat(200_000)}`)],
    ['nested HTML', rss(`<item><description>${'&lt;div&gt;'.repeat(200_000)}</description></item>`)],
    [
      'entities',
      `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(1_000)}">${[...'bcdefgh'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(50)}">`).join('')}]>${rss('<item><title>&h;</title></item>')}`,
    ],
    ['many entries', rss('<item><title>x</title></item>'.repeat(100_000))],
    ['attributes', `<rss ${Array.from({ length: 100_000 }, (_, index) => `a${index}="x"`).join(' ')}><channel/></rss>`],
    ['unclosed comments', rss('<!--'.repeat(500_000))],
    ['links', `<!doctype html>${'<link rel=alternate type=application/rss+xml href=x'.repeat(80_000)}`],
    ['white space', rss(`<item><title>${' '.repeat(2_000_000)}x</title></item>`)],
    ['angle brackets', rss(`<item><title>${'&lt;'.repeat(500_000)}</title></item>`)],
  ]
  for (const [name, bomb] of bombs) {
    const start = performance.now()
    const outcome = await readFeed({ bytes: encode(bomb), contentType: null, url })
    const tookMs = performance.now() - start
    assert.ok(tookMs < 3_000, `${name} took ${tookMs} ms (a new thread included)`)
    assert.ok(['feed', 'page', 'unreadable', 'too-heavy'].includes(outcome.kind))
  }
  const fine = await readFeed({ bytes: encode(rss('<item><title>fine</title></item>')), contentType: null, url })
  assert.equal(fine.kind, 'feed')
})

const validatorRoot = `${import.meta.dirname}/../../../shared/data/feeds/feedvalidator/testcases`
test('every case of the feed validator is read or refused with a reason, each within a second', {
  timeout: 120_000,
}, async (t) => {
  if (!existsSync(validatorRoot))
    return t.diagnostic('the validator cases are not on this machine: only our own set ran')
  const counts: Record<string, number> = {}
  let slowestMs = 0
  for (const name of readdirSync(validatorRoot, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:xml|html)$/.test(name)) continue
    const start = performance.now()
    const outcome = await readFeed({ bytes: readFileSync(`${validatorRoot}/${name}`), contentType: null, url })
    slowestMs = Math.max(slowestMs, performance.now() - start)
    assert.notEqual(outcome.kind, 'too-heavy', name)
    const key = outcome.kind === 'unreadable' ? `unreadable: ${outcome.why}` : outcome.kind
    counts[key] = (counts[key] ?? 0) + 1
  }
  t.diagnostic(`${JSON.stringify(counts)}, slowest ${slowestMs.toFixed(0)} ms (starting the thread included)`)
  assert.ok((counts.feed ?? 0) > 1_000)
})
