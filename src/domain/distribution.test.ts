import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Hand, nextHand } from './distribution.ts'

/** `tess 3/5 t2`: three open, room for five, last given something at turn two. */
function hand(text: string): Hand {
  const [memberId = '', load = '', turn = 't0'] = text.split(' ')
  const [open, capacity] = load.split('/')
  return { memberId, open: Number(open), capacity: capacity ? Number(capacity) : null, turn: Number(turn.slice(1)) }
}

for (const [hands, next] of [
  ['', undefined],
  ['tess 3', 'tess'],
  ['tess 3, noor 2', 'noor'],
  ['tess 2 t5, noor 2 t4', 'noor'],
  ['tess 2 t4, noor 2 t4', 'noor'],
  ['tess 2/2, noor 9', 'noor'],
  ['tess 2/2, noor 9/9', undefined],
  ['tess 3/2, noor 1/1', undefined],
  ['tess 0/1, noor 0/9 t1', 'tess'],
] as const) {
  test(`of ${hands || 'nobody'} it is ${next ?? 'nobody'}’s turn`, () => {
    const all = hands === '' ? [] : hands.split(', ').map(hand)
    assert.equal(nextHand(all)?.memberId, next)
  })
}
