import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '#testing/seeded-random.ts'
import { expectedOf, learnPart, learnRhythm, type PastHour } from './learn-rhythm.ts'
import { shareOf } from './usual-share.ts'

const byDay = (slot: number) => (slot % 24 >= 8 && slot % 24 < 23 ? 1.5 : 0.1)

function past(weeks: number, perHour: number, change: (hour: number) => Partial<PastHour> = () => ({})): PastHour[] {
  const random = seededRandom(7)
  return Array.from({ length: weeks * 168 }, (_, hour) => {
    const mean = perHour * byDay(hour % 168)
    let count = 0
    for (let left = 0; left < 40; left += 1) if (random.chance(mean / 40)) count += 1
    return { slot: hour % 168, count, ageHours: weeks * 168 - 1 - hour, weight: 1, ...change(hour) }
  })
}

test('without any history something is expected, and little is believed of it', () => {
  const { level, shape } = learnRhythm([])
  assert.ok(level.a / level.b > 0 && level.a < 1)
  assert.equal(shape.length, 168)
  assert.ok((shape[3] ?? 9) < (shape[20] ?? 0), 'people sleep at night')
})

test('the hours of day and night are learned, and what an hour brings', () => {
  const rhythm = learnRhythm(past(6, 8))
  const at = (slot: number) => expectedOf(rhythm, rhythm.shape[slot] ?? 0).mean
  assert.ok(Math.abs(at(2 * 24 + 12) - 12) < 3.5, `noon: ${at(2 * 24 + 12)}`)
  assert.ok(at(2 * 24 + 4) < 2.5, `night: ${at(2 * 24 + 4)}`)
})

test('a crisis in the past does not become what is usual, and a campaign that was entered is not learned from', () => {
  const calm = learnRhythm(past(6, 4)).level
  const crisis = learnRhythm(past(6, 4, (hour) => (hour > 700 && hour < 712 ? { count: 90 } : {}))).level
  const campaign = learnRhythm(past(6, 4, (hour) => (hour > 700 && hour < 760 ? { count: 30, weight: 0 } : {}))).level
  for (const { a, b } of [crisis, campaign]) assert.ok(Math.abs(a / b / (calm.a / calm.b) - 1) < 0.15, `${a / b}`)
})

test('times that changed for good are followed: halfway within five weeks', () => {
  const { level } = learnRhythm(past(10, 4, (hour) => (hour > 5 * 168 ? { count: 20 } : {})))
  // From four to twenty an hour: five weeks later it is halfway at least, for what came before fades and is not thrown away.
  assert.ok(level.a / level.b > 10, `${level.a / level.b}`)
})

test('a part of the messages has the hours of all, and a level of its own', () => {
  const hours = past(6, 10)
  const whole = learnRhythm(hours)
  const part = learnPart(
    hours.map((hour) => ({ ...hour, count: Math.round(hour.count / 5) })),
    whole,
  )
  assert.equal(part.shape, whole.shape)
  const ratio = part.level.a / part.level.b / (whole.level.a / whole.level.b)
  assert.ok(ratio > 0.14 && ratio < 0.26, `${ratio}`)
})

test('the usual share is that of the past, and a fifth before there is one', () => {
  assert.equal(shareOf([]).mean, 0.2)
  const { mean, weight } = shareOf(past(4, 5).map((hour) => ({ ...hour, count: 4, all: 10 })))
  assert.ok(Math.abs(mean - 0.4) < 0.01 && weight > 1000)
})

test('one day of praise does not make a small shop one of which nothing bad is ever said', () => {
  const hours = past(4, 3 / 24).map((hour, at) =>
    at === 500
      ? { ...hour, count: 12, all: 300 }
      : { ...hour, all: hour.slot % 8 === 0 ? 1 : 0, count: Number(hour.slot % 40 === 0) },
  )
  assert.ok(Math.abs(shareOf(hours).mean - 0.2) < 0.04, `${shareOf(hours).mean}`)
})
