import { estimateShare } from './estimate-share.ts'
import { priorOf } from './prior.ts'
import type { QueryTree } from './query-tree.ts'

export type AnchorTerms = {
  /** Every message that the query matches says one of these, unless something is left out. */
  terms: string[]
  /** The parts of the query for which no network can be asked: the beginning of a word, a site, an author. */
  leftOut: QueryTree[]
}

/**
 * What to ask a network for that can search by words only: as few messages as possible, among which are all that the query matches.
 * Of an AND its rarest part is enough, as it is for the engine's own index.
 */
export function anchorTerms(tree: QueryTree): AnchorTerms {
  switch (tree.kind) {
    case 'or':
      return joined(tree.children)
    case 'and':
      return rarest(tree.children)
    case 'near':
      return rarest([tree.left, tree.right])
    case 'set':
      return joined(tree.entries)
    case 'tag':
      return only(`#${tree.text}`)
    case 'handle':
      return only(`@${tree.text}`)
    case 'cash':
      return only(`$${tree.text}`)
    case 'word':
    case 'phrase':
    case 'exact':
      return only(tree.text)
    case 'forms':
      return { terms: tree.forms, leftOut: [] }
    case 'window':
      return only(rarestWord(tree.text))
    case 'not':
    case 'field':
    case 'prefix':
    case 'tagPrefix':
      return { terms: [], leftOut: [tree] }
  }
}

function only(term: string): AnchorTerms {
  return { terms: [term], leftOut: [] }
}

function joined(children: readonly QueryTree[]): AnchorTerms {
  const all = children.map(anchorTerms)
  return {
    terms: [...new Set(all.flatMap(({ terms }) => terms))],
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  }
}

/** A part that can be asked for as a whole goes before one that cannot, however rare. */
function rarest(children: readonly QueryTree[]): AnchorTerms {
  const ranked = children
    .filter((child) => child.kind !== 'not')
    .map((child) => ({ ...anchorTerms(child), share: estimateShare(child, priorOf) }))
    .filter(({ terms }) => terms.length > 0)
    .sort((a, b) => a.leftOut.length - b.leftOut.length || a.share - b.share)
  return ranked[0] ? { terms: ranked[0].terms, leftOut: ranked[0].leftOut } : { terms: [], leftOut: [...children] }
}

function rarestWord(text: string): string {
  const words = text.split(/\s+/u).filter(Boolean)
  return words.toSorted((a, b) => priorOf(a.toLowerCase()) - priorOf(b.toLowerCase()))[0] ?? text
}
