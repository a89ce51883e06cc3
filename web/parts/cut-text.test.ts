import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Span } from '#domain/span.ts'
import { cutText } from './cut-text.ts'

/** Hits between brackets, links between angle brackets: easy to read in a table. */
function check(text: string, spans: Span[], expected: string) {
  const shown = cutText(text, spans, true)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .map((shownText, i, all) => (cutText(text, spans, true)[i]?.href ? `<${all[i]}>` : shownText))
    .join('')
  assert.equal(shown, expected)
}

test('a matched word is set apart', () => check('wat nu, @zilvermeeuw?', [[9, 20]], 'wat nu, @[zilvermeeuw]?'))
test('overlapping words become one', () =>
  check(
    'abcdef',
    [
      [1, 3],
      [2, 5],
    ],
    'a[bcde]f',
  ))
test('a span outside the text is left out', () => check('abc', [[2, 9]], 'abc'))
test('an address becomes a link, without the full stop behind it', () =>
  check('Zie https://a.example/b?c=1.', [], 'Zie <https://a.example/b?c=1>.'))
test('only http and https are links', () =>
  check('javascript:alert(1) ftp://a.example', [], 'javascript:alert(1) ftp://a.example'))
test('a hit inside an address keeps both', () =>
  check('https://zilver.example/x', [[8, 14]], '<https://><[zilver]><.example/x>'))
test('an empty text has no pieces to speak of', () => assert.deepEqual(cutText('', [], true), []))
