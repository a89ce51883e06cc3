import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '#testing/seeded-random.ts'
import { parseQuery } from './parse-query.ts'
import { queryLimits } from './query-limits.ts'
import type { QueryTree } from './query-tree.ts'

/** `expected` is the tree in brackets, or the problems with a mark under each place: `CODE^start-end`, with `→ suggestion`. */
function check(query: string, expected: string): void {
  const parsed = parseQuery(query)
  const problems = parsed.ok ? parsed.warnings : parsed.errors
  const found = problems.map(({ code, at, suggestion }) => {
    return `${code}^${at[0]}-${at[1]}${suggestion === undefined ? '' : ` → ${suggestion}`}`
  })
  assert.equal([...(parsed.ok ? [show(parsed.tree)] : []), ...found].join(' | '), expected)
  for (const { words, at } of problems) {
    assert.ok(words.en.length > 10 && words.nl.length > 10 && words.en !== words.nl)
    assert.ok(at[0] <= at[1] && at[1] <= query.length)
  }
}

function show(tree: QueryTree): string {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return `(${tree.kind} ${tree.children.map(show).join(' ')})`
    case 'not':
      return `(not ${show(tree.child)})`
    case 'near':
      return `(${tree.isOrdered ? 'onear' : 'near'}/${tree.distance} ${show(tree.left)} ${show(tree.right)})`
    case 'window':
      return `window/${tree.distance}=${tree.text}`
    case 'set':
      return `set=${tree.names.join('/')}`
    case 'field':
      return `${tree.name}=${tree.values.join('/')}`
    default:
      return tree.kind === 'word' ? tree.text : `${tree.kind}=${tree.text}`
  }
}

function testCases(promise: string, cases: readonly (readonly [query: string, expected: string])[]): void {
  test(promise, () => {
    for (const [query, expected] of cases) check(query, expected)
  })
}

testCases('a space is AND, and OR binds loosest', [
  ['gull', 'gull'],
  ['gull beach', '(and gull beach)'],
  ['gull AND beach', '(and gull beach)'],
  ['gull OR tern', '(or gull tern)'],
  ['a1 b1 OR c1', '(or (and a1 b1) c1) | W_MIXED_AND_OR^0-11 → (a1 b1) OR c1'],
  ['(a1 b1) OR c1', '(or (and a1 b1) c1)'],
  ['a1 (b1 OR c1)', '(and a1 (or b1 c1))'],
  ['(a1 OR (b1 OR c1))', '(or a1 b1 c1)'],
  ['a1 (b1 (c1 d1))', '(and a1 b1 c1 d1)'],
])

testCases('a minus, NOT and AND NOT say the same', [
  ['gull -tern', '(and gull (not tern))'],
  ['gull NOT tern', '(and gull (not tern))'],
  ['gull AND NOT tern', '(and gull (not tern))'],
  ['gull –tern', '(and gull (not tern))'],
  ['gull -(tern OR "common tern")', '(and gull (not (or tern phrase=common tern)))'],
  ['gull -"common tern"', '(and gull (not phrase=common tern))'],
  ['gull -site:nrc.nl', '(and gull (not site=nrc.nl))'],
  ['-tern gull', '(and (not tern) gull)'],
  ['gull NOT NOT tern', '(and gull tern)'],
  ['coca-cola', 'coca-cola'],
  ['--gull', 'gull'],
])

testCases('words, phrases, prefixes, tags and handles are read', [
  ['"albert heijn"', 'phrase=albert heijn'],
  ['“albert heijn” „ah”', '(and phrase=albert heijn phrase=ah)'],
  ['duurzam*', 'prefix=duurzam'],
  ['#AlbertHeijn', 'tag=AlbertHeijn'],
  ['#il·lusió #מ״כ', '(and tag=il·lusió tag=מ״כ)'],
  ['#duurz*', 'tagPrefix=duurz'],
  ['@klm @jan@mastodon.nl @ah.bsky.social', '(and handle=klm handle=jan@mastodon.nl handle=ah.bsky.social)'],
  ["l'oréal AT&T 3.14", "(and l'oréal AT&T 3.14)"],
  ['東京 😡', '(and 東京 😡)'],
  ['mention:klm hashtag:ah', '(and handle=klm tag=ah)'],
  ['"OR"', 'phrase=OR | W_BROAD^0-4'],
  ['12:30', '12:30'],
])

testCases('fields take a value or a group of values', [
  ['gull lang:nl', '(and gull lang=nl)'],
  ['gull lang:(NL OR en)', '(and gull lang=nl/en)'],
  ['site:nrc.nl', 'site=nrc.nl'],
  ['site:https://www.nrc.nl/voorpagina', 'site=nrc.nl'],
  ['SITE:NRC.nl', 'site=nrc.nl'],
  ['author:@jan', 'author=jan'],
  ['from:jan', 'author=jan'],
  ['author:"Jan  Jansen"', 'author=Jan Jansen'],
  ['author:(jan OR "Jan Jansen")', 'author=jan/Jan Jansen'],
  ['gull source:bluesky', '(and gull source=bluesky)'],
])

testCases('brackets and quotes must be closed', [
  ['(gull OR tern', 'E_PAREN^0-1 → (gull OR tern)'],
  ['gull)', 'E_PAREN^4-5 → gull'],
  ['a1 (b1 (c1)', 'E_PAREN^3-4 → a1 (b1 (c1))'],
  ['"gull', 'E_QUOTE^0-5 → "gull"'],
  ['tern author:"jan', 'E_QUOTE^12-16 → tern author:"jan"'],
  ['lang:(nl OR en', 'E_PAREN^5-6 → lang:(nl OR en)'],
  ['()', 'E_EMPTY_GROUP^0-2'],
  ['gull ( )', 'E_EMPTY_GROUP^5-8 → gull'],
  ['gull site:()', 'E_EMPTY_GROUP^10-12'],
])

testCases('an operator needs something on both sides', [
  ['gull AND', 'E_OPERATOR^5-8 → gull'],
  ['gull OR', 'E_OPERATOR^5-7 → gull'],
  ['OR gull', 'E_OPERATOR^0-2 → gull'],
  ['AND gull', 'E_OPERATOR^0-3 → gull'],
  ['gull OR OR tern', 'E_OPERATOR^8-10 → gull OR tern'],
  ['gull AND AND tern', 'E_OPERATOR^9-12 → gull AND tern'],
  ['gull AND OR tern', 'E_OPERATOR^5-8 → gull OR tern'],
  ['gull NOT', 'E_OPERATOR^5-8 → gull'],
  ['gull -', 'E_OPERATOR^5-6 → gull'],
  ['gull - tern', 'E_OPERATOR^5-6 → gull tern'],
  ['(gull OR)', 'E_OPERATOR^6-8 → (gull )'],
  ['gull | tern', 'E_OPERATOR^5-6 → gull OR tern'],
  ['gull && tern', 'E_OPERATOR^5-7 → gull AND tern'],
])

testCases('every way to be true needs a word, tag, handle, author or site', [
  ['NOT gull', 'E_NO_ANCHOR^0-8'],
  ['lang:nl', 'E_NO_ANCHOR^0-7'],
  ['gull OR -tern', 'E_NO_ANCHOR^8-13'],
  ['gull OR lang:nl', 'E_NO_ANCHOR^8-15'],
  ['lang:nl source:bluesky', 'E_NO_ANCHOR^0-22'],
  ['gull OR (lang:nl -tern)', 'E_NO_ANCHOR^8-23'],
  ['lang:nl (author:jan OR site:nrc.nl)', '(and lang=nl (or author=jan site=nrc.nl))'],
])

testCases('a star stands behind three letters or more of one word', [
  ['ab*', 'E_PREFIX_SHORT^0-3'],
  ['#ab*', 'E_PREFIX_SHORT^0-4'],
  ['*ing', 'E_WILDCARD_PLACE^0-4'],
  ['a*b', 'E_WILDCARD_PLACE^0-3 → (ab OR "a b")'],
  ['coca-col*', 'E_WILDCARD_PLACE^0-9'],
  ['東京都*', 'E_WILDCARD_PLACE^0-4 → 東京都'],
  ['"duurz* leven"', 'E_WILDCARD_PLACE^0-14'],
  ['gull *', 'E_WILDCARD_PLACE^5-6'],
])

testCases('fields and values are known, or close to what was meant', [
  ['gull langg:nl', 'E_FIELD^5-13 → gull lang:nl'],
  ['gull wie:jan', 'E_FIELD^5-12 → gull "wie:jan"'],
  ['gull lang:dutch', 'E_VALUE^5-15 → gull lang:nl'],
  ['gull lang:Nederlands', 'E_VALUE^5-20 → gull lang:nl'],
  ['gull lang:qqq', 'E_VALUE^5-13'],
  ['gull lang:', 'E_VALUE^5-10'],
  ['gull lang: nl', 'E_VALUE^5-10'],
  ['gull lang:(nl en)', 'E_VALUE^14-16'],
  ['gull lang:(nl OR)', 'E_VALUE^11-13'],
  ['gull site:nrc', 'E_VALUE^5-13 → gull site:nrc.nl'],
  ['#coca-cola', 'E_VALUE^0-10 → #cocacola'],
  ['#2024', 'E_VALUE^0-5'],
  ['@jan!', 'E_VALUE^0-5'],
])

testCases('a term has a word in it', [
  ['', 'E_EMPTY_TERM^0-0'],
  ['   ', 'E_EMPTY_TERM^0-3'],
  ['"!!!"', 'E_EMPTY_TERM^0-5'],
  ['""', 'E_EMPTY_TERM^0-2'],
  ['gull !!!', 'E_EMPTY_TERM^5-8'],
  ['https://nrc.nl/x', 'E_EMPTY_TERM^0-16 → site:nrc.nl'],
])

testCases('NEAR stands between two things that have a place in the text', [
  ['gull NEAR tern', '(near/5 gull tern)'],
  ['gull NEAR/3 tern', '(near/3 gull tern)'],
  ['gull /3 tern', '(near/3 gull tern)'],
  ['gull ONEAR/3 tern', '(onear/3 gull tern)'],
  ['gull NEAR/3f tern', '(onear/3 gull tern)'],
  [
    '(gull OR "herring gull") NEAR/2 (#beach OR @sea)',
    '(near/2 (or gull phrase=herring gull) (or tag=beach handle=sea))',
  ],
  ['a1 b1 NEAR c1 OR d1', '(or (and a1 (near/5 b1 c1)) d1) | W_MIXED_AND_OR^0-19 → (a1 (b1 NEAR/5 c1)) OR d1'],
  ['x1 -a1 NEAR b1', '(and x1 (not (near/5 a1 b1)))'],
  ['gull NEAR', 'E_OPERATOR^5-9 → gull'],
  ['NEAR gull', 'E_OPERATOR^0-4 → gull'],
  ['gull NEAR/0 tern', 'E_NEAR_RANGE^5-11 → gull NEAR/50 tern'],
  ['gull NEAR/51f tern', 'E_NEAR_RANGE^5-13 → gull NEAR/50f tern'],
  ['(a1 b1) NEAR c1', 'E_NEAR_OPERAND^0-7'],
  ['a1 NEAR -c1', 'E_OPERATOR^3-7 → a1 -c1'],
  ['a1 NEAR lang:nl', 'E_NEAR_OPERAND^8-15'],
  ['a1 NEAR b1 NEAR c1', 'E_NEAR_OPERAND^11-15'],
])

testCases('a window holds all its words in any order', [
  ['"gull tern"~3', 'window/3=gull tern'],
  ['"gull tern"~0', 'E_NEAR_RANGE^0-13 → "gull tern"~50'],
  ['"gull tern"~51', 'E_NEAR_RANGE^0-14 → "gull tern"~50'],
  ['"!!!"~3', 'E_EMPTY_TERM^0-7'],
])

testCases('exact words, shares and forms have their signs', [
  ['=ING', 'exact=ING'],
  ['="ING Bank"', 'exact=ING Bank'],
  ['!ING', 'exact=ING'],
  ['++"ING Bank"', 'exact=ING Bank'],
  ['raw:ING', 'exact=ING'],
  ['=ab*', 'E_WILDCARD_PLACE^0-4'],
  ['="', 'E_QUOTE^1-2 → ="" | E_EMPTY_TERM^0-2'],
  ['$AAPL', 'cash=AAPL'],
  ['$ING.AS', 'E_VALUE^0-7 → $ING'],
  ['~bom', 'forms=bom'],
  ['~coca-cola', 'E_VALUE^0-10 → "coca-cola"'],
  ['to:jan', 'handle=jan'],
])

testCases('what stands between <<< and >>> is a remark', [
  ['gull <<< not the bird (yet >>> tern', '(and gull tern)'],
  ['gull <<< forgotten', 'gull'],
])

testCases('every field has its own values', [
  ['gull has:(image OR VIDEO)', '(and gull has=image/video)'],
  ['gull has:media', 'E_VALUE^5-14'],
  ['gull is:reply kind:review', '(and gull is=reply kind=review)'],
  ['gull kind:posts', 'E_VALUE^5-15 → gull kind:post'],
  ['gull country:NL', '(and gull country=nl)'],
  ['gull country:holland', 'E_VALUE^5-20'],
  ['gull followers:>=1000', '(and gull followers=>=1000)'],
  ['gull rating:1..2', '(and gull rating=1..2)'],
  ['gull rating:2..1', 'E_VALUE^5-16 → gull rating:1..2'],
  ['gull followers:many', 'E_VALUE^5-19'],
  ['url:https://www.nos.nl/sport/?x', 'url=nos.nl/sport'],
  ['url:sport', 'E_VALUE^0-9'],
  ['title:"silver gull"', 'title=silver gull'],
  ['gull network:bluesky', '(and gull network=bluesky)'],
  ['set:brand', 'E_SET^0-9'],
  ['is:reply', 'E_NO_ANCHOR^0-8'],
  ['rating:1', 'E_NO_ANCHOR^0-8'],
])

testCases('all errors are reported at once, each at its place', [
  [
    'ab* OR (gull langg:nl "!!!"',
    'E_PREFIX_SHORT^0-3 | E_FIELD^13-21 → ab* OR (gull lang:nl "!!!" | E_EMPTY_TERM^22-27 | E_PAREN^7-8 → ab* OR (gull langg:nl "!!!")',
  ],
])

testCases('what is allowed but seldom meant is warned of', [
  ['het OR the', '(or het the) | W_BROAD^0-10'],
  ['shell or bp', '(and shell or bp) | W_LOWERCASE_OP^6-8 → shell OR bp'],
  ['shell and bp', '(and shell and bp) | W_LOWERCASE_OP^6-9 → shell AND bp'],
  ['shell not bp', '(and shell not bp) | W_LOWERCASE_OP^6-9 → shell NOT bp'],
  ['shell OF bp', '(and shell OF bp) | W_LOWERCASE_OP^6-8 → shell OR bp'],
  ['"shell or bp"', 'phrase=shell or bp'],
  ['gull -gull', '(and gull (not gull)) | W_NEVER^0-4'],
  ['Gull -(GULL OR tern)', '(and Gull (not (or GULL tern))) | W_NEVER^0-4'],
  ['(gull OR tern) -gull', '(and (or gull tern) (not gull))'],
])

test('a query is bounded in length, leaves, depth and prefixes', () => {
  const { units, leaves, depth, prefixes, phraseWords } = queryLimits
  const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' OR ')
  check('a'.repeat(units + 1), `E_LIMIT^${units}-${units + 1}`)
  assert.equal(parseQuery(words(leaves)).ok, true)
  check(words(leaves + 1), `E_LIMIT^${words(leaves).length + 4}-${words(leaves + 1).length}`)
  assert.equal(parseQuery(`${'('.repeat(depth)}gull${')'.repeat(depth)}`).ok, true)
  check(`${'('.repeat(depth + 1)}gull${')'.repeat(depth + 1)}`, `E_LIMIT^${depth}-${depth + 1}`)
  const stars = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}*`).join(' OR ')
  assert.equal(parseQuery(stars(prefixes)).ok, true)
  check(stars(prefixes + 1), `E_LIMIT^${stars(prefixes).length + 4}-${stars(prefixes + 1).length}`)
  const long = `"${'gull '.repeat(phraseWords + 1)}"`
  check(long, `E_LIMIT^0-${long.length}`)
})

test('no text makes the parser throw, and every error has a place in it', () => {
  const pieces = [
    '(',
    ')',
    '"',
    '“',
    '-',
    'AND',
    'OR',
    'NOT',
    ' ',
    ' ',
    'a',
    'gull',
    '*',
    '#',
    '@',
    ':',
    'lang:',
    'site:(',
    '!',
    '😡',
    '\ud800',
  ]
  const random = seededRandom(1)
  for (let i = 0; i < 10_000; i++) {
    const query = Array.from({ length: random.between(1, 12) }, () => random.pick(pieces)).join('')
    const parsed = parseQuery(query)
    if (!parsed.ok)
      assert.ok(
        parsed.errors.length > 0 && parsed.errors.every(({ at }) => at[0] <= at[1] && at[1] <= query.length),
        query,
      )
  }
})
