import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextLimit } from '#domain/text-length.ts'
import { countText } from './counter.ts'

const bluesky: TextLimit = { max: 300, unit: 'grapheme' }

function check(text: string, limit: TextLimit, expected: Partial<ReturnType<typeof countText>>): void {
  const count = countText(text, limit)
  assert.deepEqual({ ...count, ...expected }, count)
}

test('an empty reply', () => check('', bluesky, { left: 300, share: 0, tone: 'calm', fits: 0 }))
test('from forty left on it is near', () => check('a'.repeat(260), bluesky, { left: 40, tone: 'near' }))
test('what does not fit starts at a whole character', () =>
  check(`${'a'.repeat(299)}👩‍👩‍👧b`, bluesky, { left: -1, tone: 'over', fits: 299 + '👩‍👩‍👧'.length }))
test('a link counts what the network says', () =>
  check(`a https://example.com/${'x'.repeat(400)}`, { max: 30, unit: 'weighted', linkWeight: 23 }, { left: 5 }))
test('a second bound in bytes counts too', () =>
  check('é'.repeat(8), { max: 10, unit: 'grapheme', bytesMax: 10 }, { left: -6, fits: 10 - 5 }))
test('a small limit is not near from the first letter on', () =>
  check('a', { max: 20, unit: 'codepoint' }, { tone: 'calm' }))
