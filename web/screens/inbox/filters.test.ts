import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conversationViews } from '#domain/conversation.ts'
import { filterCount, leavesView, listAsk, mayBeSilent, reasonsToChoose } from './filters.ts'

test('a view with its filters', () =>
  assert.deepEqual(listAsk('mine', { lang: 'nl', topicId: 't', q: '' }), { view: 'mine', lang: 'nl', topicId: 't' }))
test('an unknown view shows everything', () => assert.deepEqual(listAsk('nonsense', {}), { view: 'all' }))
test('filters are counted', () => assert.equal(filterCount({ q: 'x', lang: 'nl', network: '' }), 2))

test('a decision takes a conversation out of the views it no longer belongs to', () => {
  const leaving = (view: string, search = {}) =>
    (['finish', 'reopen', 'wait', 'handOver', 'release', 'claim'] as const).filter((decision) =>
      leavesView(listAsk(view, search), decision),
    )
  assert.deepEqual(leaving('mine'), ['finish', 'wait', 'handOver', 'release'])
  assert.deepEqual(leaving('unowned'), ['finish', 'wait', 'handOver'])
  assert.deepEqual(leaving('all'), ['finish', 'wait'])
  assert.deepEqual(leaving('all', { departmentId: 'd' }), ['finish', 'wait', 'handOver'])
  assert.deepEqual(leaving('waiting'), ['finish', 'reopen'])
  assert.deepEqual(leaving('done'), ['reopen', 'wait'])
  assert.deepEqual(leaving('approve'), [])
})

test('a word about an answer takes it out of what is to approve, and out of nothing else', () => {
  const left = conversationViews.filter((view) => leavesView({ view }, 'approval'))
  assert.deepEqual(left, ['approve'])
})

test('a reason for no answer is asked for among what is done or open again, the retired ones last', () => {
  const views = ['mine', 'unowned', 'waiting', 'all', 'done', 'noise'] as const
  assert.deepEqual(views.filter(mayBeSilent), ['all', 'done'])
  const reasons = [
    { id: 'old', isRetired: true },
    { id: 'let-stand', isRetired: false },
  ]
  assert.deepEqual(
    reasonsToChoose(reasons).map(({ id }) => id),
    ['let-stand', 'old'],
  )
  assert.deepEqual(listAsk('done', { silence: 'old' }), { view: 'done', silence: 'old' })
})
