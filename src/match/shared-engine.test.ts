import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { randomPost, randomQuery, randomSets } from '#testing/random-queries.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'

/** A thread that finds in an index it is given, and answers with the ids of each post. */
const finder = `
import { parentPort, workerData } from 'node:worker_threads'
const { openSharedEngine } = await import(workerData.file)
const engine = openSharedEngine(workerData.shared)
parentPort.postMessage(workerData.posts.map((post) => Array.from({ length: engine.find(post) }, (_, i) => engine.foundId(i)).sort()))
`

test('two threads find in one index what its maker finds, with every kind of query', async (context) => {
  const seed = Number(process.env.MATCH_SEED ?? Date.now() % 1_000_000)
  context.diagnostic(`seed ${seed}`)
  const random = seededRandom(seed)
  const engine = openEngine()
  for (let id = 0; id < 400; ) {
    const parsed = parseQuery(randomQuery(random), randomSets)
    if (parsed.ok) engine.add(String(id++), parsed.tree)
  }
  const posts = Array.from({ length: 1_000 }, () => randomPost(random))
  for (const post of posts.slice(0, 100)) engine.find(post)
  for (let id = 0; id < 400; id += 7) engine.remove(String(id))
  const shared = engine.share()
  assert.ok(shared.rows.buffer instanceof SharedArrayBuffer)
  const expected = posts.map((post) => engine.matchIds(post).toSorted())
  assert.ok(expected.flat().length > 1_000)
  const file = new URL('./shared-engine.ts', import.meta.url).href
  const source = new URL(`data:text/javascript,${encodeURIComponent(finder)}`)
  const found = await Promise.all(
    [0, 1].map(async () => {
      const worker = new Worker(source, { workerData: { file, shared, posts } })
      const [ids] = await once(worker, 'message')
      await worker.terminate()
      return ids
    }),
  )
  for (const ids of found) assert.deepEqual(ids, expected, `seed ${seed}`)
  // Nobody wrote in what all read.
  assert.deepEqual(
    posts.map((post) => engine.matchIds(post).toSorted()),
    expected,
  )
})
