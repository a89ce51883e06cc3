import assert from 'node:assert/strict'
import { test } from 'node:test'
import { starterPolicy } from '#domain/policy-starter.ts'
import { treeMove, treeRows } from './tree-rows.ts'

const { root } = starterPolicy('shop', 'nl').policy
const none: ReadonlySet<string> = new Set()
const rows = treeRows(root, none)

test('what holds otherwise stands at the margin of its condition, what holds below it', () => {
  assert.deepEqual(
    rows.slice(0, 4).map(({ path, level, isElse, node }) => [path, level, isElse, node.kind]),
    [
      ['', 1, false, 'when'],
      ['y', 2, false, 'leaf'],
      ['n', 1, true, 'when'],
      ['ny', 2, false, 'leaf'],
    ],
  )
})

test('below what is folded nothing is drawn', () => {
  assert.equal(treeRows(root, new Set([''])).length, 1)
  assert.ok(treeRows(root, new Set(['n'])).length < rows.length)
})

const moves: [key: string, path: string, folded: string[], expected: unknown][] = [
  ['ArrowDown', '', [], { to: 'y' }],
  ['ArrowUp', 'y', [], { to: '' }],
  ['ArrowUp', '', [], undefined],
  ['ArrowRight', '', [], { to: 'y' }],
  ['ArrowRight', '', [''], { open: '' }],
  ['ArrowRight', 'y', [], undefined],
  ['ArrowLeft', '', [], { fold: '' }],
  ['ArrowLeft', 'y', [], { to: '' }],
  ['ArrowLeft', '', [''], undefined],
  ['Home', 'ny', [], { to: '' }],
  ['x', 'ny', [], undefined],
]
for (const [key, path, folded, expected] of moves)
  test(`${key} at “${path}” leads where a tree leads`, () => {
    const set = new Set(folded)
    assert.deepEqual(treeMove(treeRows(root, set), { path, key, folded: set }), expected)
  })
