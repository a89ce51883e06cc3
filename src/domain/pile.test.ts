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

test('a wording knows the first name, the whole name and the network', () => {
  const known = { firstName: 'Els', name: 'Els Bakker', network: 'Mastodon' }
  assert.equal(fillWording('Dag {first name}, op {network}: {name}.', known), 'Dag Els, op Mastodon: Els Bakker.')
})

test('the very same words are counted, however they are spaced', () => {
  const same = Array.from({ length: sameWordsMax }, () => 'Dank voor het melden.')
  assert.deepEqual(wornOut(same), [])
  assert.deepEqual(wornOut([...same, ' dank  voor het melden.', 'anders']), [
    { text: 'Dank voor het melden.', count: sameWordsMax + 1 },
  ])
})
