import type { Span } from '#domain/span.ts'

/** A query as a tree. Every node knows the stretch of the query it was written in. */
export type QueryTree =
  | { kind: 'and' | 'or'; children: QueryTree[]; at: Span }
  | { kind: 'not'; child: QueryTree; at: Span }
  | QueryLeaf

export type QueryLeaf = TextLeaf | FieldLeaf

export type TextLeaf = {
  /** A `word` may be several (coca-cola): then they must follow each other, as in a phrase. */
  kind: 'word' | 'phrase' | 'prefix' | 'tag' | 'tagPrefix' | 'handle'
  /** As it was written, without # @ * and quotes. */
  text: string
  at: Span
}

/** Any of the values will do. */
export type FieldLeaf = { kind: 'field'; name: FieldName; values: string[]; at: Span }

export const fieldNames = ['site', 'lang', 'source', 'author'] as const
export type FieldName = (typeof fieldNames)[number]

export function leavesOf(tree: QueryTree): QueryLeaf[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.children.flatMap(leavesOf)
    case 'not':
      return leavesOf(tree.child)
    default:
      return [tree]
  }
}
