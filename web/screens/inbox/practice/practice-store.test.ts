import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextPractice } from './practice-store.ts'

test('one goes on with the next', () => assert.equal(nextPractice('reply', new Set(['reply'])), 'done'))
test('what was passed over comes back', () => assert.equal(nextPractice('undo', new Set(['undo', 'done'])), 'reply'))
test('with nothing done the next is the next', () => assert.equal(nextPractice('done', new Set()), 'undo'))
test('after all three there is none', () =>
  assert.equal(nextPractice('undo', new Set(['reply', 'done', 'undo'])), undefined))
