import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countExceeded, logGamma, logShareTail, logTail } from './count-tail.ts'

const near = (given: number, wanted: number, within = 0.01) =>
  assert.ok(Math.abs(given - wanted) <= within, `${given} is not ${wanted}`)

test('without extra spread a count is Poisson', () => {
  // 1 − Σ(k < 5) e⁻¹/k! = 0.00366; three where one is expected: 0.0803.
  near(logTail(5, { mean: 1, shape: 1e12 }), Math.log10(0.0036598), 0.001)
  near(logTail(3, { mean: 1, shape: 1e12 }), Math.log10(0.0803014), 0.001)
})

test('the more counts spread by themselves, the less a high one says', () => {
  const chances = [1e9, 50, 5, 0.5].map((shape) => logTail(12, { mean: 3, shape }))
  assert.deepEqual(
    chances,
    chances.toSorted((one, other) => one - other),
  )
})

test('what is no more than expected is not unusual, and nothing expected at all is as unusual as can be', () => {
  assert.equal(logTail(0, { mean: 0, shape: 1 }), 0)
  assert.equal(logTail(3, { mean: 3, shape: 5 }), 0)
  assert.equal(logTail(1, { mean: 0, shape: 1 }), -300)
})

test('the bound that is exceeded once in a hundred times leaves less than that above it', () => {
  const expected = { mean: 4, shape: 6 }
  const bound = countExceeded(expected, 0.01)
  assert.ok(logTail(bound + 1, expected) <= -2)
  assert.ok(logTail(bound, expected) > -2)
})

test('the gamma function is exact at whole and half numbers', () => {
  near(logGamma(1), 0, 1e-9)
  near(logGamma(11), Math.log(3_628_800), 1e-9)
  near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)), 1e-9)
})

test('a share known for certain is binomial, and one that is hardly known surprises less', () => {
  // Five of six where a fifth is usual: 6 · 0.2⁵ · 0.8 + 0.2⁶ = 0.0016.
  near(logShareTail(5, 6, { mean: 0.2, weight: 1e7 }), Math.log10(0.0016), 0.005)
  assert.ok(logShareTail(5, 6, { mean: 0.2, weight: 5 }) > -2)
  assert.equal(logShareTail(1, 10, { mean: 0.2, weight: 100 }), 0)
})
