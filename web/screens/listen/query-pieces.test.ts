import assert from 'node:assert/strict'
import { test } from 'node:test'
import { piecesOf, stretchesOfQuery } from './query-pieces.ts'

function check(query: string, pieces: [kind: string, text: string][]): void {
  assert.deepEqual(
    piecesOf(query).map(({ kind, at: [start, end] }) => [kind, query.slice(start, end)]),
    pieces,
  )
}

test('words, operators and brackets', () =>
  check('(ing OR bank) AND app', [
    ['bracket', '('],
    ['word', 'ing'],
    ['operator', 'OR'],
    ['word', 'bank'],
    ['bracket', ')'],
    ['operator', 'AND'],
    ['word', 'app'],
  ]))
test('what leaves out has a colour of its own', () =>
  check('-vogel NOT wad', [
    ['not', '-'],
    ['word', 'vogel'],
    ['not', 'NOT'],
    ['word', 'wad'],
  ]))
test('phrases with and without a distance', () =>
  check('"ing bank"~3 “kpn”', [
    ['phrase', '"ing bank"'],
    ['phrase', '~3'],
    ['phrase', '“kpn”'],
  ]))
test('exact words, other forms and beginnings', () =>
  check('=ING ="Plus" ~lopen duurz* a NEAR/3 b', [
    ['exact', '=ING'],
    ['exact', '='],
    ['exact', '"Plus"'],
    ['exact', '~lopen'],
    ['prefix', 'duurz*'],
    ['word', 'a'],
    ['operator', 'NEAR/3'],
    ['word', 'b'],
  ]))
test('tags, handles and shares are names', () =>
  check('#kpn @ing.nl $KPN', [
    ['name', '#kpn'],
    ['name', '@ing.nl'],
    ['name', '$KPN'],
  ]))
test('the name of a field and its value, alone, quoted and in a group', () =>
  check('lang:nl author:"Jan Jansen" site:(nu.nl OR nos.nl)', [
    ['field', 'lang:'],
    ['value', 'nl'],
    ['field', 'author:'],
    ['value', '"Jan Jansen"'],
    ['field', 'site:'],
    ['bracket', '('],
    ['value', 'nu.nl'],
    ['operator', 'OR'],
    ['value', 'nos.nl'],
    ['bracket', ')'],
  ]))
test('a field that nobody knows and an address are words', () =>
  check('langg:nl https://nu.nl/x', [
    ['word', 'langg:nl'],
    ['word', 'https://nu.nl/x'],
  ]))
test('a remark, also one that is not closed yet', () =>
  check('kpn <<< ours >>> ing <<< and', [
    ['word', 'kpn'],
    ['remark', '<<< ours >>>'],
    ['word', 'ing'],
    ['remark', '<<< and'],
  ]))

test('the stretches are the text, whatever is marked in it', () => {
  const query = 'ing  OR (bank\n-"x y")'
  const stretches = stretchesOfQuery(query, {
    wrong: [[8, 12]],
    marked: [
      [0, 3],
      [10, 99],
    ],
  })
  assert.equal(stretches.map(({ text }) => text).join(''), query)
  assert.deepEqual(
    stretches.filter(({ isMarked }) => isMarked).map(({ text }) => text),
    ['ing', 'an', 'k', '\n', '-', '"x y"', ')'],
  )
  assert.deepEqual(
    stretches.filter(({ isWrong }) => isWrong).map(({ text }) => text),
    ['(', 'b', 'an'],
  )
})
test('a long query is cut up in no time', () => {
  const query = Array.from({ length: 2_000 }, (_, i) => `woord${i}`).join(' OR ')
  assert.equal(stretchesOfQuery(query, { wrong: [], marked: [] }).length, 7_997)
})
