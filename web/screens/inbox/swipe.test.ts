import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidePx, type Swipe, swipeOf } from './swipe.ts'

const none: Swipe = { kind: 'none' }
const act = (swipe: Swipe) => (swipe.kind === 'pull' ? swipe.act : swipe.kind)

test('a tap stays a tap', () => assert.deepEqual(swipeOf({ dx: 6, dy: -4, before: none }), none))
test('right is done, left is wait, and too little is nothing', () => {
  assert.equal(act(swipeOf({ dx: decidePx, dy: 3, before: none })), 'done')
  assert.equal(act(swipeOf({ dx: -decidePx, dy: 3, before: none })), 'wait')
  assert.equal(act(swipeOf({ dx: decidePx - 1, dy: 3, before: none })), null)
})
test('who scrolls keeps scrolling, however the finger wanders', () => {
  const scroll = swipeOf({ dx: 10, dy: 40, before: none })
  assert.equal(act(swipeOf({ dx: 200, dy: 40, before: scroll })), 'scroll')
})
test('who pulls keeps pulling, and may pull back', () => {
  const pull = swipeOf({ dx: 100, dy: 0, before: none })
  assert.equal(act(swipeOf({ dx: 100, dy: 300, before: pull })), 'done')
  assert.equal(act(swipeOf({ dx: 10, dy: 300, before: pull })), null)
})
test('a card is pulled only so far', () => {
  const far = swipeOf({ dx: 900, dy: 0, before: none })
  assert.ok(far.kind === 'pull' && far.byPx < 200)
})
