import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dropWish, makeWish, takeWish } from './wish.ts'

test('a key pressed before the conversation is here is kept, and answered once', () => {
  makeWish('enter', 0)
  assert.equal(takeWish(['reply', 'note'], 1), undefined)
  assert.equal(takeWish(['enter'], 1), 'enter')
  assert.equal(takeWish(['enter'], 1), undefined)
})
test('the last wish counts', () => {
  makeWish('enter', 0)
  makeWish('reply', 0)
  assert.equal(takeWish(['enter'], 1), undefined)
  assert.equal(takeWish(['reply', 'note'], 1), 'reply')
})
test('what was taken back or is long ago is not answered', () => {
  makeWish('note', 0)
  dropWish()
  assert.equal(takeWish(['note'], 1), undefined)
  makeWish('note', 0)
  assert.equal(takeWish(['note'], 10_000), undefined)
})
