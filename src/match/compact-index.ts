import { keysOf } from './literal-keys.ts'
import type { Posting } from './postings.ts'
import { QueryIndex } from './query-index.ts'
import { leavesOf, type QueryTree } from './query-tree.ts'
import type { Scanner } from './scanner.ts'

/**
 * A new generation of an index with what it has learned: every query planned again with the frequencies counted since, and
 * everything that is read together lying together. The commonest literals get the lowest ids, queries the order of their
 * commonest anchor, so that a post touches few cache lines. `numbers` gives each tree's number in the new index.
 */
export function compactIndex(
  older: QueryIndex,
  trees: readonly QueryTree[],
  scanner: Scanner,
): { index: QueryIndex; numbers: number[] } {
  const index = new QueryIndex(scanner)
  inheritLiterals(index, older, trees)
  const lists = new Map<number, Posting[]>()
  const numbers = new Array<number>(trees.length).fill(0)
  const planned = trees.map((tree, i) => {
    const plan = index.plan(tree)
    return { i, plan, commonest: Math.min(...plan.anchors) }
  })
  for (const { i, plan } of planned.sort((a, b) => a.commonest - b.commonest || a.i - b.i)) {
    const posting = index.prepare(plan)
    numbers[i] = posting.query
    for (const anchor of plan.anchors) {
      const list = lists.get(anchor)
      if (list) list.push(posting)
      else lists.set(anchor, [posting])
    }
  }
  index.lay(lists)
  Object.assign(index.work, older.work)
  return { index, numbers }
}

function inheritLiterals(index: QueryIndex, older: QueryIndex, trees: readonly QueryTree[]): void {
  const keys = new Set<string>()
  for (const tree of trees) {
    for (const leaf of leavesOf(tree)) {
      for (const { key, words } of keysOf(leaf)) for (const one of [key, ...words]) keys.add(one)
    }
  }
  const ranked = [...keys].map((key) => ({ key, id: older.literals.intern(key) }))
  ranked.sort((a, b) => older.frequencies.countOf(b.id) - older.frequencies.countOf(a.id))
  const olderIds = [0]
  for (const { key, id } of ranked) olderIds[index.literals.intern(key)] = id
  index.frequencies.inherit(older.frequencies, olderIds)
}
