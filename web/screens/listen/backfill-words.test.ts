import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackfillView } from '#api/contract/shapes.ts'
import { reasonsOf, shareDone } from './backfill-words.ts'

const now = Date.parse('2026-05-31T00:00:00Z')
const since = '2026-05-01T00:00:00Z'
const source = { network: 'forum', name: 'Forum', found: 0, backTo: null, why: null }
const run = (given: Partial<BackfillView>): BackfillView => ({
  state: 'running',
  since,
  stored: { of: 200, tried: 200, isDone: true },
  found: 0,
  backTo: null,
  sources: [],
  finishedAt: null,
  ...given,
})

test('the way never goes back: what we have, then the days of each network', () => {
  const shares = [
    run({ stored: { of: 0, tried: 0, isDone: false } }),
    run({ stored: { of: 200, tried: 100, isDone: false } }),
    run({}),
    run({ sources: [{ ...source, state: 'running', backTo: '2026-05-16T00:00:00Z' }] }),
    run({ sources: [{ ...source, state: 'running', backTo: '2026-04-16T00:00:00Z' }] }),
    run({ sources: [{ ...source, state: 'done' }] }),
  ].map((one) => Math.round(100 * shareDone(one, now)))
  assert.deepEqual(shares, [0, 5, 10, 55, 96, 100])
})

test('what several sources of one network say is said once', () => {
  const why = { en: 'It cannot.', nl: 'Het kan niet.' }
  const sources = [
    { ...source, state: 'cannot' as const, why },
    { ...source, state: 'cannot' as const, why },
    { ...source, state: 'done' as const },
  ]
  assert.deepEqual(reasonsOf(run({ sources }), 'nl'), ['Het kan niet.'])
})
