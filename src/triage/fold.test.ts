import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldWord, isElongated, squeeze } from './fold.ts'

const folds: [word: string, folded: string][] = [
  ['Geweldig', 'geweldig'],
  ['wéér', 'weer'],
  ['hartpatiënt', 'hartpatient'],
  ['don’t', "don't"],
  ['SUUUUPER', 'suuper'],
  ['zoooo', 'zoo'],
  ['ＴＯＰ', 'top'],
]

test('case, diacritics, apostrophes and drawn-out letters do not hide a word', () => {
  for (const [word, folded] of folds) assert.equal(foldWord(word), folded)
})

test('folding twice is folding once', () => {
  for (const [word] of folds) assert.equal(foldWord(foldWord(word)), foldWord(word))
})

test('a drawn-out word is known as such, and can be squeezed to single letters', () => {
  assert.equal(isElongated('Nooooit'), true)
  assert.equal(isElongated('nooit'), false)
  assert.equal(squeeze('zoo'), 'zo')
})
