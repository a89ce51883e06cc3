import type { Span } from '#domain/span.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'
import type { QueryTree } from './query-tree.ts'

export type FoundClauses = {
  /** The places in the query of every word, NEAR and field that lets the post in, in reading order. */
  at: Span[]
  /** The tree of nothing but those: what is left of the query when every other branch is cut off. */
  because: QueryTree
  /** The query without those at `cuts`, which lets the post in no more; absent where that leaves nothing to ask for. */
  without?: { query: string; cuts: Span[] }
}

/**
 * Why does this query let this post in? The engine itself says which leaves hold, each asked as a topic of its own, so that the
 * answer cannot differ from the match. What stands under a NOT is no reason; of an OR every branch that holds is one.
 */
export function clauseFinder(query: string): (post: PostInput) => FoundClauses | undefined {
  const parsed = parseQuery(query)
  if (!parsed.ok) return () => undefined
  const { tree } = parsed
  const engine = openEngine()
  const atoms = atomsOf(tree)
  atoms.forEach((atom, i) => {
    engine.add(String(i), atom)
  })
  return (post) => {
    const held = new Set(engine.matchIds(post).map((id) => atoms[Number(id)]))
    const holds = (node: QueryTree): boolean => isTrue(node, held)
    const because = holds(tree) ? reasonOf(tree, holds) : undefined
    if (!because) return undefined
    const without = withoutHeld({ query, tree, holds })
    return { at: placesOf(because), because, ...(without === undefined ? {} : { without }) }
  }
}

function placesOf(tree: QueryTree): Span[] {
  return atomsOf(tree)
    .map(({ at }) => at)
    .sort((a, b) => a[0] - b[0])
}

/** What is true or not by itself: words, fields, and a NEAR as a whole. */
function atomsOf(tree: QueryTree): QueryTree[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.children.flatMap(atomsOf)
    case 'not':
      return atomsOf(tree.child)
    default:
      return [tree]
  }
}

function isTrue(tree: QueryTree, held: ReadonlySet<QueryTree | undefined>): boolean {
  switch (tree.kind) {
    case 'and':
      return tree.children.every((child) => isTrue(child, held))
    case 'or':
      return tree.children.some((child) => isTrue(child, held))
    case 'not':
      return !isTrue(tree.child, held)
    default:
      return held.has(tree)
  }
}

/** Of a tree that holds: its branches that hold, without what is only excluded. */
function reasonOf(tree: QueryTree, holds: (node: QueryTree) => boolean): QueryTree | undefined {
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const children = tree.children
        .filter(holds)
        .map((child) => reasonOf(child, holds))
        .filter((child) => child !== undefined)
      return children.length > 1 ? { ...tree, children } : children[0]
    }
    case 'not':
      return undefined
    default:
      return tree
  }
}

type Cut = { query: string; tree: QueryTree; holds: (node: QueryTree) => boolean }

/** Takes the branches that hold out of one OR that every way in leads through, and leaves the rest as it was written. */
function withoutHeld({ query, tree, holds }: Cut): FoundClauses['without'] {
  for (const or of neededOrs(tree)) {
    const kept = or.children.filter((child) => !holds(child))
    if (kept.length === 0) continue
    const pieces = kept.map(({ at: [start, end] }) => query.slice(start, end))
    const rest = or === tree || pieces.length === 1 ? pieces.join(' OR ') : `(${pieces.join(' OR ')})`
    const cut = query.slice(0, or.at[0]) + rest + query.slice(or.at[1])
    const reason = reasonOf(or, holds)
    if (reason && parseQuery(cut).ok) return { query: cut, cuts: placesOf(reason) }
  }
  return undefined
}

function neededOrs(tree: QueryTree): Extract<QueryTree, { kind: 'and' | 'or' }>[] {
  if (tree.kind === 'or') return [tree]
  return tree.kind === 'and' ? tree.children.flatMap(neededOrs) : []
}
