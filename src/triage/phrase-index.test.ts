import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markBrands } from './mark-brands.ts'
import { PhraseIndex } from './phrase-index.ts'
import { tokenise } from './tokenise.ts'

const groups = { hurt: ['gewond*', 'bloedt'], you: ['<brand>', 'jullie'] }

function check(phrase: string, text: string, expected: string | undefined): void {
  const index = new PhraseIndex<string>(groups, ['de', 'het', 'is'])
  index.add(phrase, 'it')
  const read = markBrands(tokenise(text), ['KLM'])
  const [hit] = index.find(read)
  assert.equal(hit?.places.map((place) => read.tokens[place]?.folded).join(' '), expected, `${phrase} in ${text}`)
}

test('a phrase is found whatever the case, diacritics and white space', () =>
  check('geen reactie', 'Nog  GÉÉN\treactie', 'geen reactie'))
test('a phrase does not run across the end of a sentence', () =>
  check('geen reactie', 'Geld? Geen. Reactie volgt', undefined))
test('a star takes any ending', () => check('vertraag*', 'alweer vertraagde trein', 'vertraagde'))
test('a star takes any beginning', () => check('*storing', 'een stroomstoring', 'stroomstoring'))
test('a gap takes up to four words', () => check('werkt … niet', 'werkt hier nog steeds echt niet', 'werkt niet'))
test('a gap does not take five', () => check('werkt … niet', 'werkt een twee drie vier vijf niet', undefined))
test('a gap takes none as well', () => check('werkt … niet', 'dit werkt niet', 'werkt niet'))
test('the gap finds its end also when a nearer word looks right', () =>
  check('in … in de cel', 'in een huis in de cel', 'in in de cel'))
test('an optional word may be there', () => check('koffer [is] kwijt', 'mijn koffer is kwijt', 'koffer is kwijt'))
test('an optional word may be absent', () => check('koffer [is] kwijt', 'koffer kwijt', 'koffer kwijt'))
test('a slash means either', () => check('trein/bus te laat', 'de bus te laat', 'bus te laat'))
test('a group means one of its list', () => check('kind <hurt>', 'mijn kind gewondgeraakt', 'kind gewondgeraakt'))
test('a group may hold the brand', () => check('weg bij <you>', 'ik ga weg bij KLM', 'weg bij klm'))
test('a number is found as a number and as it is written', () => {
  check('<number> keer', 'al 3 keer', '3 keer')
  check('112 onbereikbaar', '112 onbereikbaar', '112 onbereikbaar')
})
test('a drawn-out word is still the word', () => check('zo traag', 'zoooo traaaag', 'zoo traag'))

test('a group that nobody defined and a phrase that ends in a gap are mistakes', () => {
  const index = new PhraseIndex<string>(groups, [])
  assert.throws(() => index.add('<nobody> hier', 'it'), /no such group/u)
  assert.throws(() => index.add('hier …', 'it'), /begins and ends with a word/u)
})
