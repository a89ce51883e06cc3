import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type QueryParts, queryOfParts } from '#domain/query-parts.ts'
import { parseQuery } from './parse-query.ts'
import { partsOfQuery } from './parts-of-query.ts'
import { printQuery } from './print-query.ts'

function partsOf(query: string): QueryParts | undefined {
  const parsed = parseQuery(query)
  assert.ok(parsed.ok, query)
  return partsOfQuery(parsed.tree)
}

/** A query that is a sentence has these parts, and the query of those parts is the same question. */
function check(query: string, expected: Partial<QueryParts>) {
  const parts = partsOf(query)
  assert.deepEqual(parts, { groups: [], excluded: [], languages: [], networks: [], ...expected })
  const again = partsOf(queryOfParts(parts ?? { groups: [], excluded: [], languages: [], networks: [] }))
  assert.deepEqual(again, parts)
}

const sentences: [string, Partial<QueryParts>][] = [
  ['zilvermeeuw', { groups: [['zilvermeeuw']] }],
  ['zilvermeeuw OR #zilvermeeuw OR @zilvermeeuw', { groups: [['zilvermeeuw', '#zilvermeeuw', '@zilvermeeuw']] }],
  [
    '(zilvermeeuw OR "silver gull") NOT vogel -strand lang:(nl OR en)',
    {
      groups: [['zilvermeeuw', 'silver gull']],
      excluded: ['vogel', 'strand'],
      languages: ['nl', 'en'],
    },
  ],
  [
    'zilvermeeuw (koffer OR bagage*) source:bluesky',
    { groups: [['zilvermeeuw'], ['koffer', 'bagage*']], networks: ['bluesky'] },
  ],
  ['zilver -(vogel OR strand)', { groups: [['zilver']], excluded: ['vogel', 'strand'] }],
  ['"AND" coca-cola', { groups: [['AND'], ['coca-cola']] }],
  ['#vlieg*', { groups: [['#vlieg*']] }],
]
for (const [query, parts] of sentences) test(query, () => check(query, parts))

for (const query of [
  'zilvermeeuw OR (koffer kwijt)',
  'zilvermeeuw -(vogel strand)',
  'zilvermeeuw site:nrc.nl',
  'zilvermeeuw author:jan',
  'zilvermeeuw lang:nl lang:en',
  'zilvermeeuw source:"hacker news"',
])
  test(`no sentence says ${query}`, () => assert.equal(partsOf(query), undefined))

test('words with operators, brackets and quotes in them are taken to the letter', () => {
  const words = ['NOT', 'a (b', 'say "cheese"', 'OR OR', 'site:nrc.nl']
  const query = queryOfParts({ groups: [words], excluded: ['-x'], languages: [], networks: [] })
  const parsed = parseQuery(query)
  assert.ok(parsed.ok, query)
  assert.equal(printQuery(parsed.tree), '("NOT" OR "a (b" OR "say cheese" OR "OR OR" OR "site:nrc.nl") -"-x"')
})

test('nothing asked for is no query', () => {
  assert.equal(queryOfParts({ groups: [[' ', '"']], excluded: ['vogel'], languages: ['nl'], networks: [] }), '')
})
