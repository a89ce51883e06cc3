import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugSchema } from './slug.ts'
import { freeSlug, slugFrom } from './slug-from.ts'

test('a name makes a short address', () => {
  const cases = [
    ['Zilvermeeuw', 'zilvermeeuw'],
    ['Café Zoë & Zn.', 'cafe-zoe-zn'],
    ['  N.V. De Dijk  ', 'n-v-de-dijk'],
    ['日本', 'team'],
    ['X', 'team'],
    ['A very long name of a company that goes on', 'a-very-long-name-of-a-company'],
    ['0192f2b4-1111-7222-8333-444455556666', '0192f2b4-1111-7222-8333-444455'],
  ] as const
  for (const [name, slug] of cases) {
    assert.equal(slugFrom(name), slug)
    assert.equal(slugSchema.parse(slug), slug)
  }
})

test('what is taken gets a number', () => {
  assert.equal(freeSlug('meeuw', new Set()), 'meeuw')
  assert.equal(freeSlug('meeuw', new Set(['meeuw', 'meeuw-2'])), 'meeuw-3')
})

test('an address is small letters, figures and single dashes, and never an id', () => {
  assert.equal(slugSchema.parse(' De-Dijk '), 'de-dijk')
  for (const wrong of ['', 'a', '-a', 'a-', 'a--b', 'a b', 'é1', 'a/b', '0192f2b4-1111-7222-8333-444455556666'])
    assert.equal(slugSchema.safeParse(wrong).success, false, wrong)
})
