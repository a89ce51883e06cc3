import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeLeft } from './time-left.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

function check(leftMs: number, expected: string) {
  assert.equal(timeLeft(leftMs, 'h'), expected)
}

test('under an hour it counts seconds', () => check(6 * minuteMs + 12 * secondMs, '6:12'))
test('past the promise it has a real minus', () => check(-(3 * minuteMs + 10 * secondMs), '−3:10'))
test('from an hour on it counts minutes', () => check(3 * hourMs + 10 * minuteMs, '3:10 h'))
test('after two days it counts days', () => check(-50 * hourMs, '−2 d'))
test('the last moment is not a negative zero', () => check(0, '0:00'))
