import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, wordsAsText, wordsFrom } from './house-words.ts'

test('words are read as they are typed, and written as they are read', () => {
  const words = wordsFrom('consument = reiziger\n\n goedko*\n= niets\nconsument = reiziger')
  assert.deepEqual(words, [
    { word: 'consument', instead: 'reiziger' },
    { word: 'goedko*', instead: '' },
  ])
  assert.deepEqual(wordsFrom(wordsAsText(words)), words)
})
test('lines that say nothing are none', () => assert.deepEqual(linesOf(' a \n\n b\na'), ['a', 'b']))
