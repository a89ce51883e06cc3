import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnsWith, type Stay, sharesOf } from './stay.ts'

const stay = (departmentId: string, from: number, until: number | null = null): Stay => ({ departmentId, from, until })

test('a wait is shared among the departments that had it', () => {
  const stays = [
    stay('marketing', 10, 30),
    stay('service', 30, 50),
    stay('communications', 50, 55),
    stay('service', 55),
  ]
  assert.deepEqual(sharesOf(stays, { from: 0, until: 100 }), [
    { departmentId: 'service', ms: 65 },
    { departmentId: 'marketing', ms: 20 },
    { departmentId: null, ms: 10 },
    { departmentId: 'communications', ms: 5 },
  ])
})

test('what was before the wait and after it counts for nobody', () => {
  const stays = [stay('a', 0, 40), stay('b', 40, 90), stay('c', 90)]
  assert.deepEqual(sharesOf(stays, { from: 30, until: 60 }), [
    { departmentId: 'b', ms: 20 },
    { departmentId: 'a', ms: 10 },
  ])
  assert.deepEqual(sharesOf([], { from: 5, until: 5 }), [])
})

test('the shares add up to the wait, whatever the stays are', () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 500; round += 1) {
    let at = random(50)
    const stays = Array.from({ length: random(8) }, () => {
      const from = at
      at += random(30)
      const until = at
      at += random(5)
      return stay(String(random(3)), from, until)
    })
    const from = random(60)
    const until = from + random(120)
    const sum = sharesOf(stays, { from, until }).reduce((all, { ms }) => all + ms, 0)
    assert.equal(sum, until - from)
  }
})

const returnCases: [string, number, string][] = [
  ['', 0, 'a'],
  ['a', 0, 'a'],
  ['a', 0, 'b'],
  ['a b', 1, 'a'],
  ['a b c', 1, 'b'],
  ['a b c b', 2, 'a'],
  ['a b a', 2, 'b'],
  ['a b a', 0, 'c'],
  ['a a b', 1, 'a'],
]
for (const [path, returns, next] of returnCases) {
  test(`after ${path || 'nothing'}, to ${next}: ${returns} returns`, () => {
    const stays = path.split(' ').flatMap((one, at) => (one ? [stay(one, at)] : []))
    assert.equal(returnsWith(stays, next), returns)
  })
}
