import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOfLines } from '#domain/query-set.ts'
import { describeQuery } from './describe-query.ts'
import { clauseFinder } from './find-clauses.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import { printLeaf, printQuery } from './print-query.ts'
import { queryLimits } from './query-limits.ts'
import { type QuerySets, readSet, setsIn } from './query-sets.ts'
import type { QueryTree } from './query-tree.ts'

function setsOf(lines: Record<string, string[]>): QuerySets {
  return new Map(Object.entries(lines).map(([name, entries]) => [name, readSet(entries).entries]))
}

const sets = setsOf({
  brand: ['zilvermeeuw', 'silver gull', '#zilvermeeuw', '@zilvermeeuw', 'zilvermeeuw.nl'],
  press: ['nrc.nl', 'author:jan'],
  birds: ['vogel', 'meeuw*'],
})

function treeOf(query: string): QueryTree {
  const parsed = parseQuery(query, sets)
  return parsed.ok ? parsed.tree : assert.fail(JSON.stringify(parsed.errors))
}

function problemsOf(query: string): string[] {
  const parsed = parseQuery(query, sets)
  return parsed.ok
    ? parsed.warnings.map(({ code }) => code)
    : parsed.errors.map(({ code, at, suggestion }) => [code, ...at, ...(suggestion ? [suggestion] : [])].join(' '))
}

const entries: [line: string, reads: string][] = [
  ['koffer', 'koffer'],
  ['silver gull', '"silver gull"'],
  ['"silver gull"', '"silver gull"'],
  ['meeuw*', 'meeuw*'],
  ['#klm', '#klm'],
  ['@klm.bsky.social', '@klm.bsky.social'],
  ['$ING', '$ING'],
  ['=ING', '=ING'],
  ['coca-cola', 'coca-cola'],
  ['b.v.', 'b.v.'],
  ['3.14', '3.14'],
  ['nos.nl', 'site:nos.nl'],
  ['https://www.nos.nl/', 'site:nos.nl'],
  ['nos.nl/sport', 'url:nos.nl/sport'],
  ['author:"Jan Jansen"', 'author:"Jan Jansen"'],
  ['title:storing', 'title:storing'],
]

test('an entry is what its spelling says', () => {
  for (const [line, reads] of entries) {
    const read = readSet([line])
    assert.deepEqual(read.entries.map(printLeaf), [reads], line)
  }
})

test('what cannot be found by itself is no entry, and the line is named', () => {
  const lines = ['koffer', 'ab*', '!!!', '#2024', '*ing', 'storing']
  const { problems, entries: read } = readSet(lines)
  assert.deepEqual(read.map(printLeaf), ['koffer', 'storing'])
  assert.deepEqual(
    problems.map(({ line }) => line),
    [1, 2, 3, 4],
  )
})

test('empty lines and repetitions are nothing', () => {
  assert.deepEqual(entriesOfLines(' koffer \n\nKoffer\nsilver   gull\n=ING\n=ing\n'), [
    'koffer',
    'silver gull',
    '=ING',
    '=ing',
  ])
})

const found: [query: string, text: string, isFound: boolean][] = [
  ['set:brand', 'Dank, Zilvermeeuw!', true],
  ['set:brand', 'a silver gull', true],
  ['set:brand', 'a silver and a gull', false],
  ['set:brand', 'zie https://www.zilvermeeuw.nl/contact', true],
  ['set:BRAND', 'hallo @zilvermeeuw', true],
  ['koffer -set:birds', 'koffer met meeuwen', false],
  ['koffer -set:birds', 'koffer', true],
  ['set:(press OR birds)', 'een vogel', true],
  ['set:birds NEAR/1 koffer', 'vogel op koffer', true],
  ['set:birds NEAR/1 koffer', 'vogel zat op de koffer', false],
]

test('a set holds where any of its entries stands', () => {
  for (const [query, text, isFound] of found) {
    const engine = openEngine()
    engine.add('asked', treeOf(query))
    assert.equal(engine.find({ text }), isFound ? 1 : 0, `${query} in ${text}`)
  }
})

test('a name that no set has is an error, with the one that may be meant', () => {
  assert.deepEqual(problemsOf('koffer set:brands'), ['E_SET 7 17 koffer set:brand'])
  assert.deepEqual(problemsOf('set:(brand OR nobody)'), ['E_SET 14 20'])
  assert.deepEqual(problemsOf('koffer set:'), ['E_VALUE 7 11'])
})

test('beside a NEAR only what stands in the text may be in a set', () => {
  assert.deepEqual(problemsOf('set:press NEAR koffer'), ['E_NEAR_OPERAND 0 9'])
})

test('the entries of a set count as if they were written out', () => {
  const words = Array.from({ length: queryLimits.leaves }, (_, i) => `woord${i}`)
  const large = setsOf({ large: words, one: ['koffer'] })
  assert.equal(parseQuery('set:large', large).ok, true)
  assert.equal(parseQuery('set:large set:one', large).ok, false)
  const stars = setsOf({ stars: Array.from({ length: queryLimits.prefixes + 1 }, (_, i) => `woord${i}*`) })
  assert.equal(parseQuery('set:stars', stars).ok, false)
})

test('a query with sets is printed by their names, and says them', () => {
  for (const query of ['set:brand', 'set:(brand OR press) -set:birds', '(set:birds NEAR/2 koffer) OR vlucht'])
    assert.equal(printQuery(treeOf(printQuery(treeOf(query)))), printQuery(treeOf(query)))
  assert.equal(printQuery(treeOf('set:(brand OR press) -set:birds')), 'set:(brand OR press) -set:birds')
  assert.equal(
    describeQuery(treeOf('set:brand -set:birds'), 'en'),
    'messages with something from the set *brand* but not something from the set *birds*',
  )
  assert.equal(describeQuery(treeOf('set:brand'), 'nl'), 'berichten met iets uit de set *brand*')
  assert.deepEqual([...setsIn(treeOf('set:(Brand OR press) -set:birds'))], ['brand', 'press', 'birds'])
})

test('the clause that lets a message in is the name of the set', () => {
  const find = clauseFinder('(set:brand OR vlucht) klacht', sets)
  const { at, without } = find({ text: 'klacht over zilvermeeuw' }) ?? assert.fail()
  assert.deepEqual(at, [
    [1, 10],
    [22, 28],
  ])
  assert.equal(without?.query, 'vlucht klacht')
})
