import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearlyFinder } from './find-nearly.ts'

/** What keeps the text out, as kind, the part of the query, and the words of the text; undefined for nothing near. */
function check(query: string, text: string, expected: readonly [string, string, ...string[]] | undefined): void {
  const found = nearlyFinder(query)({ text, lang: 'nl' })
  const shown = found && [
    found.kind,
    query.slice(...found.at),
    ...found.spans.map(([from, to]) => text.slice(from, to)),
  ]
  assert.deepEqual(shown, expected, query)
}

test('a word that is excluded keeps out what else is there', () =>
  check('zilvermeeuw NOT vogel', 'Een zilvermeeuw is een vogel', ['excluded', 'vogel', 'vogel']))
test('all but one part is there', () =>
  check('zilvermeeuw AND (koffer OR tas)', 'Zilvermeeuw te laat', ['missing', '(koffer OR tas)', 'Zilvermeeuw']))
test('what lacks the name itself is not near', () =>
  check('=Action AND (winkel OR kassa)', 'bij de Plus aan de kassa', undefined))
test('the same word in other case', () => check('=Action', 'bij de action', ['otherwise', '=Action', 'action']))
test('the same word in another form', () => check('koffer', 'mijn koffers weg', ['otherwise', 'koffer', 'koffers']))
test('the same words in another order', () =>
  check('"gemeente bergen"', 'Bergen, een gemeente', ['otherwise', '"gemeente bergen"', 'Bergen', 'gemeente']))
test('the same words further apart', () =>
  check('a1 NEAR/1 file', 'op de a1 staat al een uur een file', ['otherwise', 'a1 NEAR/1 file', 'a1', 'file']))
test('a tag as a word', () => check('#kpn', 'storing bij kpn', ['otherwise', '#kpn', 'kpn']))
test('the closest of several ways in is told', () =>
  check('(kpn AND glasvezel) OR koffer', 'kpn bracht koffers', ['otherwise', 'koffer', 'koffers']))
test('two parts that lack are not near', () => check('kpn AND glasvezel AND storing', 'kpn belt', undefined))
test('a language alone brings nothing near', () => check('kpn lang:nl', 'goedemorgen', undefined))
test('but one in another language is', () => check('kpn lang:de', 'kpn storing', ['missing', 'lang:de', 'kpn']))
test('nothing of it is not near', () => check('kpn OR glasvezel', 'mooi weer', undefined))
test('a query that does not read is near to nothing', () => check('(kpn', 'kpn', undefined))
