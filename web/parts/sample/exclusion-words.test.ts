import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exclusionWords } from './exclusion-words.ts'

const bird = 'Vanochtend op het wad: drie jonge zilvermeeuw, een wulp en twee scholeksters.'
const at = bird.indexOf('zilvermeeuw')
const struck = { text: bird, spans: [[at, at + 'zilvermeeuw'.length]] as const }

test('words near the name come first', () =>
  assert.deepEqual(exclusionWords(struck, [], ['zilvermeeuw']), ['jonge', 'wulp', 'scholeksters']))
test('a word that a right message has is never offered', () =>
  assert.ok(
    !exclusionWords(struck, ['Een jonge steward van Zilvermeeuw hielp me.'], ['zilvermeeuw']).includes('jonge'),
  ))
test('the name itself is never offered, however it is written', () =>
  assert.deepEqual(exclusionWords({ text: '#Zilvermeeuwen zilvermeeuw', spans: [] }, [], ['@zilvermeeuw']), []))
test('an address gives no words', () =>
  assert.deepEqual(exclusionWords({ text: 'https://vogels.example/scholekster', spans: [] }, [], ['x1']), []))
