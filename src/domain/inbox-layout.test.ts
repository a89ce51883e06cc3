import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveColumn, readColumn, savedColumn } from './inbox-layout.ts'

test('a column is a view that everybody has, or one that was saved', () => {
  assert.deepEqual(readColumn('mine'), { view: 'mine' })
  assert.deepEqual(readColumn(savedColumn('x-1')), { savedId: 'x-1' })
  assert.equal(readColumn('starred'), undefined)
})

const moves: readonly [column: string, to: number, after: string][] = [
  ['a', 1, 'bac'],
  ['c', 1, 'acb'],
  ['c', 0, 'cab'],
  ['a', -1, 'abc'],
  ['c', 9, 'abc'],
  ['x', 0, 'abc'],
]
for (const [column, to, after] of moves)
  test(`${column} to place ${to} makes ${after}`, () =>
    assert.equal(moveColumn(['a', 'b', 'c'], { column, to }).join(''), after))
