import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fillWording, sameWordsMax, spreadOver, wornOut } from './pile.ts'

const minuteMs = 60_000

test('answers leave one by one, in their order, within the time, and never faster than a person', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 120 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
      (count, minutes, shares) => {
        let asked = 0
        const after = spreadOver(count, minutes, () => shares[asked++] ?? 0)
        assert.equal(after.length, count)
        assert.equal(after[0], 0)
        const most = Math.max(minutes * minuteMs, (count - 1) * 4_000)
        for (const [at, ms] of after.entries()) {
          assert.ok(ms <= most, `${ms} is within ${most}`)
          if (at > 0) assert.ok(ms - (after[at - 1] ?? 0) >= 2_000 - 1, 'two seconds or more lie between')
        }
      },
    ),
  )
})

for (const [wording, name, expected] of [
  ['Dag {name}, we zoeken het uit.', 'Els', 'Dag Els, we zoeken het uit.'],
  ['Dag {name}, we zoeken het uit.', '', 'Dag, we zoeken het uit.'],
  ['{name}, we zoeken het uit.', '', 'we zoeken het uit.'],
  ['Dank {name}! Stuur op {network} een bericht, {name}.', 'Bo', 'Dank Bo! Stuur op Mastodon een bericht, Bo.'],
  ['Geen naam.', 'Bo', 'Geen naam.'],
] as const)
  test(`"${wording}" for ${name || 'nobody known'} is "${expected}"`, () =>
    assert.equal(fillWording(wording, { name, network: 'Mastodon' }), expected))

test('a name that looks like a slot, or like a pattern, stands as it is', () => {
  assert.equal(fillWording('Dag {name}', { name: '$& {network}', network: 'X' }), 'Dag $& {network}')
})

test('the very same words are counted, however they are spaced', () => {
  const same = Array.from({ length: sameWordsMax }, () => 'Dank voor het melden.')
  assert.deepEqual(wornOut(same), [])
  assert.deepEqual(wornOut([...same, ' dank  voor het melden.', 'anders']), [
    { text: 'Dank voor het melden.', count: sameWordsMax + 1 },
  ])
})
