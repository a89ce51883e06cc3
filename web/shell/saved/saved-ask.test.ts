import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAsked, searchOf } from './saved-ask.ts'

const ask = { view: 'all', sentiment: 'negative', lang: 'nl' } as const

test('an address shows a saved view when it asks just that, in whatever order', () => {
  assert.ok(isAsked(ask, '/inbox/all', { lang: 'nl', sentiment: 'negative' }))
  assert.ok(isAsked(ask, '/inbox/all/WH-1', { sentiment: 'negative', lang: 'nl' }))
  assert.ok(!isAsked(ask, '/inbox/all', { sentiment: 'negative' }))
  assert.ok(!isAsked(ask, '/inbox/mine', { lang: 'nl', sentiment: 'negative' }))
  assert.ok(!isAsked(ask, '/inbox/allsorts', { lang: 'nl', sentiment: 'negative' }))
})

test('the view stands in the path, the rest behind it', () => {
  assert.deepEqual(searchOf(ask), { sentiment: 'negative', lang: 'nl' })
})
