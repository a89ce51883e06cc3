import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSeeds } from './learn/read-seeds.ts'
import { seedText } from './seed-text.ts'

test('our own names become the slot, with the sign before them', () => {
  assert.equal(seedText('Bedankt @Zilvermeeuw, top!', ['Zilvermeeuw']), 'Bedankt @{brand}, top!')
  assert.equal(seedText('Vodka Hell is weer leeg', ['Vodka Hell']), '{brand} is weer leeg')
})

test('signs that mean something in a seed do not when a customer writes them', () =>
  assert.equal(seedText('kies [a|b] of {brand}', []), 'kies (a|b) of (brand)'))

test('a post of any length is a line that can be read, and no slot is cut in two', () => {
  for (const length of [994, 996, 998, 1_000, 3_000]) {
    const text = seedText(`${'x '.repeat(length / 2)}Meeuw en nog meer`, ['Meeuw'])
    const [seed] = readSeeds(JSON.stringify({ labels: 'neutral other 0', text }), 'test')
    assert.doesNotMatch(seed?.text ?? '', /\{(?!brand\})/u)
  }
})
