// Behind each figure stand as many waits, answers and messages as it counts, whichever way it is cut.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minute } from '#base/clock.ts'
import { promiseHouse } from '#testing/promise-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { readCountedAnswers } from './read-counted-answers.ts'
import { readCountedMessages } from './read-counted-messages.ts'
import { readCountedWaits } from './read-counted-waits.ts'
import { readReputation } from './read-reputation.ts'
import { readTopicReport } from './read-topic-report.ts'
import { settleFigures } from './settle-figures.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const week = { from: '2026-11-17', to: '2026-11-23', against: 'before' } as const

/** Three who waited, of whom one was answered within the promise, and one was left alone on purpose. */
async function house() {
  const here = await promiseHouse(app)
  await here.says('Zilvermeeuw, waar is mijn koffer?', 10)
  app.clock.advance(5 * minute)
  await here.answersElsewhere('Die komt eraan')
  for (const [i, text] of ['Zilvermeeuw is slecht en duur', 'Zilvermeeuw, hoe laat vertrek ik?'].entries())
    await here.hear({
      ...{ text, nativeId: `${here.workspaceId}-${i}`, rootId: `alone-${i}` },
      publishedAt: new Date(app.clock.now().getTime() - 3 * minute),
    })
  await app.db.pool.query(
    `insert into silences (id, workspace_id, conversation_id, kind, reason_id, reason_name, decided_at)
     select gen_random_uuid(), workspace_id, id, 'silence', 'joke', 'Grap', $2 from conversations where workspace_id = $1 and thread_id like '%alone-0'`,
    [here.workspaceId, app.clock.now()],
  )
  await settle()
  return here
}

async function settle(): Promise<void> {
  while ((await settleFigures(app)) > 0);
}

test('whoever waited by whichever cut are as many as the line says', async () => {
  const { ctx } = await house()
  const { lines, speed, topics, waits } = await readReputation(ctx, week)
  assert.equal(waits.answerRate.sample, 3)
  assert.ok(new Set(lines.map(({ cut }) => cut)).size >= 6, 'there are lines of each cut')
  for (const { cut, id, answerRate } of lines) {
    const { rows, total } = await readCountedWaits(ctx, { ...week, cut, value: id })
    assert.deepEqual([rows.length, total], [answerRate.sample, answerRate.sample], `${cut} ${id}`)
  }
  for (const { weekday, hour, median } of speed) {
    const asked = { ...week, cut: 'cell', value: `${weekday} ${hour}`, outcome: 'answered' } as const
    assert.equal((await readCountedWaits(ctx, asked)).rows.length, median.sample)
  }
  for (const { id, median } of topics) {
    const { rows, total } = await readCountedWaits(ctx, { ...week, cut: 'topic', value: id, outcome: 'answered' })
    assert.deepEqual([rows.length, total], [median.sample, median.sample])
  }
  const kept = await readCountedWaits(ctx, { ...week, outcome: 'kept' })
  assert.equal(kept.rows.length, Math.round((waits.within.value ?? 0) * waits.within.sample))
  assert.deepEqual(
    kept.rows.map(({ minutes }) => minutes),
    [15],
  )
})

test('where nothing was said on purpose is shown by its reason', async () => {
  const { ctx } = await house()
  const { silences } = await readReputation(ctx, week)
  assert.deepEqual(silences, [{ id: 'joke', name: 'Grap', count: 1 }])
  const asked = { ...week, which: 'silent', reasonId: 'joke' } as const
  const { rows, total } = await readCountedAnswers(ctx, asked)
  assert.deepEqual([rows.length, total], [1, 1])
  assert.equal((await readCountedAnswers(ctx, { ...asked, reasonId: 'troll' })).total, 0)
})

test('a tone narrows what was said, and leaves the score and how we answer as they are', async () => {
  const { ctx } = await house()
  const all = await readReputation(ctx, week)
  let said = 0
  for (const tone of ['negative', 'neutral', 'mixed', 'positive', 'unsure'] as const) {
    const one = await readReputation(ctx, { ...week, tone })
    const { rows, total } = await readCountedMessages(ctx, { ...week, tone })
    assert.deepEqual([rows.length, total], [one.messages.now.value, one.messages.now.value], tone)
    assert.deepEqual([one.score, one.waits], [all.score, all.waits])
    said += one.messages.now.value ?? 0
  }
  assert.ok(said > 0)
  assert.equal(said, all.messages.now.value)
})

test('a topic in depth has the figures of its row, and another workspace has no such topic', async () => {
  const { ctx, topic } = await house()
  const row = (await readReputation(ctx, week)).topics.find(({ id }) => id === topic.id)
  const inDepth = await readTopicReport(ctx, { ...week, id: topic.id })
  assert.ok(row && row.messages > 0)
  assert.deepEqual(
    [inDepth.messages.now.value, inDepth.points, inDepth.waits.median],
    [row.messages, row.points, row.median],
  )
  assert.equal(
    inDepth.networks.reduce((sum, { messages }) => sum + messages, 0),
    row.messages,
  )
  const other = await promiseHouse(app)
  await assert.rejects(readTopicReport(other.ctx, { ...week, id: topic.id }), /no such topic/)
})
