import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Span } from '#domain/span.ts'
import { cutText, stretchesOf } from './cut-text.ts'

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
test('signs that turn the writing end an address', () => {
  for (const sign of ['\u202e', '\u2066', '\u2069', '\u200f', '\u200b'])
    check(`https://a.example/${sign}moc.knab`, [], `<https://a.example/>${sign}moc.knab`)
})
test('an address is one stretch with its hits, and what turns stands in a stretch of its own', () => {
  const stretches = stretchesOf(cutText('\u202ewat https://zilver.example/x nu', [[13, 19]], true))
  assert.deepEqual(
    stretches.map(({ pieces, href, isTurning }) => [pieces.map((piece) => piece.text).join('|'), href, isTurning]),
    [
      ['\u202ewat ', undefined, true],
      ['https://|zilver|.example/x', 'https://zilver.example/x', false],
      [' nu', undefined, false],
    ],
  )
})
test('an empty text has no pieces to speak of', () => assert.deepEqual(cutText('', [], true), []))
