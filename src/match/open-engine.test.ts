import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '#base/errors.ts'
import type { Span } from '#domain/span.ts'
import { openEngine } from './open-engine.ts'
import type { PostInput } from './post-input.ts'

const no = 'no match'

/** `expected` is the text with what is marked between «»; a title, when it has marks, stands before it with a bar. */
function check(query: string, post: string | PostInput, expected: string): void {
  const engine = openEngine()
  // Others that share words with it must not be in the way.
  engine.add('other', 'zilvermeeuw OR "albert heijn" OR duurza*')
  engine.add('topic', query)
  const given = typeof post === 'string' ? { text: post } : post
  const match = engine.match(given).find(({ id }) => id === 'topic')
  const title = match && match.titleSpans.length > 0 ? `${mark(given.title ?? '', match.titleSpans)} | ` : ''
  assert.equal(match ? title + mark(given.text, match.spans) : no, expected, query)
  assert.equal(engine.matchIds(given).includes('topic'), expected !== no)
}

function mark(text: string, spans: readonly Span[]): string {
  let [marked, at] = ['', 0]
  for (const [start, end] of spans) {
    marked += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return marked + text.slice(at)
}

type Case = readonly [query: string, post: string | PostInput, expected: string]

function testCases(promise: string, cases: readonly Case[]): void {
  test(promise, () => {
    for (const [query, post, expected] of cases) check(query, post, expected)
  })
}

testCases('words are found whole, whatever their case', [
  ['gull', 'A GULL, a Gull and gulls.', 'A «GULL», a «Gull» and gulls.'],
  ['gull', 'seagull', no],
  ['KLM', '(klm)', '(«klm»)'],
  ['gull', '', no],
])

testCases('accents and strokes do not count in Latin and Greek, and do elsewhere', [
  ['cafe', 'Café, cafe\u0301 en CAFÉ', '«Café», «cafe\u0301» en «CAFÉ»'],
  ['reünie', 'reunie', '«reunie»'],
  ['strasse', 'Straße', '«Straße»'],
  ['ijsland', 'Ĳsland IJsland', '«Ĳsland» «IJsland»'],
  ['oresund', 'Øresund', '«Øresund»'],
  ['lodz', 'Łódź', '«Łódź»'],
  ['aeon', 'Æon', '«Æon»'],
  ['istanbul', 'İstanbul ıstanbul', '«İstanbul» «ıstanbul»'],
  ['ελλαδα', 'Ελλάδα', '«Ελλάδα»'],
  ['σοφος', 'ΣΟΦΟΣ', '«ΣΟΦΟΣ»'],
  ['мой', 'мои', no],
  ['мой', 'МОИ\u0306', '«МОИ\u0306»'],
  ['か', 'が か\u3099', no],
  ['coolblue', '𝓒𝓸𝓸𝓵𝓫𝓵𝓾𝓮 ｃｏｏｌｂｌｕｅ', '«𝓒𝓸𝓸𝓵𝓫𝓵𝓾𝓮» «ｃｏｏｌｂｌｕｅ»'],
  ['co2', 'CO₂', '«CO₂»'],
  ['zoëkt', 'zo\u00adekt', '«zo\u00adekt»'],
])

testCases('phrases need their words side by side', [
  ['"albert heijn"', 'Albert Heijn, Albert van Heijn', '«Albert Heijn», Albert van Heijn'],
  ['"albert heijn"', 'Albert\n\n- Heijn!', '«Albert\n\n- Heijn»!'],
  ['"aan aan de"', 'aan aan aan de', 'aan «aan aan de»'],
  ['coca-cola', 'Coca Cola of coca-cola', '«Coca Cola» of «coca-cola»'],
  ['AT&T', 'bij AT&T', 'bij «AT&T»'],
  ['"albert heijn"', { title: 'Bij Albert', text: 'Heijn' }, no],
])

testCases('apostrophes and dots keep a word together, and its parts can be found', [
  ['heijn', "Albert Heijn's bonus", "Albert «Heijn»'s bonus"],
  ["heijn's", 'Heijn', no],
  ['"albert heijn bonus"', 'Albert Heijn’s bonus', '«Albert Heijn’s bonus»'],
  ['oréal', 'L’ORÉAL', 'L’«ORÉAL»'],
  ["l'oreal", 'L’Oréal', '«L’Oréal»'],
  ['coolblue', 'coolblue.nl is stuk', '«coolblue».nl is stuk'],
  ['coolblue.nl', 'coolblue', no],
  ['3.14', '3.14 en 3,14', '«3.14» en 3,14'],
  ['14', '3.14', no],
  ['foo', '_foo_ foo_bar', '_«foo»_ foo_bar'],
])

testCases('prefixes take any ending', [
  ['duurzam*', 'Duurzame duurzaamheid duurzam', '«Duurzame» duurzaamheid «duurzam»'],
  ['caf*', 'Café', '«Café»'],
  ['#duurz*', '#Duurzaam duurzaam', '«#Duurzaam» duurzaam'],
])

testCases('tags are found as tags, and their words as words', [
  ['#klm', '#KLM klm', '«#KLM» klm'],
  ['klm', '#KLM', '#«KLM»'],
  ['#klm', 'https://klm.nl/#klm a#klm', no],
  ['"albert heijn"', 'lekker #AlbertHeijn', 'lekker #«AlbertHeijn»'],
  ['vlucht', '#KLMVlucht', '#KLM«Vlucht»'],
  ['phone', '#iPhone', no],
  ['#日本', '#日本', '«#日本»'],
  ['#klm', { text: 'zonder', tags: ['KLM'] }, 'zonder'],
])

testCases('handles are found in the text and in what the network says', [
  ['@klm', 'Dag @KLM!', 'Dag «@KLM»!'],
  ['@klm', 'mail@klm', no],
  ['@jan', '@jan@mastodon.nl', '«@jan»@mastodon.nl'],
  ['@jan@mastodon.nl', '@jan@mastodon.nl', '«@jan@mastodon.nl»'],
  ['@ah.bsky.social', 'cc @ah.bsky.social.', 'cc «@ah.bsky.social».'],
  ['klm', '@klm', '@«klm»'],
  ['social', '@ah.bsky.social', no],
  ['@klm', { text: 'dag', mentions: ['klm@mastodon.nl'] }, 'dag'],
])

testCases('sites are found in links and never as words', [
  ['site:ah.nl', 'zie https://www.Shop.AH.nl/x?y', 'zie https://www.«Shop.AH.nl»/x?y'],
  ['site:shop.ah.nl', 'https://ah.nl', no],
  ['ah OR shop OR https', 'https://shop.ah.nl/ah', no],
  ['bonus', 'https://ah.nl/bonus www.ah.nl/bonus ah.nl/bonus', no],
  ['bonus', '(https://ah.nl) bonus', '(https://ah.nl) «bonus»'],
  ['site:ah.nl', { text: 'x', url: 'https://ah.nl/1' }, 'x'],
  ['site:ah.nl', { text: 'x', links: ['https://a.ah.nl:443/'] }, 'x'],
  ['site:müller.de', { text: 'x', url: 'https://xn--mller-kva.de/' }, 'x'],
  ['site:ah.nl', 'nah.nl mail@ah.nl', no],
])

testCases('fields are compared whole, and languages and handles also by their first part', [
  ['gull lang:nl', { text: 'gull', lang: 'nl-BE' }, '«gull»'],
  ['gull lang:nl-be', { text: 'gull', lang: 'nl' }, no],
  ['gull lang:nl', 'gull', no],
  ['gull lang:(nl OR en)', { text: 'gull', lang: 'EN' }, '«gull»'],
  ['gull source:bluesky', { text: 'gull', network: 'bluesky' }, '«gull»'],
  ['gull source:feeds', { text: 'gull', network: 'bluesky', source: 'Feeds' }, '«gull»'],
  ['author:jan', { text: 'gull', author: { handle: '@Jan@mastodon.nl' } }, 'gull'],
  ['author:"Jan Jansen"', { text: 'gull', author: { handle: 'jj', name: 'Jan  Jansen' } }, 'gull'],
  ['author:jan', { text: 'gull', author: { handle: 'janneke' } }, no],
])

testCases('scripts without spaces are found inside longer text', [
  ['東京', '東京タワーと京東', '«東京»タワーと京東'],
  ['東京タワー', '東京タワーと', '«東京タワー»と'],
  ['ビール', 'ビールが', '«ビール»が'],
  ['ไทย', 'ภาษาไทย', 'ภาษา«ไทย»'],
  ['한국', '한국어', no],
])

testCases('an emoji is a word of its own', [
  ['😡', 'nee😡😡', 'nee«😡😡»'],
  ['❤', 'ik ❤️ dit', 'ik «❤️» dit'],
  ['👍', '👍🏽', no],
  ['🇳🇱', '🇳🇱🇧🇪', '«🇳🇱»🇧🇪'],
  ['👩‍💻', '👩‍💻', '«👩‍💻»'],
  ['"foo bar"', 'Foo™ Bar', '«Foo™ Bar»'],
])

testCases('AND, OR, NOT and groups mean what they say', [
  ['gull beach', 'beach gull', '«beach» «gull»'],
  ['gull beach', 'gull', no],
  ['gull -beach', 'gull', '«gull»'],
  ['gull -beach', 'gull beach', no],
  ['gull OR tern', 'tern', '«tern»'],
  ['(gull OR tern) (beach OR sea) -(egg OR "common tern")', 'tern sea', '«tern» «sea»'],
  ['(gull OR tern) (beach OR sea) -(egg OR "common tern")', 'common tern sea', no],
  ['gull (beach -(sea -land))', 'gull beach sea', no],
  ['gull (beach -(sea -land))', 'gull beach sea land', '«gull» «beach» sea «land»'],
])

testCases('a title is searched too, and marked apart', [
  ['gull', { title: 'Gulls and gull', text: 'nothing' }, 'Gulls and «gull» | nothing'],
  ['gull tern', { title: 'Gull', text: 'tern' }, '«Gull» | «tern»'],
])

test('topics come, change and go between posts', () => {
  const engine = openEngine()
  const found = (text: string): string => engine.matchIds({ text }).sort().join()
  engine.add('a', 'gull')
  engine.add('b', 'gull -tern')
  assert.equal(found('gull'), 'a,b')
  engine.replace('a', 'tern')
  assert.equal(found('gull'), 'b')
  assert.equal(found('tern'), 'a')
  assert.equal(engine.remove('b'), true)
  assert.equal(engine.remove('b'), false)
  assert.equal(found('gull'), '')
  engine.compact()
  assert.equal(found('tern'), 'a')
  engine.add('b', 'gull')
  assert.equal(found('gull tern'), 'a,b')
  assert.equal(engine.size, 2)
})

test('what cannot be added is refused, and the old topic stands', () => {
  const engine = openEngine()
  engine.add('a', 'gull')
  const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code
  assert.throws(() => engine.add('a', 'tern'), refused('taken'))
  assert.throws(() => engine.replace('a', 'NOT tern'), refused('bad_input'))
  assert.throws(() => engine.add('b', 'lang:nl'), refused('bad_input'))
  assert.deepEqual(engine.matchIds({ text: 'gull tern' }), ['a'])
})

test('ten thousand topics are not ten thousand evaluations', () => {
  const engine = openEngine()
  for (let i = 0; i < 10_000; i++) engine.add(String(i), `brand${i} (service OR the) -(jobs OR brand${i + 1})`)
  assert.deepEqual(engine.matchIds({ text: 'the service of brand77 and brand4000 brand4001' }).sort(), ['4001', '77'])
  const { topics, postingsRead, programsRun, matches } = engine.statistics()
  assert.deepEqual({ topics, postingsRead, matches }, { topics: 10_000, postingsRead: 3, matches: 2 })
  assert.ok(programsRun <= 3)
})

test('a common word is not what a topic hangs on, counted or guessed', () => {
  const engine = openEngine()
  for (let i = 0; i < 1_000; i++) engine.add(String(i), `het merk${i}`)
  engine.match({ text: 'het het het' })
  assert.equal(engine.statistics().postingsRead, 0)
  // "platform" turns out to be in every post: after compaction it is no anchor any more.
  for (let i = 0; i < 1_000; i++) engine.replace(String(i), `platform merk${i}naam`)
  for (let i = 0; i < 1_000; i++) engine.matchIds({ text: 'een platform' })
  engine.compact()
  const before = engine.statistics().postingsRead
  engine.match({ text: 'het platform' })
  assert.equal(engine.statistics().postingsRead, before)
  assert.deepEqual(engine.matchIds({ text: 'platform merk7naam' }), ['7'])
})

test('a topic is placed by what an earlier run has learned, and a word that came later by a guess until it is counted', () => {
  const earlier = openEngine()
  earlier.add('platform', 'platform merknaam')
  for (let i = 0; i < 5_000; i++) earlier.find({ text: 'een platform en het nieuws' })
  const engine = openEngine()
  engine.learn(earlier.learned(100))
  for (let i = 0; i < 1_000; i++) engine.add(String(i), `platform merk${i}naam`)
  engine.add('the', 'het nieuws')
  engine.find({ text: 'een platform' })
  assert.equal(engine.statistics().postingsRead, 0, 'no topic hangs on "platform"')
  assert.ok(engine.estimate('platform') > 0.9)
  assert.ok(engine.estimate('het') > 0.1, 'five thousand posts without anybody asking for it say nothing')
  for (let i = 0; i < 40_000; i++) engine.find({ text: 'een platform' })
  assert.ok(engine.estimate('het') < 0.03)
  assert.deepEqual(engine.learned(1).words, [['platform', engine.learned(1).posts, engine.learned(1).posts]])
})

test('a prefix of three letters among longer ones is found, and they still are', () => {
  const engine = openEngine()
  for (const prefix of ['verzeker', 'verz', 'vaka']) engine.add(prefix, `${prefix}*`)
  const found = (text: string) => engine.matchIds({ text }).sort()
  assert.deepEqual(found('verzekering of vakantie, ver weg'), ['vaka', 'verz', 'verzeker'])
  engine.add('ver', 'ver*')
  assert.deepEqual(found('verzekering of vakantie'), ['vaka', 'ver', 'verz', 'verzeker'])
  assert.deepEqual(found('ver'), ['ver'])
  assert.deepEqual(found('ve vak va'), [])
})

test('topics that came before the first post are laid out anew once some posts were seen', async () => {
  const engine = openEngine()
  const postingsOf = (text: string): number => {
    const before = engine.statistics().postingsRead
    engine.find({ text })
    return engine.statistics().postingsRead - before
  }
  for (let i = 0; i < 2_500; i++) engine.add(String(i), `platform mk${i}`)
  assert.equal(postingsOf('een platform'), 2_500, 'long words are rare, says the guess')
  for (let i = 0; i < 2_000; i++) engine.find({ text: 'een platform' })
  for (let turn = 0; turn < 10_000 && postingsOf('een platform') > 0; turn++)
    await new Promise((resolve) => setImmediate(resolve))
  assert.equal(postingsOf('een platform'), 0)
  assert.deepEqual(engine.matchIds({ text: 'platform mk7' }), ['7'])
})

test('an engine says what a query would let in, and which topics cost most', () => {
  const engine = openEngine()
  engine.add('rare', 'zilvermeeuw het')
  engine.add('common', 'bagage OR koffer')
  for (let i = 0; i < 1_000; i++) engine.matchIds({ text: i % 2 === 0 ? 'koffer kwijt' : 'het bad' })
  const share = engine.estimate('koffer')
  assert.ok(share > 0.3 && share < 0.55, String(share))
  assert.ok(engine.estimate('koffer het') < engine.estimate('het'))
  assert.ok(engine.estimate('zilvermeeuw') < 0.001)
  const [dearest, other] = engine.dearest(5)
  assert.deepEqual([dearest?.id, other?.id], ['common', 'rare'])
  assert.ok((dearest?.triedPerThousand ?? 0) > 300)
})

test('a compaction in pieces misses nothing that comes or goes meanwhile', async () => {
  const engine = openEngine()
  for (let i = 0; i < 3_000; i++) engine.add(`t${i}`, `word${i} OR (other${i} NEAR/2 third${i})`)
  const compacted = engine.compactMeanwhile()
  await new Promise((resolve) => setImmediate(resolve))
  engine.remove('t7')
  engine.replace('t8', 'eight')
  engine.add('late', 'late "very late"')
  assert.deepEqual(engine.matchIds({ text: 'word7 eight late very late word9' }).sort(), ['late', 't8', 't9'])
  await compacted
  assert.deepEqual(engine.matchIds({ text: 'word7 word8 eight late very late word9' }).sort(), ['late', 't8', 't9'])
  assert.deepEqual(engine.matchIds({ text: 'third5 x y other5' }), ['t5'])
  assert.equal(engine.size, 3_000)
})

test('topics that come and go for ever do not grow the engine for ever', () => {
  const engine = openEngine()
  for (let i = 0; i < 50; i++) engine.add(`stays${i}`, `stays${i}`)
  let bytesMax = 0
  for (let i = 0; i < 20_000; i++) {
    engine.add('passing', `passing${i} OR "passing through ${i}"`)
    engine.remove('passing')
    bytesMax = Math.max(bytesMax, engine.statistics().bytes)
  }
  assert.ok(bytesMax < 2_000_000, `${bytesMax} bytes`)
  assert.deepEqual(engine.matchIds({ text: 'stays7 passing19999' }), ['stays7'])
})

test('a text made to cost work costs little', () => {
  const engine = openEngine()
  engine.add('a', '"aa aa aa aa aa aa ab"')
  engine.add('b', `"${'x '.repeat(99)}y"`)
  const texts = [
    'aa.'.repeat(20_000),
    'x '.repeat(30_000),
    `${'a.'.repeat(30_000)}nl/x`,
    '#Aa'.repeat(20_000),
    '@a.'.repeat(20_000),
    'e\u0301'.repeat(30_000),
    "aa'".repeat(20_000),
  ]
  const start = performance.now()
  for (const text of texts) engine.match({ text, title: text })
  assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`)
})

test('every phrase is found, also the one by which the table of phrases grows', () => {
  const engine = openEngine()
  const ids = Array.from({ length: 5_000 }, (_, i) => `first${i} second${i}`)
  for (const id of ids) engine.add(id, `"${id}"`)
  assert.deepEqual(
    ids.filter((id) => engine.matchIds({ text: `so ${id} it is` })[0] !== id),
    [],
  )
})
