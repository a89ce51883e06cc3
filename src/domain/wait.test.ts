import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grownFrom, spreadSum } from './wait.ts'

test('grown is twice as far, and more than one more', () => {
  assert.deepEqual([0, 1, 2, 3, 10, 250].map(grownFrom), [2, 3, 4, 6, 20, 500])
})

test('messages, what was passed on, and others that tell of the same', () => {
  assert.equal(spreadSum({ messages: 3, reposts: 12, alike: 4 }), 19)
})
