import type { QueryLeaf, QueryTree } from './query-tree.ts'

/**
 * A tree as canonical text: what is parsed from it is the same tree. A space is AND, a minus is NOT, and every group
 * inside another has its brackets, so that nobody needs to know what binds tighter.
 */
export function printQuery(tree: QueryTree): string {
  switch (tree.kind) {
    case 'and':
      return tree.children.map(printInside).join(' ')
    case 'or':
      return tree.children.map(printInside).join(' OR ')
    case 'not':
      return `-${printInside(tree.child)}`
    case 'near': {
      const { left, right, distance, isOrdered } = tree
      return `${printInside(left)} ${isOrdered ? 'ONEAR' : 'NEAR'}/${distance} ${printInside(right)}`
    }
    default:
      return printLeaf(tree)
  }
}

function printInside(tree: QueryTree): string {
  return tree.kind === 'and' || tree.kind === 'or' || tree.kind === 'near' ? `(${printQuery(tree)})` : printQuery(tree)
}

export function printLeaf(leaf: QueryLeaf): string {
  switch (leaf.kind) {
    case 'word':
      return leaf.text
    case 'phrase':
      return `"${leaf.text}"`
    case 'window':
      return `"${leaf.text}"~${leaf.distance}`
    case 'exact':
      return `=${/[\s()*~]/u.test(leaf.text) ? `"${leaf.text}"` : leaf.text}`
    case 'forms':
      return `~${leaf.text}`
    case 'cash':
      return `$${leaf.text}`
    case 'prefix':
      return `${leaf.text}*`
    case 'tag':
      return `#${leaf.text}`
    case 'tagPrefix':
      return `#${leaf.text}*`
    case 'handle':
      return `@${leaf.text}`
    case 'set':
      return `set:${leaf.names.length === 1 ? leaf.names[0] : `(${leaf.names.join(' OR ')})`}`
    case 'field': {
      const values = leaf.values.map((value) => (/[\s()]/u.test(value) ? `"${value}"` : value))
      return `${leaf.name}:${values.length === 1 ? values[0] : `(${values.join(' OR ')})`}`
    }
  }
}
