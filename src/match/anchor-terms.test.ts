import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchorTerms } from './anchor-terms.ts'
import { parseQuery } from './parse-query.ts'

function check(query: string, terms: readonly string[], leftOutCount = 0): void {
  const parsed = parseQuery(query)
  assert.ok(parsed.ok, query)
  const found = anchorTerms(parsed.tree)
  assert.deepEqual([found.terms, found.leftOut.length], [terms, leftOutCount], query)
}

test('every way into an OR is asked for', () => check('kpn OR "band 14" OR #kpn', ['kpn', 'band 14', '#kpn']))
test('of an AND the rarest part is enough, and what is excluded is never asked for', () =>
  check('de AND zilvermeeuw NOT vogel', ['zilvermeeuw']))
test('an OR inside an AND is taken whole or not at all', () =>
  check('(koffer OR vlucht OR de) AND zilvermeeuw', ['zilvermeeuw']))
test('NEAR is asked for by one of its sides', () => check('zilvermeeuw NEAR/3 de', ['zilvermeeuw']))
test('all words of a window must be there, so one is asked for', () => check('"de zilvermeeuw"~3', ['zilvermeeuw']))
test('exact case is sorted out by us', () => check('=ING', ['ING']))
test('every form of a word is asked for', () => {
  const parsed = parseQuery('~koffer')
  assert.ok(parsed.ok)
  assert.ok(anchorTerms(parsed.tree).terms.includes('koffers'))
})
test('the beginning of a word and a site are left out, and said to be', () => {
  check('zilverm* OR kpn', ['kpn'], 1)
  check('site:kpn.com', [], 1)
  check('zilverm* AND koffer', ['koffer'])
})
test('languages and networks are no words', () => check('kpn lang:nl', ['kpn']))
