import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedWords, spelledWords } from './spelled-words.ts'
import { spellingFindings } from './spelling-findings.ts'

function check(text: string, expected: string, known?: ReadonlySet<string>): void {
  const words = spelledWords(text, known)
  assert.equal(words.map(({ word }) => word).join(' '), expected)
  for (const { word, span } of words) assert.equal(text.slice(...span).replaceAll('’', "'"), word)
}

test('the words of sentences', () => check('Wat naar. We zoeken je koffer!', 'Wat naar We zoeken je koffer'))
test('a name in a sentence is none of them', () => check('Dag Fleur, welkom in Zwolle.', 'Dag welkom in'))
test('nor is what is short for something', () => check('De BSN en de ZM-kaart', 'De en de'))
test('links, handles, hashtags and addresses are none', () =>
  check('Kijk op https://x.example/kofer, kofer.nl/pad, @kofer, #kofer of mail kofer@x.example', 'Kijk op of mail'))
test('what holds a figure is none', () => check('Vlucht zm1482 om 9u30', 'Vlucht om'))
test('an apostrophe is one, however it is written', () => check("de foto’s en zo'n kaart", "de foto's en zo'n kaart"))
test('a new line begins a sentence', () => check('Dag\nKofer', 'Dag Kofer'))
test('what the conversation calls by name is known', () =>
  check('de vrijtas van quirine', 'de van', namedWords(['Mijn Vrijtas is weg', '@quirine'])))
test('what a customer misspells in small letters is not', () =>
  check('je kofer', 'je kofer', namedWords(['mijn kofer is weg'])))

test('what no dictionary knows is a finding with what it offers, once where a rule of ours speaks of it', () => {
  const text = 'Wat vervelent, we zoeken me kofer.'
  const words = spelledWords(text)
  const offersOf = (word: string) => ({ vervelent: ['vervelend', 'vervelen'], kofer: [] })[word]
  const [first, second] = spellingFindings(words, { found: [], offersOf })
  assert.deepEqual(
    [first?.found, first?.fix?.text, second?.found, second?.fix],
    ['vervelent', 'vervelend', 'kofer', undefined],
  )
  const byRule = { rule: 'spelling', span: [4, 13], found: 'vervelent', fix: undefined } as const
  assert.deepEqual(
    spellingFindings(words, { found: [{ ...byRule, span: [4, 13] }], offersOf }).map(({ found }) => found),
    ['kofer'],
  )
})
