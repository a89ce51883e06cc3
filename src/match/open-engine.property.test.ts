import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesPlainly, spansPlainly } from '#testing/brute-force-match.ts'
import { type ReadPost, readPlainly } from '#testing/brute-force-read.ts'
import { randomPost, randomQuery, randomSets } from '#testing/random-queries.ts'
import { type Random, seededRandom } from '#testing/seeded-random.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'
import { printQuery } from './print-query.ts'
import type { QueryTree } from './query-tree.ts'

const queriesMax = 1_100
const postsCount = 1_000
const pairsMin = 1_000_000

type Topic = { id: string; text: string; asked: QueryTree | string; tree: QueryTree; scope: string | undefined }
/** '': of everybody, and of nobody. */
const scopes = ['', '', 'house', 'neighbour'] as const

test('the engine finds what the brute force finds, for random queries and posts, while topics come and go', async (context) => {
  const seed = Number(process.env.MATCH_SEED ?? Date.now() % 1_000_000)
  context.diagnostic(`seed ${seed}`)
  const { pairs, matches } = await check(seed)
  context.diagnostic(`${pairs} pairs, ${matches} matches`)
  assert.ok(pairs >= pairsMin)
  assert.ok(matches > pairs / 200, 'the random queries must find something')
})

async function check(seed: number): Promise<{ pairs: number; matches: number }> {
  const random = seededRandom(seed)
  const engine = openEngine()
  const topics: Topic[] = []
  let [pairs, matches, nextId] = [0, 0, 0]
  const add = (): void => {
    const topic = randomTopic(random, String(nextId++))
    engine.add(topic.id, topic.asked, topic)
    topics.push(topic)
  }
  while (topics.length < queriesMax) add()
  for (let i = 0; i < postsCount; i++) {
    const scope = random.pick(scopes)
    const post = { ...randomPost(random), ...(scope ? { scope } : {}) }
    matches += compare({ engine, topics, post, read: readPlainly(post), seed })
    pairs += topics.length
    change(i)
    // A compaction in pieces goes on between two posts.
    if (i % 200 === 100) void engine.compactMeanwhile()
    if (i % 2 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return { pairs, matches }

  /** Between two posts some topics go, some come, some change, and now and then everything is laid out anew. */
  function change(i: number): void {
    const dice = random.next()
    if (dice < 0.2) {
      const [gone] = topics.splice(random.below(topics.length), 1)
      assert.equal(engine.remove(gone?.id ?? ''), true)
      if (topics.length < queriesMax) add()
    } else if (dice < 0.3) {
      const topic = random.pick(topics)
      Object.assign(topic, randomTopic(random, topic.id))
      engine.replace(topic.id, topic.asked, topic)
    } else if (i % 250 === 149) engine.compact()
    assert.equal(engine.size, topics.length)
  }
}

function randomTopic(random: Random, id: string): Topic {
  for (;;) {
    const text = randomQuery(random)
    const parsed = parseQuery(text, randomSets)
    if (parsed.ok) {
      const { tree } = parsed
      const written = random.next() < 0.5 ? text : printQuery(tree)
      // The engine knows no sets: whoever has them gives it the tree.
      const asked = written.includes('set:') ? treeOf(written) : written
      return { id, text: written, asked, tree, scope: random.pick(scopes) || undefined }
    }
    assert.deepEqual([...new Set(parsed.errors.map(({ code }) => code))], ['E_NO_ANCHOR'], text)
  }
}

function treeOf(text: string): QueryTree {
  const parsed = parseQuery(text, randomSets)
  return parsed.ok ? parsed.tree : assert.fail(text)
}

type Comparison = {
  engine: ReturnType<typeof openEngine>
  topics: Topic[]
  post: PostInput
  read: ReadPost
  seed: number
}

function compare({ engine, topics, post, read, seed }: Comparison): number {
  const found = engine.match(post)
  const foundById = new Map(found.map((match) => [match.id, match]))
  assert.equal(foundById.size, found.length, 'a topic is reported once')
  let matches = 0
  for (const { id, text, tree, scope } of topics) {
    const expected = (scope === undefined || scope === post.scope) && matchesPlainly(tree, read)
    const match = foundById.get(id)
    const story = (): string =>
      `seed ${seed}: ${text}\n  on ${JSON.stringify(post)}\n  read as ${JSON.stringify(read.places)}`
    assert.equal(match !== undefined, expected, story())
    if (match) assert.deepEqual(match.spans, spansPlainly(tree, read), story())
    if (match) matches++
  }
  assert.equal(found.length, matches)
  return matches
}
