import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Span } from '#domain/span.ts'
import { textTree } from './text-tree.ts'

/** The parts written out: a hit between ‹ ›, a link as [text]. */
function check(text: string, spans: readonly Span[], expected: string): void {
  const parts = textTree(text, spans)
  assert.equal(parts.map((part) => part.text).join(''), text, 'no character is lost')
  const written = parts.map(({ text: words, isHit, href }) => {
    const marked = isHit ? `‹${words}›` : words
    return href ? `[${marked}]` : marked
  })
  assert.equal(written.join(''), expected)
}

test('plain words', () => check('Hoi', [], 'Hoi'))
test('nothing at all', () => check('', [], ''))
test('matched words', () => check('bij band 14 op', [[4, 11]], 'bij ‹band 14› op'))
test('the stop after a link is not part of it', () => check('zie https://a.nl/x.', [], 'zie [https://a.nl/x].'))
test('brackets around and inside a link', () => check('(https://a.nl/w_(x)) en', [], '([https://a.nl/w_(x)]) en'))
test('a match inside a link cuts the link, not its address', () => {
  check('https://a.nl/koffer', [[13, 19]], '[https://a.nl/][‹koffer›]')
  assert.deepEqual(
    textTree('https://a.nl/koffer', [[13, 19]]).map((part) => part.href),
    ['https://a.nl/koffer', 'https://a.nl/koffer'],
  )
})
test('spans beyond the text, as an excerpt has them, are cut off', () => check('abc', [[1, 99]], 'a‹bc›'))
test('only addresses of the web lead anywhere', () =>
  check('javascript:alert(1) data:x ftp://a', [], 'javascript:alert(1) data:x ftp://a'))
test('a broken address is words', () => check('https://[::1', [], 'https://[::1'))
