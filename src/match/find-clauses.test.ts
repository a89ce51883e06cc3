import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomPost, randomQuery } from '#testing/random-queries.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { clauseFinder } from './find-clauses.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'

function check(query: string, text: string | PostInput, clauses: string[], without?: string): void {
  const found = clauseFinder(query)(typeof text === 'string' ? { text } : text)
  assert.deepEqual(found?.at.map(([start, end]) => query.slice(start, end)) ?? [], clauses)
  assert.equal(found?.without?.query, without)
}

test('of an OR the branch that is true lets it in', () =>
  check('gull OR "silver bird" OR #wad', 'A silver bird over sea', ['"silver bird"'], 'gull OR #wad'))
test('of an AND all that it asks for does, and without any of it there is nothing to ask', () =>
  check('gull app', 'The gull app is down', ['gull', 'app']))
test('several branches are all named, and all are left out', () =>
  check('gull OR tern OR wad', 'gull and tern', ['gull', 'tern'], 'wad'))
test('what is excluded is no reason', () => check('gull -bird', 'gull', ['gull']))
test('an OR inside an AND loses its branch, and what stands beside it stays as it was written', () =>
  check('(gull OR tern)  AND app <<< ours >>>', 'tern app', ['tern', 'app'], 'gull  AND app <<< ours >>>'))
test('what is cut is told apart from what stays', () => {
  const query = '(gull OR tern) app lang:nl'
  const { without } = clauseFinder(query)({ text: 'tern app', lang: 'nl' }) ?? {}
  assert.deepEqual(without, { query: 'gull app lang:nl', cuts: [[9, 13]] })
})
test('two branches that stay keep their brackets', () =>
  check('app (gull OR tern OR wad)', 'wad app', ['app', 'wad'], 'app (gull OR tern)'))
test('a field is a reason like a word', () =>
  check('gull lang:(nl OR en)', { text: 'gull', lang: 'nl' }, ['gull', 'lang:(nl OR en)']))
test('a NEAR is one clause', () =>
  check('ing NEAR/3 (app OR storing) OR rabo', 'ING heeft een storing', ['ing NEAR/3 (app OR storing)'], 'rabo'))
test('of another branch what it excludes stays with it', () =>
  check('gull -(tern OR wad) OR (wad -tern)', 'wad', ['wad'], 'gull -(tern OR wad)'))
test('a branch that asks for several things loses the last that has others beside it, and no more', () =>
  check(
    '=Plus (folder OR winkel OR zegels) OR @plus',
    'Zegels van Plus, in de winkel',
    ['=Plus', 'winkel', 'zegels'],
    '=Plus folder OR @plus',
  ))
test('the name stays where what goes with it can be cut', () =>
  check('(ing OR rabo) (app OR pas)', 'de app van ing', ['ing', 'app'], '(ing OR rabo) pas'))
test('capitals count for an exact word', () => check('=ING OR "ing bank"', 'ING', ['=ING'], '"ing bank"'))
test('a word that is written twice is a reason twice', () =>
  check('(ing app) OR (ing storing)', 'ing app storing', ['ing', 'app', 'ing', 'storing']))
test('a post that does not match has no reason', () => check('gull -bird', 'gull bird', []))
test('a query with an error has none either', () => check('gull OR', 'gull', []))

const queriesCount = 200
const postsCount = 40

test('whatever matches has a reason; the reason alone matches too, and without it nothing does', (context) => {
  const seed = Number(process.env.MATCH_SEED ?? Date.now() % 1_000_000)
  context.diagnostic(`seed ${seed}`)
  const random = seededRandom(seed)
  const posts = Array.from({ length: postsCount }, () => randomPost(random))
  let [matches, cuts] = [0, 0]
  for (let i = 0; i < queriesCount; i++) {
    const query = randomQuery(random)
    if (!parseQuery(query).ok) continue
    const find = clauseFinder(query)
    const engine = openEngine()
    engine.add('whole', query)
    for (const post of posts) {
      const story = `seed ${seed}: ${query} on ${JSON.stringify(post)}`
      const found = find(post)
      assert.equal(found !== undefined, engine.find(post) === 1, story)
      if (!found) continue
      assert.ok(found.at.length > 0, story)
      const parts = openEngine()
      parts.add('because', found.because)
      assert.deepEqual(parts.matchIds(post), ['because'], story)
      matches++
      if (found.without === undefined) continue
      parts.add('without', found.without.query)
      assert.deepEqual(parts.matchIds(post), ['because'], `${story} without: ${found.without.query}`)
      cuts++
    }
  }
  assert.ok(matches > 100 && cuts > 50, `${matches} matches and ${cuts} cuts say too little`)
})
