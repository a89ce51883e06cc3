import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hour, minute } from '#base/clock.ts'
import { postSchema } from '#domain/post.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { changeTopic, createTopic, removeTopic } from './save-topic.ts'
import { openTopicEngine } from './topic-engine.ts'

const app = await testApp()

async function workspaceWith(...queries: string[]) {
  const { workspaceId, as } = await testWorkspace(app)
  const ctx = as('noor')
  const ids = new Map<string, string>()
  const listenFor = async (query: string): Promise<void> => {
    const input = { name: query, query, departmentId: null, purpose: 'customer_care' } as const
    ids.set(query, (await createTopic(ctx, { ...input, legalBasis: 'legitimate_interest' })).id)
  }
  for (const query of queries) await listenFor(query)
  const idOf = (query: string) => ids.get(query) ?? assert.fail(query)
  return { workspaceId, ctx, listenFor, idOf }
}

const post = (text: string) =>
  postSchema.parse({
    network: 'forum',
    nativeId: 'p1',
    kind: 'post',
    text,
    author: { nativeId: 'a1', handle: 'anna', name: 'Anna' },
    publishedAt: new Date('2026-05-01T12:00:00Z'),
  })

test('workspaces share one engine, and each is told of its own topics only', async () => {
  const gull = await workspaceWith('koffer', '"silver gull"')
  const dune = await workspaceWith('koffer NOT vogel')
  const engine = openTopicEngine(app)
  await engine.ready(gull.workspaceId)
  await engine.ready(dune.workspaceId)
  const found = (of: typeof gull, text: string) => engine.match(of.workspaceId, post(text)).map(({ id }) => id)
  assert.deepEqual(found(gull, 'Mijn koffer is weg.'), [gull.idOf('koffer')])
  assert.deepEqual(found(dune, 'Mijn koffer is weg.'), [dune.idOf('koffer NOT vogel')])
  assert.deepEqual(found(dune, 'Een vogel met een koffer, a silver gull.'), [])
  assert.deepEqual(engine.match(gull.workspaceId, post('Waar is mijn koffer?'))[0]?.spans, [[13, 19]])
})

test('what changed comes and goes: by a word of ours at once, by another process within a minute', async () => {
  const { workspaceId, ctx, listenFor, idOf } = await workspaceWith('koffer')
  const engine = openTopicEngine(app)
  await engine.ready(workspaceId)
  const found = async (text: string) => {
    await engine.ready(workspaceId)
    return engine.match(workspaceId, post(text)).map(({ id }) => id)
  }
  await listenFor('vertraging')
  assert.deepEqual(await found('vertraging'), [], 'nobody said so yet')
  engine.forget(workspaceId)
  assert.deepEqual(await found('vertraging'), [idOf('vertraging')])
  await changeTopic(ctx, { id: idOf('koffer'), query: 'bagage' })
  await removeTopic(ctx, idOf('vertraging'))
  app.clock.advance(minute)
  assert.deepEqual(await found('bagage en vertraging'), [idOf('koffer')])
  assert.deepEqual(await found('koffer'), [])
  await changeTopic(ctx, { id: idOf('koffer'), state: 'paused' })
  engine.forget(workspaceId)
  assert.deepEqual(await found('bagage'), [])
  assert.equal(engine.costOf(idOf('koffer')), undefined)
})

test('a workspace that is heard no more gives its room back', async () => {
  const old = await workspaceWith('koffer')
  const busy = await workspaceWith('koffer')
  const engine = openTopicEngine(app)
  await engine.ready(old.workspaceId)
  await engine.ready(busy.workspaceId)
  assert.equal(typeof engine.costOf(old.idOf('koffer')), 'number')
  app.clock.advance(7 * hour)
  await engine.ready(busy.workspaceId)
  assert.equal(engine.costOf(old.idOf('koffer')), undefined)
  await engine.ready(old.workspaceId)
  assert.equal(engine.match(old.workspaceId, post('koffer')).length, 1)
})
