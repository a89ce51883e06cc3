import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPrivate, isBsn, isIban, type PrivateKind } from './private-data.ts'

/** What is found, as `kind:words`. */
const found = (text: string) => findPrivate(text).map(({ kind, span }) => `${kind}:${text.slice(...span)}`)

const cases: [text: string, expected: `${PrivateKind}:${string}`[]][] = [
  ['Bel je ons even terug?', []],
  // Telephone numbers of people, and lines that are for everybody.
  ['Bel me op 06 12345678.', ['phone:06 12345678']],
  ['Bel me op 06-1234 5678', ['phone:06-1234 5678']],
  ['Mijn nummer: +31 6 1234 5678', ['phone:+31 6 1234 5678']],
  ['0031612345678 is mijn nummer', ['phone:0031612345678']],
  ['Thuis (020) 123 45 67', ['phone:(020) 123 45 67']],
  ['Call +44 7911 123456 now', ['phone:+44 7911 123456']],
  ['Bel 0800-1234567, gratis', []],
  ['Bel 0900 1234567 of 088 123 45 67', []],
  ['Bel 112', []],
  ['Bel 14 020', []],
  // Figures that are no telephone number.
  ['Op 12-03-2026 om 10.45 uur', []],
  ['In hal 3, band 21, vlucht ZM1482', []],
  ['Dat kost 1.250.000,00 euro', []],
  ['1 400 koffers en 250 000 reizigers', []],
  ['Zie https://example.org/0612345678', []],
  // E-mail addresses of people, and mailboxes that are for everybody.
  ['Mail naar jan.jansen@gmail.com', ['email:jan.jansen@gmail.com']],
  ['jan+koffer@sub.example.co.uk?', ['email:jan+koffer@sub.example.co.uk']],
  ['Mail ons: info@zilvermeeuw.nl', []],
  ['klantenservice@zilvermeeuw.nl helpt je', []],
  ['Hoi @sanne@mastodon.nl, dank', []],
  ['Hoi @mira.example', []],
  // Bank accounts that pass their test.
  ['Op NL91 ABNA 0417 1643 00 dan', ['iban:NL91 ABNA 0417 1643 00']],
  ['nl91abna0417164300', ['iban:nl91abna0417164300']],
  ['GB82WEST12345698765432', ['iban:GB82WEST12345698765432']],
  ['NL91ABNA0417164301', []],
  // Cards by Luhn.
  ['Kaart 4111 1111 1111 1111', ['card:4111 1111 1111 1111']],
  ['Kaart 4111 1111 1111 1112', []],
  // Citizen service numbers by their 11-test.
  ['BSN 111222333', ['bsn:111222333']],
  ['bsn 1112.22.333.', ['bsn:1112.22.333']],
  ['nummer 123456789', []],
  ['000000000', []],
  // What is called an order, a booking, a customer.
  ['Je bestelnummer is 48213', ['order:48213']],
  ['Bestelling 4821377', ['order:4821377']],
  ['bestelnr. ZM-48213', ['order:ZM-48213']],
  ['klantnummer: 20261177', ['order:20261177']],
  ['Your booking reference ABC123', ['order:ABC123']],
  ['order #48213 is on its way', ['order:48213']],
  ['customer number 9931-22', ['order:9931-22']],
  ['In order to help you', []],
  ['Je bestelling komt morgen', []],
  ['We order 12 more', []],
  ['De factuur 2026 volgt', []],
  ['B2B-factuur', []],
  // Several, in the order of the text; each word once.
  ['jan@gmail.com of 0612345678', ['email:jan@gmail.com', 'phone:0612345678']],
  ['bestelnummer 111222333', ['order:111222333']],
]

for (const [text, expected] of cases) test(text, () => assert.deepEqual(found(text), expected))

test('the 11-test', () => {
  for (const good of ['111222333', '123456782']) assert.equal(isBsn(good), true)
  for (const bad of ['111222334', '12345678', '1112223333', 'abcdefghi']) assert.equal(isBsn(bad), false)
})
test('the test of a bank account number', () => {
  for (const good of ['NL91ABNA0417164300', 'BE68539007547034', 'DE89370400440532013000'])
    assert.equal(isIban(good), true)
  for (const bad of ['NL91ABNA0417164305', 'NL91', '']) assert.equal(isIban(bad), false)
})
test('a text of the greatest length is read in a moment', () => {
  const begun = performance.now()
  for (const text of [
    '0'.repeat(20_000),
    'a@'.repeat(10_000),
    'order '.repeat(3_300),
    'NL91 '.repeat(4_000),
    '1-'.repeat(10_000),
  ])
    findPrivate(text)
  assert.ok(performance.now() - begun < 5_000)
})
