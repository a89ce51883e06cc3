import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Draft, leaveOut, nameFor, namesIn, partsShown, queryOf, takeOut, textsAt } from './search-draft.ts'

const parts = { groups: [['zilvermeeuw', '#zilver']], excluded: ['vogel'], languages: ['nl'], networks: [] }
const sentence: Draft = { kind: 'sentence', parts }

test('a sentence is a query', () => assert.equal(queryOf(sentence, 'x'), '(zilvermeeuw OR #zilver) NOT vogel lang:nl'))
test('what nobody touched stays as it was saved', () => {
  assert.equal(queryOf({ kind: 'saved' }, 'a  AND b'), 'a  AND b')
  assert.equal(partsShown({ kind: 'saved' }, { saved: 'a', known: parts }), parts)
  assert.equal(partsShown({ kind: 'saved' }, { saved: 'a', known: undefined }), undefined)
})
test('a new search begins with an empty sentence', () =>
  assert.deepEqual(partsShown({ kind: 'saved' }, { saved: '', known: undefined })?.groups, [[]]))

function left(draft: Draft, given: Parameters<typeof leaveOut>[1], expected: string) {
  assert.equal(queryOf(leaveOut(draft, given), ''), expected)
}
test('a word is left out of a sentence once', () => {
  left(sentence, { word: 'strand', parts, query: '' }, '(zilvermeeuw OR #zilver) NOT vogel NOT strand lang:nl')
  left(sentence, { word: 'vogel', parts, query: '' }, '(zilvermeeuw OR #zilver) NOT vogel lang:nl')
})
test('a word is left out of a text, of all of it', () => {
  left({ kind: 'text', text: 'a OR b' }, { word: 'in zee', parts: null, query: 'a OR b' }, '(a OR b) NOT "in zee"')
  left({ kind: 'saved' }, { word: 'zee', parts: null, query: 'a site:b.nl ' }, 'a site:b.nl NOT zee')
})
test('what let a message in is taken out of the sentence, which stays one', () => {
  const given = { cuts: ['zilvermeeuw'], without: '#zilver NOT vogel lang:nl', parts }
  assert.equal(queryOf(takeOut(sentence, given), ''), '#zilver NOT vogel lang:nl')
  assert.equal(takeOut(sentence, given).kind, 'sentence')
})
test('of a text the rest stays as the server wrote it, and a sentence without a word like it becomes one', () => {
  const given = { cuts: ['"x"'], without: 'a OR b', parts }
  assert.deepEqual(takeOut({ kind: 'text', text: 'a OR "x" OR b' }, { ...given, parts: null }), {
    kind: 'text',
    text: 'a OR b',
  })
  assert.deepEqual(takeOut(sentence, given), { kind: 'text', text: 'a OR b' })
})
test('what stands twice is told once', () =>
  assert.deepEqual(
    textsAt('ing a ing', [
      [0, 3],
      [4, 5],
      [6, 9],
    ]),
    ['ing', 'a'],
  ))
test('the words that are looked for', () => {
  assert.deepEqual(namesIn(parts, ''), ['zilvermeeuw', '#zilver'])
  assert.deepEqual(namesIn(null, '"silver gull" x'), ['silver', 'gull'])
})
for (const [query, name] of [
  ['(zilvermeeuw OR #zilver) NOT vogel', 'zilvermeeuw'],
  ['"silver gull" lang:nl', 'silver gull'],
  ['#koffer', '#koffer'],
  ['', ''],
] as const)
  test(`${query || 'nothing'} is called ${name || 'nothing'}`, () => assert.equal(nameFor(query), name))
