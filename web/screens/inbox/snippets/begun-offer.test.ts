import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begunOffer, fittingOffers } from './begun-offer.ts'

for (const [text, tab, expected] of [
  [';', 'reply', ['snippet', 0, '']],
  ['Hoi ;kof', 'reply', ['snippet', 4, 'kof']],
  ['Hoi #gew icht', 'reply', ['fact', 4, 'gew icht']],
  ['Het regent; nu', 'reply', undefined],
  ['a ; b', 'reply', undefined],
  [';kof', 'note', undefined],
  ['#kof', 'note', ['fact', 0, 'kof']],
] as const)
  test(`"${text}" in a ${tab} begins ${expected ? expected.join(' ') : 'nothing'}`, () => {
    const found = begunOffer(text, text.length, tab)
    assert.deepEqual(found && [found.kind, found.at, found.words], expected)
  })

test('suggested ones come first, and every word must stand there, whatever its accents', () => {
  const all = [
    { id: 'a', says: 'Café gesloten' },
    { id: 'b', says: 'Koffer kwijt' },
    { id: 'c', says: 'Koffer stuk' },
  ]
  const of = (words: string) =>
    fittingOffers(all, { words, suggested: ['c'], textOf: ({ says }) => says }).map(({ id }) => id)
  assert.deepEqual(of(''), ['c', 'a', 'b'])
  assert.deepEqual(of('koffer kw'), ['b'])
  assert.deepEqual(of('cafe'), ['a'])
})
