import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomQuery } from '#testing/random-queries.ts'
import { seededRandom } from '#testing/seeded-random.ts'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import type { QueryTree } from './query-tree.ts'

function check(query: string, printed: string): void {
  const tree = treeOf(query)
  assert.equal(printQuery(tree), printed)
  assert.deepEqual(withoutPlaces(treeOf(printed)), withoutPlaces(tree))
}

function treeOf(query: string): QueryTree {
  const parsed = parseQuery(query)
  assert.ok(parsed.ok, query)
  return parsed.tree
}

function withoutPlaces(tree: QueryTree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value)))
}

test('a tree is printed the one way that says most plainly what belongs together', () => {
  check('gull AND beach', 'gull beach')
  check('gull beach OR tern', '(gull beach) OR tern')
  check('gull AND NOT (tern OR "common  tern")', 'gull -(tern OR "common  tern")')
  check('((gull))', 'gull')
  check('“albert heijn” NOT #Bonus', '"albert heijn" -#Bonus')
  check('duurzam* OR #duurz* OR @klm', 'duurzam* OR #duurz* OR @klm')
  check('site:https://www.nrc.nl/x LANG:(NL OR en-GB)', 'site:nrc.nl lang:(nl OR en-gb)')
  check('from:@jan OR author:"Jan Jansen"', 'author:jan OR author:"Jan Jansen"')
  check('gull NOT NOT tern', 'gull tern')
})

test('what is printed is read as the same tree, whatever the query', () => {
  const random = seededRandom(2)
  let read = 0
  while (read < 2_000) {
    const parsed = parseQuery(randomQuery(random))
    if (!parsed.ok) continue
    check(printQuery(parsed.tree), printQuery(parsed.tree))
    read++
  }
})
