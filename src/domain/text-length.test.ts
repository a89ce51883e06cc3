import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TextLimit, textLeft, textLength } from './text-length.ts'

const check = (text: string, limit: TextLimit, expected: number) => () =>
  assert.equal(textLength(text, limit), expected, JSON.stringify(text))

const graphemes: TextLimit = { max: 300, unit: 'grapheme', bytesMax: 3_000 }
const mastodon: TextLimit = { max: 500, unit: 'codepoint', linkWeight: 23 }
const weighted: TextLimit = { max: 280, unit: 'weighted', linkWeight: 23 }

test('a family is one grapheme', check('👨‍👩‍👧‍👦 hoi', graphemes, 5))
test('an accent that stands apart is no grapheme of its own', check('Cafe\u0301', graphemes, 4))
test(
  'a link counts for what the network says, however long it is',
  check(`Zie https://example.org/${'x'.repeat(200)} nu`, mastodon, 4 + 23 + 3),
)
test('bytes are bytes of UTF-8', check('é😀', { max: 10, unit: 'byte' }, 6))
test('weighted: Latin letters and quotes weigh one', check('Café “ja”', weighted, 9))
test('weighted: Japanese weighs two a character', check('日本', weighted, 4))
test('weighted: an emoji weighs two as a whole, a flag too', check('👨‍👩‍👧‍👦🇳🇱', weighted, 4))

test('what is left goes below zero when it is too much, by characters or by bytes', () => {
  assert.equal(textLeft('hoi', graphemes), 297)
  assert.equal(textLeft('x'.repeat(310), graphemes), -10)
  // 200 families are 200 graphemes, and 5,000 bytes: the second bound speaks.
  assert.equal(textLeft('👨‍👩‍👧‍👦'.repeat(200), graphemes), -2_000)
})
