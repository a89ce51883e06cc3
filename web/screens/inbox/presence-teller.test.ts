import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presenceEveryMs, presenceMs } from '#domain/presence.ts'
import { createPresenceTeller, lookAfterMs, typingForMs } from './presence-teller.ts'

/** In small steps: a timer that is set when another ends counts from that moment, not from the end of a long jump. */
function pass(timers: typeof import('node:test').mock.timers, ms: number): void {
  const stepMs = 100
  for (let left = ms; left > 0; left -= stepMs) timers.tick(Math.min(left, stepMs))
}

/** What is sent, as `a looking`, while time is moved by hand. */
function screen(t: { mock: typeof import('node:test').mock }) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  const sent: string[] = []
  const teller = createPresenceTeller({ send: (id, sign) => sent.push(`${id} ${sign}`) })
  return { teller, wait: (ms: number) => pass(t.mock.timers, ms), said: () => sent.splice(0) }
}

test('what is passed on the way down is not looked at', (t) => {
  const { teller, wait, said } = screen(t)
  for (const id of ['a', 'b', 'c']) {
    teller.look(id)
    wait(lookAfterMs - 1)
  }
  wait(1)
  assert.deepEqual(said(), ['c looking'])
})

test('an open screen gives a sign often enough that two may be lost', (t) => {
  const { teller, wait, said } = screen(t)
  teller.look('a')
  wait(lookAfterMs)
  said()
  wait(presenceMs)
  assert.ok(said().length >= 2)
  assert.ok(presenceMs / presenceEveryMs >= 2)
})

test('the first key is told at once, the next ones are not, and writing ends by itself', (t) => {
  const { teller, wait, said } = screen(t)
  teller.look('a')
  wait(lookAfterMs)
  said()
  teller.typed()
  teller.typed()
  assert.deepEqual(said(), ['a typing'])
  wait(typingForMs)
  assert.deepEqual(said(), ['a looking'])
})

test('who keeps writing stays writing', (t) => {
  const { teller, wait, said } = screen(t)
  teller.look('a')
  for (let second = 0; second < 40; second += 1) {
    teller.typed()
    wait(1_000)
  }
  assert.ok(said().every((one) => one === 'a typing'))
})

test('sent or emptied: no longer writing, still looking', (t) => {
  const { teller, said } = screen(t)
  teller.look('a')
  teller.typed()
  teller.stopped()
  teller.stopped()
  assert.deepEqual(said(), ['a typing', 'a looking'])
})

test('the next conversation ends the one before, and leaving is said once', (t) => {
  const { teller, wait, said } = screen(t)
  teller.look('a')
  wait(lookAfterMs)
  teller.look('b')
  wait(lookAfterMs)
  teller.leave()
  teller.leave()
  wait(presenceMs)
  assert.deepEqual(said(), ['a looking', 'a gone', 'b looking', 'b gone'])
})

test('without an open conversation nothing is said', (t) => {
  const { teller, wait, said } = screen(t)
  teller.typed()
  teller.stopped()
  wait(presenceMs)
  assert.deepEqual(said(), [])
})
