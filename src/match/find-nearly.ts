import type { Span } from '#domain/span.ts'
import { atomsOf } from './find-clauses.ts'
import { openEngine } from './open-engine.ts'
import { parseQuery } from './parse-query.ts'
import type { PostInput } from './post-input.ts'
import { noSets } from './query-sets.ts'
import type { QueryTree } from './query-tree.ts'
import { formsOf } from './word-forms.ts'

/** One part of the query keeps the post out: what the writer of the query may not have meant. */
export type Nearly = {
  /**
   * `otherwise`: it says the same in another form, case or order. `excluded`: it is all there, and something that is excluded too.
   * `missing`: all but one part of an AND is there.
   */
  kind: 'otherwise' | 'excluded' | 'missing'
  /** Where that part stands in the query. */
  at: Span
  /** What of the post nearly answers to it, or is excluded. */
  spans: readonly Span[]
}

/** Which posts does this query nearly let in, and what keeps them out? Asked of posts that it does not match. */
export function nearlyFinder(query: string, sets = noSets): (post: PostInput) => Nearly | undefined {
  const parsed = parseQuery(query, sets)
  if (!parsed.ok) return () => undefined
  const { tree } = parsed
  const byAtom = new Map(atomsOf(tree).map((atom) => [atom, loosened(atom)]))
  const trees = [...byAtom].flatMap(([atom, loose]) => (loose ? [atom, loose] : [atom]))
  const engine = openEngine()
  trees.forEach((one, i) => {
    engine.add(String(i), one)
  })
  return (post) => {
    const found = new Map(engine.match(post).map(({ id, spans }) => [trees[Number(id)], spans]))
    return nearlyOf(tree, { found, byAtom })
  }
}

type Looked = {
  /** What holds, with its places in the text. */
  found: ReadonlyMap<QueryTree | undefined, readonly Span[]>
  /** The looser reading of each atom, where it has one. */
  byAtom: ReadonlyMap<QueryTree, QueryTree | undefined>
}

/** Of a tree that does not hold. */
function nearlyOf(tree: QueryTree, looked: Looked): Nearly | undefined {
  switch (tree.kind) {
    case 'or':
      return closest(tree.children.map((child) => nearlyOf(child, looked)))
    case 'and':
      return nearlyAll(tree.children, looked)
    case 'not':
      return undefined
    default: {
      const loose = looked.byAtom.get(tree)
      const spans = loose && looked.found.get(loose)
      return spans && { kind: 'otherwise', at: tree.at, spans }
    }
  }
}

function nearlyAll(children: readonly QueryTree[], looked: Looked): Nearly | undefined {
  const failing = children.filter((child) => !holds(child, looked))
  const [only] = failing
  if (!only || failing.length > 1) return undefined
  const asked = children.filter((child) => child !== only && isWords(child))
  if (only.kind === 'not')
    return { kind: 'excluded', at: only.child.at, spans: atomsOf(only.child).flatMap((atom) => spansOf(atom, looked)) }
  const closer = nearlyOf(only, looked)
  // People write the name first and what it must go with after it: what lacks the name is near to nothing.
  const isName = only === children.find(isWords)
  if (closer || asked.length === 0 || isName) return closer
  return { kind: 'missing', at: only.at, spans: asked.flatMap(atomsOf).flatMap((atom) => spansOf(atom, looked)) }
}

function holds(tree: QueryTree, looked: Looked): boolean {
  switch (tree.kind) {
    case 'and':
      return tree.children.every((child) => holds(child, looked))
    case 'or':
      return tree.children.some((child) => holds(child, looked))
    case 'not':
      return !holds(tree.child, looked)
    default:
      return looked.found.has(tree)
  }
}

function spansOf(atom: QueryTree, { found }: Looked): readonly Span[] {
  return found.get(atom) ?? []
}

/** That a message is in Dutch brings it no nearer to a brand. */
function isWords(tree: QueryTree): boolean {
  return tree.kind !== 'not' && tree.kind !== 'field'
}

const order = ['otherwise', 'excluded', 'missing'] as const satisfies readonly Nearly['kind'][]

function closest(all: readonly (Nearly | undefined)[]): Nearly | undefined {
  return order.map((kind) => all.find((one) => one?.kind === kind)).find((one) => one !== undefined)
}

/** The same words in any case, form or order; undefined where nothing looser is meant. */
function loosened(atom: QueryTree): QueryTree | undefined {
  const { at } = atom
  switch (atom.kind) {
    case 'exact':
      return { kind: 'word', text: atom.text, at }
    case 'tag':
      return { kind: 'word', text: atom.text, at }
    case 'word': {
      const forms = /^\p{L}{4,}$/u.test(atom.text) ? formsOf(atom.text) : []
      return forms.length > 1 ? { kind: 'forms', text: atom.text, forms, at } : undefined
    }
    case 'phrase':
    case 'window': {
      const words = atom.text.split(/\s+/u).filter(Boolean)
      const children = words.map((text): QueryTree => ({ kind: 'word', text, at }))
      return children.length > 1 ? { kind: 'and', children, at } : undefined
    }
    case 'near':
      return { kind: 'and', children: [atom.left, atom.right], at }
    default:
      return undefined
  }
}
