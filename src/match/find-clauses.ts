import type { Span } from '#domain/span.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'
import { noSets } from './query-sets.ts'
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
export function clauseFinder(query: string, sets = noSets): (post: PostInput) => FoundClauses | undefined {
  const parsed = parseQuery(query, sets)
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
    const cut = cutOf(tree, { query, root: tree, holds })
    if (!cut) return { at: placesOf(because), because }
    const rest = query.slice(0, tree.at[0]) + cut.text + query.slice(tree.at[1])
    return {
      at: placesOf(because),
      because,
      ...(parseQuery(rest, sets).ok && { without: { query: rest, cuts: cut.cuts } }),
    }
  }
}

function placesOf(tree: QueryTree): Span[] {
  return atomsOf(tree)
    .map(({ at }) => at)
    .sort((a, b) => a[0] - b[0])
}

/** What is true or not by itself: words, fields, and a NEAR as a whole. */
export function atomsOf(tree: QueryTree): QueryTree[] {
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

type Cutting = { query: string; root: QueryTree; holds: (node: QueryTree) => boolean }
type Cut = { text: string; cuts: Span[] }
type Joined = Extract<QueryTree, { kind: 'and' | 'or' }>

/**
 * What is left of a tree that holds when as little as possible is taken away so that it holds no more, as text: branches of an OR
 * that hold are cut themselves or go; of an AND the last part that can be cut is, since people write the name first and what it
 * must go with after it. Undefined where nothing would be left.
 */
function cutOf(node: QueryTree, cutting: Cutting): Cut | undefined {
  if (node.kind === 'and') return cutOfAnd(node, cutting)
  return node.kind === 'or' ? cutOfOr(node, cutting) : undefined
}

function cutOfAnd({ children, at }: Joined, cutting: Cutting): Cut | undefined {
  for (const child of children.toReversed()) {
    const cut = cutOf(child, cutting)
    if (!cut) continue
    const [before, after] = [cutting.query.slice(at[0], child.at[0]), cutting.query.slice(child.at[1], at[1])]
    return { text: before + cut.text + after, cuts: cut.cuts }
  }
  return undefined
}

function cutOfOr(or: Joined, cutting: Cutting): Cut | undefined {
  const { query, root, holds } = cutting
  const texts: string[] = []
  const cuts: Span[] = []
  for (const child of or.children) {
    const cut = holds(child) ? cutOf(child, cutting) : { text: query.slice(child.at[0], child.at[1]), cuts: [] }
    if (cut) texts.push(cut.text)
    const reason = cut ? undefined : reasonOf(child, holds)
    cuts.push(...(cut?.cuts ?? []), ...(reason ? placesOf(reason) : []))
  }
  if (texts.length === 0) return undefined
  const text = texts.join(' OR ')
  return { text: texts.length > 1 && or !== root ? `(${text})` : text, cuts }
}
