import { numberFields } from '#domain/query-fields.ts'
import { keysOf } from './literal-keys.ts'
import type { QueryTree } from './query-tree.ts'

/** How much more seldom two words stand near each other than both in one message. */
const placeFactor = 0.2
const numberShare = 0.3

/**
 * The share of all messages that a query matches, as if its words had nothing to do with each other: good for "far too
 * many", not for a number a day. `shareOf` says how often the literal of a key stands in a message.
 */
export function estimateShare(tree: QueryTree, shareOf: (key: string) => number): number {
  const part = (child: QueryTree): number => estimateShare(child, shareOf)
  switch (tree.kind) {
    case 'and':
      return tree.children.reduce((share, child) => share * part(child), 1)
    case 'or':
      return Math.min(
        1,
        tree.children.reduce((share, child) => share + part(child), 0),
      )
    case 'not':
      return 1 - part(tree.child)
    case 'near':
      return placeFactor * part(tree.left) * part(tree.right)
    case 'window':
      return placeFactor * part({ kind: 'phrase', text: tree.text, at: tree.at })
    case 'field':
      if (numberFields.includes(tree.name)) return numberShare
  }
  return Math.min(
    1,
    keysOf(tree).reduce((share, key) => share + shareOf(key), 0),
  )
}
