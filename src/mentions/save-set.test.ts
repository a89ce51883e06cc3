import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '#base/errors.ts'
import { postSchema } from '#domain/post.ts'
import { testApp, testWorkspace } from '#testing/test-app.ts'
import { checkQuery } from './check-query.ts'
import { readSets } from './read-sets.ts'
import { readTopics } from './read-topics.ts'
import { changeSet, createSet, removeSet } from './save-set.ts'
import { changeTopic, createTopic, removeTopic } from './save-topic.ts'
import { openTopicEngine } from './topic-engine.ts'

const app = await testApp()

async function house() {
  const { workspaceId, as } = await testWorkspace(app, { noor: 'owner', mo: 'member' })
  const ctx = as('noor')
  const engine = openTopicEngine(app)
  const input = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
  return {
    ctx,
    as,
    listenFor: async (name: string, query: string) => (await createTopic(ctx, { ...input, name, query })).id,
    hears: async (text: string) => {
      engine.forget(workspaceId)
      await engine.ready(workspaceId)
      return engine.match(workspaceId, post(text)).map(({ id }) => id)
    },
  }
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

const refused = (code: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  return true
}

test('a set is asked for by its name, and a search with it hears what it holds', async () => {
  const { ctx, listenFor, hears } = await house()
  await createSet(ctx, { name: 'Brand', entries: ['zilvermeeuw', 'silver gull'] })
  const id = await listenFor('Wij', 'set:brand -vogel')
  assert.deepEqual(await hears('a silver gull'), [id])
  assert.deepEqual(await hears('silver'), [])
  assert.deepEqual(
    (await readTopics(ctx)).map(({ says }) => says.en),
    ['messages with something from the set *brand* but not *vogel*'],
  )
  assert.deepEqual(
    (await readSets(ctx)).map(({ set, usedBy }) => [set.name, usedBy]),
    [['Brand', [{ id, name: 'Wij' }]]],
  )
})

test('what a set holds now is what its searches hear from now on', async () => {
  const { ctx, listenFor, hears } = await house()
  const { id } = await createSet(ctx, { name: 'brand', entries: ['zilvermeeuw'] })
  const topic = await listenFor('Wij', 'set:brand')
  assert.deepEqual(await hears('duinrand'), [])
  await changeSet(ctx, { id, entries: ['duinrand'] })
  assert.deepEqual(await hears('duinrand'), [topic])
  assert.deepEqual(await hears('zilvermeeuw'), [])
})

test('a set that a search asks for is not removed and keeps its name, and the search is named', async () => {
  const { ctx, listenFor } = await house()
  const { id } = await createSet(ctx, { name: 'brand', entries: ['zilvermeeuw'] })
  const topic = await listenFor('Wij en zij', 'koffer set:(brand)')
  await changeTopic(ctx, { id: topic, state: 'paused' })
  await assert.rejects(removeSet(ctx, id), refused('taken', /“Wij en zij” ask for set:brand/))
  await assert.rejects(changeSet(ctx, { id, name: 'merk' }), refused('taken', /“Wij en zij”/))
  await changeSet(ctx, { id, name: 'Brand' })
  await removeTopic(ctx, topic)
  await changeSet(ctx, { id, name: 'merk' })
  await removeSet(ctx, id)
  assert.deepEqual(await readSets(ctx), [])
})

test('a change that would make a search unreadable is refused, and both stay', async () => {
  const { ctx, listenFor, hears } = await house()
  const { id } = await createSet(ctx, { name: 'brand', entries: ['zilvermeeuw'] })
  const topic = await listenFor('Dichtbij', 'set:brand NEAR/3 koffer')
  await assert.rejects(changeSet(ctx, { id, entries: ['zilvermeeuw', 'nos.nl'] }), refused('bad_input', /“Dichtbij”/))
  assert.deepEqual(await hears('zilvermeeuw met koffer'), [topic])
})

test('a line that cannot be searched for is named', async () => {
  const { ctx } = await house()
  const save = createSet(ctx, { name: 'brand', entries: ['zilvermeeuw', 'ab*'] })
  await assert.rejects(save, refused('bad_input', /^Line 2, “ab\*”: /))
})

test('a search cannot ask for a set that is not there, here or with the neighbours', async () => {
  const [gull, dune] = [await house(), await house()]
  await createSet(gull.ctx, { name: 'brand', entries: ['zilvermeeuw'] })
  await assert.rejects(dune.listenFor('Zij', 'set:brand'), refused('bad_input', /no set called “brand”/))
  assert.deepEqual(
    (await checkQuery(dune.ctx, 'set:brand')).errors.map(({ code }) => code),
    ['E_SET'],
  )
  assert.deepEqual((await checkQuery(gull.ctx, 'set:brand')).errors, [])
  assert.deepEqual(await readSets(dune.ctx), [])
})

test('two sets of one name are none, and who may not choose what we listen for changes no set', async () => {
  const { ctx, as } = await house()
  const { id } = await createSet(ctx, { name: 'brand', entries: ['zilvermeeuw'] })
  await assert.rejects(createSet(ctx, { name: 'BRAND', entries: ['koffer'] }), refused('taken', /already/))
  await createSet(ctx, { name: 'caf\u00e9', entries: ['koffer'] })
  await assert.rejects(createSet(ctx, { name: 'cafe\u0301', entries: ['koffer'] }), refused('taken', /already/))
  await assert.rejects(changeSet(as('mo'), { id, entries: ['koffer'] }), refused('not_allowed', /role/))
})

test('a search that begins to ask for a set while it is removed waits, and is told', async () => {
  const { ctx, listenFor } = await house()
  const { id } = await createSet(ctx, { name: 'brand', entries: ['zilvermeeuw'] })
  const both = await Promise.allSettled([removeSet(ctx, id), listenFor('Wij', 'set:brand')])
  const [removed, added] = both.map(({ status }) => status)
  assert.notEqual(removed, added, 'one of them, whichever was first')
})
