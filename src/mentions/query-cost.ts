import { anchorTerms } from '#match/anchor-terms.ts'
import type { QueryTree } from '#match/query-tree.ts'

export type CostlyWord = { text: string; perThousand: number }
/** Of a thousand messages so many make us look closer, and the words that do it, the commonest first. */
export type QueryCost = { perThousand: number; words: CostlyWord[] }

const wordsShown = 3

/** What a query costs, by the words it is found by. `shareOf`: how often something stands in a message, 0 to 1. */
export function queryCost(tree: QueryTree, shareOf: (leaf: QueryTree) => number): QueryCost {
  const { terms, leftOut } = anchorTerms(tree)
  const words = terms
    .map((text) => ({ text, perThousand: Math.round(1_000 * shareOf(leafOf(text))) }))
    .sort((a, b) => b.perThousand - a.perThousand)
  const others = leftOut.filter(({ kind }) => kind !== 'not')
  const share = [...terms.map(leafOf), ...others].reduce((sum, leaf) => sum + shareOf(leaf), 0)
  return {
    perThousand: Math.min(1_000, Math.round(1_000 * share)),
    words: words.filter(({ perThousand }) => perThousand > 0).slice(0, wordsShown),
  }
}

const kinds = { '#': 'tag', '@': 'handle', $: 'cash' } as const satisfies Record<string, QueryTree['kind']>

function leafOf(term: string): QueryTree {
  const sign = term.charAt(0)
  const at: [number, number] = [0, term.length]
  if (sign === '#' || sign === '@' || sign === '$') return { kind: kinds[sign], text: term.slice(1), at }
  return { kind: /\s/u.test(term) ? 'phrase' : 'word', text: term, at }
}
