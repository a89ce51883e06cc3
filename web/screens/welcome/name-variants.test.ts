import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameVariants } from './name-variants.ts'

function check(names: string[], expected: string[]) {
  assert.deepEqual(nameVariants(names), expected)
}

test('one word is offered as a tag and as an address', () => check(['Zilvermeeuw'], ['#zilvermeeuw', '@zilvermeeuw']))
test('what is there already is not offered again', () => check(['zilvermeeuw', '#Zilvermeeuw'], ['@zilvermeeuw']))
test('two words are offered as one', () => check(['De Korenwolf'], ['dekorenwolf', '#dekorenwolf', '@dekorenwolf']))
test('three words are offered by their initials too', () =>
  check(['Huis aan Zee'], ['huisaanzee', '#huisaanzee', '@huisaanzee', 'HAZ']))
test('a tag has no variants of its own', () => check(['#fietslint'], []))
test('a name of signs only offers nothing', () => check(['!?'], []))
