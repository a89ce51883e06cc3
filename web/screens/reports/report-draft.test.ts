import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportParts } from '#domain/saved-report.ts'
import { draftOf, moved, newDraft, type PartDraft, planOf, spanOf, toggled } from './report-draft.ts'

const parts: PartDraft[] = [
  { part: 'summary', words: 'First.', isChosen: true },
  { part: 'tone', words: '', isChosen: true },
  { part: 'topics', words: 'Kept.', isChosen: false },
]
const named = (list: readonly PartDraft[]) => list.map(({ part, isChosen }) => `${part}${isChosen ? '' : '?'}`)

test('what moves stays among what is chosen', () => {
  assert.deepEqual(named(moved(parts, { part: 'tone', by: -1 })), ['tone', 'summary', 'topics?'])
  assert.deepEqual(named(moved(parts, { part: 'tone', by: 1 })), named(parts))
  assert.deepEqual(named(moved(parts, { part: 'summary', by: -1 })), named(parts))
})

test('what is taken out keeps its words, and comes back last', () => {
  const without = toggled(parts, 'summary')
  assert.deepEqual(named(without), ['tone', 'summary?', 'topics?'])
  const back = toggled(toggled(without, 'topics'), 'summary')
  assert.deepEqual(named(back), ['tone', 'topics', 'summary'])
  assert.deepEqual(
    back.map(({ words }) => words),
    ['', 'Kept.', 'First.'],
  )
})

for (const [period, span] of [
  ['90', { kind: 'days', days: 90 }],
  ['week', { kind: 'week' }],
  ['month', { kind: 'month' }],
  ['fixed', { kind: 'fixed', from: '2026-03-01', to: '2026-03-09' }],
] as const)
  test(`the period ${period} is a span, and is read back from it`, () => {
    const days = { from: '2026-03-01', to: '2026-03-09' }
    assert.deepEqual(spanOf({ period, ...days }), span)
    const plan = { ...planOf({ ...newDraft({}, '2026-03-09'), period, ...days }), days }
    // Of a kept report only what its draft reads.
    const kept = { ...plan, parts: plan.parts.map(({ part, words = '' }) => ({ part, words })) }
    const draft = draftOf(kept as Parameters<typeof draftOf>[0])
    assert.equal(draft.period, period)
    assert.deepEqual(planOf(draft), planOf({ ...draft }))
  })

test('a new report is of what the reputation screen showed, and tells no cost by itself', () => {
  const draft = newDraft({ days: 90, against: 'year', network: 'bluesky', tone: 'negative' }, '2026-11-30')
  const { span, against, network, tone, parts: chosen } = planOf(draft)
  assert.deepEqual(
    { span, against, network, tone },
    { span: { kind: 'days', days: 90 }, against: 'year', network: 'bluesky', tone: 'negative' },
  )
  assert.deepEqual(
    chosen.map(({ part }) => part),
    reportParts.filter((part) => part !== 'costs'),
  )
  assert.equal(draft.parts.length, reportParts.length)
})

for (const [search, span, days] of [
  [{ span: 'week' }, { kind: 'week' }, ['2026-11-23', '2026-11-29']],
  [{ span: 'month' }, { kind: 'month' }, ['2026-10-01', '2026-10-31']],
  [
    { from: '2026-03-02', to: '2026-03-15' },
    { kind: 'fixed', from: '2026-03-02', to: '2026-03-15' },
    ['2026-03-02', '2026-03-15'],
  ],
] as const)
  test(`a new report is of the days of ${JSON.stringify(search)}, and choosing days begins with them`, () => {
    const draft = newDraft(search, '2026-11-30')
    assert.deepEqual(planOf(draft).span, span)
    assert.deepEqual([draft.from, draft.to], days)
  })
