import type { FieldName } from '#domain/query-fields.ts'
import type { Span } from '#domain/span.ts'

/** A query as a tree. Every node knows the stretch of the query it was written in. */
export type QueryTree =
  | { kind: 'and' | 'or'; children: QueryTree[]; at: Span }
  | { kind: 'not'; child: QueryTree; at: Span }
  | NearTree
  | QueryLeaf

/** Something of the left and something of the right with at most `distance` words between; ordered: left first. */
export type NearTree = {
  kind: 'near'
  left: NearSide
  right: NearSide
  distance: number
  isOrdered: boolean
  at: Span
}

/** A leaf of text, or an OR of them. */
export type NearSide = TextLeaf | FormsLeaf | SetLeaf | { kind: 'or'; children: NearSide[]; at: Span }

export type QueryLeaf = TextLeaf | WindowLeaf | FormsLeaf | FieldLeaf | SetLeaf

export type TextLeaf = {
  /** A `word` may be several (coca-cola): then they must follow each other, as in a phrase. `exact`: case and accents count. */
  kind: 'word' | 'phrase' | 'exact' | 'prefix' | 'tag' | 'tagPrefix' | 'handle' | 'cash'
  /** As it was written, without = # @ $ * and quotes. */
  text: string
  at: Span
}

/** All words, in any order, with at most `distance` others between the first and the last. */
export type WindowLeaf = { kind: 'window'; text: string; distance: number; at: Span }

/** `~lopen`: the word in the forms that its stem has in Dutch and English, the word as written first. */
export type FormsLeaf = { kind: 'forms'; text: string; forms: string[]; at: Span }

/** Any of the values will do. */
export type FieldLeaf = { kind: 'field'; name: FieldName; values: string[]; at: Span }

/** `set:brand`: any entry of any of the named lists. */
export type SetLeaf = { kind: 'set'; names: string[]; entries: readonly SetEntry[]; at: Span }

/** What a set is made of: everything that is one literal, or several of which any will do. */
export type SetEntry = TextLeaf | FormsLeaf | FieldLeaf

export function leavesOf(tree: QueryTree): QueryLeaf[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.children.flatMap(leavesOf)
    case 'not':
      return leavesOf(tree.child)
    case 'near':
      return [...leavesOf(tree.left), ...leavesOf(tree.right)]
    default:
      return [tree]
  }
}
