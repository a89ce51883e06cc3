import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankSimilar, type SimilarThing } from './similar-words.ts'

const thing = (id: string, dear: string, words = '', answered: readonly string[] = []): SimilarThing => ({
  ...{ id, dear: split(dear), words: split(words) },
  answered: answered.map(split),
})
const split = (words: string) => new Set(words.split(' ').filter(Boolean))
const asked = (words: string) => new Map(words.split(' ').map((word) => [word, word.toUpperCase()]))

test('what shares more, and rarer, words comes first and says which', () => {
  const found = rankSimilar(asked('koffer kwijt vlucht'), [
    thing('delay', 'vertraag vlucht', 'later'),
    thing('luggage', 'koffer', 'kwijt zoek vlucht'),
    thing('praise', 'dank', 'fijn'),
  ])
  assert.deepEqual(
    found.map(({ id }) => id),
    ['luggage', 'delay'],
  )
  assert.deepEqual(found[0]?.because, ['KOFFER', 'KWIJT', 'VLUCHT'])
})

test('the messages it answered before speak for it, though it shares no word itself', () => {
  const found = rankSimilar(asked('band rolt'), [thing('luggage', 'koffer', 'zoek', ['band stuk', 'band'])])
  assert.deepEqual(
    found.map(({ id, because }) => [id, because]),
    [['luggage', ['BAND']]],
  )
})

test('a word that most of them have suggests none of them; no shared word, no suggestion', () => {
  const many = Array.from({ length: 9 }, (_, at) => thing(`${at}`, 'vlucht'))
  assert.deepEqual(rankSimilar(asked('vlucht'), many), [])
  assert.deepEqual(rankSimilar(asked('taart'), many), [])
  assert.deepEqual(rankSimilar(new Map(), many), [])
})
