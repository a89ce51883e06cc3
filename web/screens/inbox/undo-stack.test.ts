import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createUndoStack, undoStepsMax } from './undo-stack.ts'

const undo = async (): Promise<void> => {}

test('the newest goes first', () => {
  const stack = createUndoStack()
  stack.push({ label: 'a', undo })
  stack.push({ label: 'b', undo })
  assert.deepEqual([stack.take(0)?.label, stack.take(0)?.label, stack.take(0)], ['b', 'a', undefined])
})

test('a reply that has left is passed over', () => {
  const stack = createUndoStack()
  stack.push({ label: 'done', undo })
  stack.push({ label: 'reply', undo, untilMs: 1_000 })
  assert.equal(stack.take(1_000)?.label, 'done')
})

test('only so many are kept', () => {
  const stack = createUndoStack()
  for (let at = 0; at <= undoStepsMax; at++) stack.push({ label: String(at), undo })
  assert.equal(stack.size(), undoStepsMax)
  const labels = Array.from({ length: undoStepsMax }, () => stack.take(0)?.label)
  assert.equal(labels.at(-1), '1')
})

test('a step undone elsewhere is not undone twice', () => {
  const stack = createUndoStack()
  const step = { label: 'a', undo }
  stack.push(step)
  stack.drop(step)
  assert.equal(stack.take(0), undefined)
})
