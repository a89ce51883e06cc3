import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLongText } from './long-text.ts'

test('a post is not folded', () => assert.equal(isLongText('a'.repeat(500)), false))
test('an article is', () => assert.equal(isLongText('a'.repeat(10_000)), true))
test('so is a tall poem of few letters', () => assert.equal(isLongText('a\n'.repeat(40)), true))
test('a few lines are not', () => assert.equal(isLongText('a\n'.repeat(10)), false))
