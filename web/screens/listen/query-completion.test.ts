import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completionAt, sitesIn } from './query-completion.ts'

const offers = {
  networks: [
    { id: 'bluesky', name: 'Bluesky' },
    { id: 'feed', name: 'RSS' },
  ],
  sites: ['nos.nl', 'nu.nl'],
  sets: [{ value: 'Brand', label: '3' }, { value: 'birds' }],
  languageName: (code: string) => ({ nl: 'Nederlands', de: 'Duits', da: 'Deens' })[code] ?? code,
}

/** The caret stands at the |. */
function check(written: string, choices: string[], replaced = ''): void {
  const caret = written.indexOf('|')
  const query = written.replace('|', '')
  const found = completionAt(query, caret, offers)
  assert.deepEqual(found?.choices.map(({ value }) => value) ?? [], choices)
  if (found) assert.equal(query.slice(found.from, found.to), replaced)
}

test('the first letters of a field', () => check('kpn la|', ['lang:'], 'la'))
test('one letter begins too many', () => check('s|', []))
test('two letters are enough', () => check('so| kpn', ['source:'], 'so'))
test('a field that is left out', () => check('kpn -si|', ['site:'], 'si'))
test('a word that begins no field', () => check('kpn|', []))
test('in the middle of a word one corrects', () => check('la|n', []))
test('a country is not offered, because nothing has one', () => check('cou|', []))

test('all values of a field at once', () => check('has:|', ['link', 'image', 'video', 'audio', 'tags', 'mentions']))
test('languages by their code', () => check('kpn lang:n|', ['nl', 'no'], 'n'))
test('languages by their name', () => check('lang:du|', ['de'], 'du'))
test('networks by what they are called', () => check('source:rs|', ['feed'], 'rs'))
test('sites that we listen to', () => check('site:n|', ['nos.nl', 'nu.nl'], 'n'))
test('the next value of a group', () => check('network:(feed OR bl|)', ['bluesky'], 'bl'))
test('the first value of a group', () => check('is:(|', ['reply', 'edited', 'cut']))
test('what is whole needs no offer', () => check('lang:de|', []))
test('sets by their name', () => check('koffer set:b|', ['Brand', 'birds'], 'b'))
test('the next set of a group', () => check('set:(birds OR br|)', ['Brand'], 'br'))
test('a set by the name of its field', () => check('koffer se|', ['set:'], 'se'))
test('an author is never guessed', () => check('author:j|', []))
test('nothing is offered in a phrase or a remark', () => {
  check('"la|"', [])
  check('kpn <<< la|', [])
})

test('hosts come from addresses and from names of servers, each once', () =>
  assert.deepEqual(
    sitesIn([
      { url: 'https://www.nos.nl/feed.xml' },
      { server: 'mastodon.social', tags: ['kpn', 'ing.nl'] },
      {},
      { url: 'https://nos.nl/sport' },
      null,
    ]),
    ['ing.nl', 'mastodon.social', 'nos.nl'],
  ))
