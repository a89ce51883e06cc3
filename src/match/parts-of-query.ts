import type { QueryParts } from '#domain/query-parts.ts'
import type { FieldLeaf, QueryTree } from './query-tree.ts'

type Filled = { groups: string[][]; excluded: string[]; languages: string[]; networks: string[] }

/** The query as a sentence with places to fill in, or undefined when it says more than such a sentence can. */
export function partsOfQuery(tree: QueryTree): QueryParts | undefined {
  const filled: Filled = { groups: [], excluded: [], languages: [], networks: [] }
  const children = tree.kind === 'and' ? tree.children : [tree]
  const fits = children.every((child) => fill(filled, child))
  return fits && filled.groups.length > 0 ? filled : undefined
}

function fill(filled: Filled, child: QueryTree): boolean {
  if (child.kind === 'field') return fillField(filled, child)
  const terms = termsIn(child.kind === 'not' ? child.child : child)
  if (!terms) return false
  if (child.kind === 'not') filled.excluded.push(...terms)
  else filled.groups.push(terms)
  return true
}

/** A second list of languages would narrow the first: the sentence has one place for them. */
function fillField(filled: Filled, { name, values }: FieldLeaf): boolean {
  const place = name === 'lang' ? filled.languages : name === 'source' ? filled.networks : undefined
  if (!place || place.length > 0 || values.some((value) => /\s/u.test(value))) return false
  place.push(...values)
  return true
}

/** One term, or several of which any will do. */
function termsIn(tree: QueryTree): string[] | undefined {
  switch (tree.kind) {
    case 'or': {
      const terms = tree.children.map((child) => (child.kind === 'or' ? undefined : termsIn(child)?.[0]))
      return terms.every((term) => term !== undefined) ? terms : undefined
    }
    case 'word':
    case 'phrase':
    case 'prefix':
    case 'tag':
    case 'tagPrefix':
    case 'handle':
      return [asTyped(tree.kind, tree.text)]
    default:
      return undefined
  }
}

type SimpleKind = 'word' | 'phrase' | 'prefix' | 'tag' | 'tagPrefix' | 'handle'

function asTyped(kind: SimpleKind, text: string): string {
  switch (kind) {
    case 'word':
    case 'phrase':
      return text
    case 'prefix':
      return `${text}*`
    case 'tag':
      return `#${text}`
    case 'tagPrefix':
      return `#${text}*`
    case 'handle':
      return `@${text}`
  }
}
