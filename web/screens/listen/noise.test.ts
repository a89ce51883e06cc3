import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Sample } from '#api/contract/shapes.ts'
import { noiseIn, roundedPerDay } from './noise.ts'

const author = { name: 'Anna', handle: 'anna', avatarUrl: null }
const at = '2026-05-05T09:31:00.000Z'
const hit = (n: number, isSpam = false): Sample => ({
  network: 'forum',
  nativeId: String(n),
  url: null,
  author,
  text: 'zilvermeeuw',
  spans: [],
  sentiment: null,
  isSpam,
  lang: 'nl',
  publishedAt: at,
})

test('spam and what was struck are noise, once', () => {
  const sample = [hit(1, true), hit(2, true), hit(3), hit(4)]
  const { spamCount, struckCount, of, share } = noiseIn(sample, new Set(['forum 2', 'forum 3', 'forum 99']))
  assert.deepEqual([spamCount, struckCount, of, share], [1, 2, 4, 0.75])
})
test('a clean sample of twenty still leaves some doubt', () => {
  const { share, high } = noiseIn(
    Array.from({ length: 20 }, (_, n) => hit(n)),
    new Set(),
  )
  assert.equal(share, 0)
  assert.ok(high > 0.15 && high < 0.17)
})
test('a number a day is rounded as people say it', () =>
  assert.deepEqual([0.142, 1, 9.96, 12.4, 1_104.6].map(roundedPerDay), [0.1, 1, 10, 12, 1_105]))
