import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markBrands } from './mark-brands.ts'
import { tokenise, tokensMax } from './tokenise.ts'

function check(text: string, expected: string, brands: string[] = []): void {
  const { tokens } = markBrands(tokenise(text), brands)
  const written = tokens.map((token) =>
    token.kind === 'word' ? token.folded : `${token.kind}:${text.slice(token.start, token.end)}`,
  )
  assert.equal(written.join(' '), expected)
}

test('words are folded and keep their apostrophes', () => check("Don't! Zo’n gedoe", "don't zo'n gedoe"))
test('links, numbers, emoji and mentions are told apart', () =>
  check(
    '@KLM 3x gebeld 😡 https://x.nl/a?b :(',
    'mention:@KLM number:3x gebeld emoji:😡 url:https://x.nl/a?b emoji::(',
  ))
test('a hashtag in camel case is its words', () => check('#SlechteService #faal', 'slechte service faal'))
test('a hyphen separates words', () => check('top-service e-bike', 'top service e bike'))
test('an emoji sequence is one token', () => check('👩‍👩‍👧 👍🏽 🇳🇱', 'emoji:👩‍👩‍👧 emoji:👍🏽 emoji:🇳🇱'))
test('the names of the brand become brand tokens, also of two words, with an s, as handle and as tag', () =>
  check(
    "Albert Heijn's kassa, @albertheijn_nl #AlbertHeijn",
    "brand:Albert brand:Heijn's kassa brand:@albertheijn_nl brand:Albert brand:Heijn",
    ['Albert Heijn'],
  ))
test('a brand is not found inside another word', () => check('nsfw ns', 'nsfw brand:ns', ['NS']))

test('sentences know that they ask and how loud they are', () => {
  const { sentences } = tokenise('Echt?! Ja.\nNou zeg!!')
  assert.deepEqual(
    sentences.slice(0, 3).map(({ isQuestion, exclamations }) => [isQuestion, exclamations]),
    [
      [true, 1],
      [false, 0],
      [false, 2],
    ],
  )
})

test('an endless text is read up to a limit', () => {
  assert.equal(tokenise('woord '.repeat(10_000)).tokens.length, tokensMax)
})

test('every token is where it says, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let end = 0
      for (const token of tokenise(text).tokens) {
        assert.ok(token.start >= end && token.end > token.start && token.end <= text.length)
        end = token.end
      }
    }),
  )
})
