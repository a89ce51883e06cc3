import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterCount, listAsk, readSearch } from './filters.ts'

test('an address is read for what it says', () => {
  assert.deepEqual(readSearch({ q: ' koffer ', network: 'bluesky', lang: '', stray: 'x', topic: null }), {
    q: 'koffer',
    network: 'bluesky',
  })
  assert.deepEqual(readSearch({ q: 14 }), { q: '14' }, 'a number was typed as words')
})
test('a view with its filters', () =>
  assert.deepEqual(listAsk({ view: 'mine' }, { lang: 'nl', topic: 't' }), { view: 'mine', lang: 'nl', topicId: 't' }))
test('a department is all of it', () =>
  assert.deepEqual(listAsk({ view: 'department', departmentId: 'd' }, { dept: 'other' }), {
    view: 'all',
    departmentId: 'd',
  }))
test('an unknown view shows everything', () => assert.deepEqual(listAsk({ view: 'nonsense' }, {}), { view: 'all' }))
test('filters are counted', () => assert.equal(filterCount({ q: 'x', lang: 'nl' }), 2))
