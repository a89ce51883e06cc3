import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour } from '#base/clock.ts'
import { postSchema } from '#domain/post.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { createTopic } from './save-topic.ts'
import { openTopicEngine, type TopicEngine } from './topic-engine.ts'

const post = (text: string) =>
  postSchema.parse({
    network: 'forum',
    nativeId: 'p1',
    kind: 'post',
    text,
    author: { nativeId: 'a1', handle: 'anna', name: 'Anna' },
    publishedAt: new Date('2026-05-01T12:00:00Z'),
  })

async function house() {
  const app = await testApp()
  const { workspaceId, as } = await testWorkspace(app)
  const ctx = as('noor')
  const input = { name: 'Dertig', query: 'bagage OR zeldzaamheid', departmentId: null } as const
  const { id } = await createTopic(ctx, { ...input, purpose: 'customer_care', legalBasis: 'legitimate_interest' })
  const hear = async (engine: TopicEngine, count: number) => {
    await engine.ready(workspaceId)
    for (let i = 0; i < count; i++) engine.match(workspaceId, post(i % 2 ? 'bagage' : 'iets anders'))
    app.clock.advance(hour)
    await engine.ready(workspaceId)
  }
  return { app, hear, costIn: (engine: TopicEngine) => engine.costOf(id) ?? 0 }
}

test('a house that starts again knows how common its words are', async () => {
  const { app, hear, costIn } = await house()
  const first = openTopicEngine(app)
  await hear(first, 2_000)
  assert.ok(costIn(first) > 400, `about half of all posts: ${costIn(first)}`)
  const again = openTopicEngine(app)
  await hear(again, 0)
  assert.ok(Math.abs(costIn(again) - costIn(first)) < 5, `${costIn(again)} after a restart, ${costIn(first)} before`)
})

test('a process that heard next to nothing leaves alone what another one learned', async () => {
  const { app, hear, costIn } = await house()
  const listening = openTopicEngine(app)
  await hear(listening, 2_000)
  const web = openTopicEngine(app)
  await hear(web, 50)
  await hear(web, 50)
  const { rows } = await app.db.pool.query('select posts from learned_frequencies')
  assert.deepEqual(rows, [{ posts: 2_000 }])
  assert.ok(costIn(listening) > 400)
})

test('what cannot be read is as if it were not there', async () => {
  const { app, hear, costIn } = await house()
  await app.db.pool.query(`insert into learned_frequencies values (true, 7, '{"from": "another version"}', now())`)
  const engine = openTopicEngine(app)
  await hear(engine, 2_000)
  assert.ok(costIn(engine) > 400)
  const { rows } = await app.db.pool.query('select posts from learned_frequencies')
  assert.deepEqual(rows, [{ posts: 2_000 }])
})
