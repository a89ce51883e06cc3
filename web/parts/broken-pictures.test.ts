import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isBrokenPicture, markBrokenPicture } from './broken-pictures.ts'

const minuteMs = 60_000

test('a picture that failed is not asked for again on the next draw', () => {
  assert.equal(isBrokenPicture('/a', 0), false)
  markBrokenPicture('/a', 0)
  assert.equal(isBrokenPicture('/a', minuteMs), true)
  assert.equal(isBrokenPicture('/b', minuteMs), false)
})
test('after a while it is tried once more', () => {
  markBrokenPicture('/a', 0)
  assert.equal(isBrokenPicture('/a', 10 * minuteMs), false)
})
test('only so many are remembered, and the oldest goes', () => {
  for (let at = 0; at <= 1_000; at += 1) markBrokenPicture(`/${at}`, 0)
  assert.equal(isBrokenPicture('/0', 0), false)
  assert.equal(isBrokenPicture('/1000', 0), true)
})
