import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Alert, followAlert, isAgain } from './follow-alert.ts'
import { lookForSpike } from './look-for-spike.ts'

const rhythm = { shape: Array.from({ length: 168 }, () => 1), level: { a: 100, b: 100 }, spread: 0.15 }
const usual = { mean: 0.2, weight: 500 }
const day = 288
type Last = { grave: number; all: number; bins: number }

/** A day of one grave message an hour of five, and then so many in each of the last bins. */
function lately({ grave, all, bins }: Last) {
  const calm = (every: number) => Array.from({ length: day - bins }, (_, at) => Number(at % every === 0))
  const last = (count: number) => Array.from({ length: bins }, () => count)
  return {
    grave: [...calm(12), ...last(grave)],
    all: [...calm(2), ...last(all)],
    worth: Array.from({ length: day }, () => 1 / 12),
  }
}

const cases: [name: string, last: Last, isSpike: boolean][] = [
  ['an ordinary day', { grave: 0, all: 0, bins: 1 }, false],
  ['three angry people in a quarter of an hour', { grave: 1, all: 1, bins: 3 }, false],
  ['one complaint and three who join it: a thread', { grave: 2, all: 2, bins: 2 }, false],
  ['a blow of nine in a quarter of an hour, nearly all of them angry', { grave: 3, all: 3, bins: 3 }, true],
  ['what smoulders at five times the usual for four hours', { grave: 1, all: 1, bins: 24 }, true],
  ['a campaign: ten times the messages, in the usual tone', { grave: 1, all: 5, bins: 36 }, false],
  ['praise', { grave: 0, all: 6, bins: 12 }, false],
]
for (const [name, last, isSpike] of cases)
  test(`${isSpike ? 'a spike' : 'no spike'}: ${name}`, () => {
    assert.equal(lookForSpike(lately(last), { rhythm, usual }) !== undefined, isSpike)
  })

test('a shop with three mentions a day is told of the sixth angry person, and not of the first', () => {
  const small = { ...rhythm, level: { a: 5, b: 200 } }
  const of = (grave: number) => {
    const bins = Array.from({ length: day }, (_, at) => Number(at >= day - grave))
    return lookForSpike({ grave: bins, all: bins, worth: bins.map(() => 1 / 12) }, { rhythm: small, usual })
  }
  assert.equal(of(1), undefined)
  assert.ok(of(6))
})

const at = (minutes: number) => new Date(minutes * 60_000)
const step = (minutes: number, alert: Alert | undefined, last: Last) =>
  followAlert(at(minutes), { alert, lately: lately(last), rhythm, usual })
const blow = { grave: 3, all: 3, bins: 3 }
const calm = { grave: 0, all: 0, bins: 1 }

test('one event is one alert: raised once, going on while it lasts, and over when it was quiet for as long', () => {
  const raised = step(0, undefined, blow)
  assert.equal(raised.kind, 'raised')
  assert.ok(raised.kind === 'raised')
  const on = step(60, raised.alert, { grave: 2, all: 2, bins: 15 })
  assert.equal(on.kind, 'going_on')
  assert.ok(on.kind === 'going_on')
  assert.deepEqual(on.alert.raisedAt, at(0))
  assert.deepEqual(on.alert.lastAt, at(60))
  assert.equal(
    step(100, on.alert, calm).kind,
    'going_on',
    'what lasted an hour is waited for longer than forty minutes',
  )
  assert.equal(step(60 + 91, on.alert, calm).kind, 'over')
})

test('the worst of it is kept', () => {
  const raised = step(0, undefined, { grave: 6, all: 6, bins: 3 })
  assert.ok(raised.kind === 'raised')
  const later = step(10, raised.alert, blow)
  assert.ok(later.kind === 'going_on')
  assert.deepEqual(later.alert.worst, raised.alert.spike)
})

test('an hour of quiet at least passes before what flickered for a moment is over', () => {
  const raised = step(0, undefined, blow)
  assert.ok(raised.kind === 'raised')
  assert.equal(step(55, raised.alert, calm).kind, 'going_on')
  assert.equal(step(60, raised.alert, calm).kind, 'over')
})

test('what shows in four hours only is not over after one quiet hour: it is the same event when it rises again', () => {
  const every = (bins: number) => Array.from({ length: day }, (_, at) => Number(at >= day - 48 && at % bins === 0))
  const slow = { grave: every(6), all: every(6), worth: Array.from({ length: day }, () => 1 / 48) }
  const raised = followAlert(at(0), { alert: undefined, lately: slow, rhythm, usual })
  assert.ok(raised.kind === 'raised')
  assert.ok(raised.alert.spike.windowMinutes > 60, `${raised.alert.spike.windowMinutes}`)
  const { windowMinutes } = raised.alert.spike
  assert.equal(step(Math.min(240, windowMinutes) - 5, raised.alert, calm).kind, 'going_on')
  assert.equal(step(Math.min(240, windowMinutes), raised.alert, calm).kind, 'over')
})

test('what was seen last in the morning is the same event in the evening, and another the day after', () => {
  const before = { lastAt: at(0) }
  assert.equal(isAgain(before, at(9 * 60)), true)
  assert.equal(isAgain(before, at(12 * 60)), false)
})
