import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HouseStyle, plainHouse } from '#domain/house-style.ts'
import { marksIn } from '#web/screens/inbox/marks-in.ts'
import { lookOver } from './look-over.ts'

function look(text: string, house: Partial<HouseStyle> = {}) {
  const person = { name: 'Sam de Boer', handle: 'sam' }
  return lookOver({ text, lang: 'nl', person, house: { ...plainHouse, ...house }, writer: 'Noor Bakker' }, [])
}
const line = (text: string, house: Partial<HouseStyle> = {}) =>
  look(text, house).line.map(
    (item) =>
      `${item.isGood ? '✓' : item.stops ? '×' : '!'} ${item.kind === 'draft' ? item.finding.rule : item.finding.code}`,
  )

test('what is well stands behind what is to be mended, four at most', () => {
  assert.deepEqual(line('Hoi Sam, excuses voor het ongemak.'), ['! hollow', '✓ nothing_private', '✓ named'])
  const bad = 'Bel 06 12345678. Wij garanderen dat, je had beter moeten lezen, nu eenmaal. Excuses voor het ongemak.'
  assert.deepEqual(line(bad), ['! private', '! promise', '! blame', '! defensive'])
})
test('what stops an answer stands before everything else', () =>
  assert.deepEqual(line('Bel 06 12345678. Wij garanderen dat.', { blocks: ['promise'] }).slice(0, 2), [
    '× promise',
    '! private',
  ]))
test('one rule takes one place in the line, and all of its findings stand in the list', () => {
  const { line: shown, all } = look('Hoi Sam, middels dit bericht, inzake je klacht, dus.')
  assert.equal(shown.filter((item) => !item.isGood).length, 1)
  assert.equal(all.length, 2)
})
test('a greeting that the house does not want is not praised', () =>
  assert.deepEqual(line('Hoi Sam, we zoeken het uit.', { greeting: 'unwanted' }), ['! greeting', '✓ nothing_private']))
test('while one types on, what stands before stays marked', () => {
  const looked = {
    text: 'Hoi inzake je',
    spans: [
      [4, 10],
      [11, 13],
    ] as const,
  }
  assert.deepEqual(marksIn('Hoi inzake je klacht', looked), [
    [4, 10],
    [11, 13],
  ])
  assert.deepEqual(marksIn('Hoi inzake uw', looked), [[4, 10]])
  assert.deepEqual(marksIn('Dag', looked), [])
})
