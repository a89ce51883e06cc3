import { joinSpans, type Span } from '#domain/span.ts'
import type { FieldLeaf, NearTree, QueryLeaf, QueryTree, WindowLeaf } from '#match/query-tree.ts'
import { foldPlainly, type Place, type ReadPost, words } from './brute-force-read.ts'

/**
 * The matching engine's judge: what a query means, written as plainly as it can be. Regular expressions for the words, the tree
 * walked for every post, no index, nothing shared with the engine but the shape of tree and post.
 */
export function matchesPlainly(tree: QueryTree, post: ReadPost): boolean {
  switch (tree.kind) {
    case 'and':
      return tree.children.every((child) => matchesPlainly(child, post))
    case 'or':
      return tree.children.some((child) => matchesPlainly(child, post))
    case 'not':
      return !matchesPlainly(tree.child, post)
    case 'near':
      return isNear(tree, post)
    case 'window':
      return isWindow(tree, post)
    default:
      return leafHits(tree, post).length > 0
  }
}

/** The marked places of a post's text for a query that matches it. */
export function spansPlainly(tree: QueryTree, post: ReadPost): Span[] {
  const spans = (node: QueryTree, isNegated: boolean): Span[] => {
    switch (node.kind) {
      case 'not':
        return spans(node.child, !isNegated)
      case 'and':
      case 'or':
        return node.children.flatMap((child) => spans(child, isNegated))
      case 'near':
        return [...spans(node.left, isNegated), ...spans(node.right, isNegated)]
      case 'window':
        return isNegated ? [] : wordsOf(node.text).flatMap((word) => inTexts(wordHits([word], post.places)))
      default:
        return isNegated ? [] : inTexts(leafHits(node, post))
    }
  }
  return joinSpans(spans(tree, false))
}

/** Where something stands: its span, and the positions it covers; without a track it stands in no text at all. */
type Hit = { span?: Span; track?: number; position?: number; length: number }

/** What can be marked: the title is marked apart, and what the network says stands nowhere. */
function inTexts(hits: Hit[]): Span[] {
  return hits.flatMap(({ span, track }) => (span && (track ?? 0) >= 10_000 ? [span] : []))
}

function isNear(tree: NearTree, post: ReadPost): boolean {
  const hitsOf = (side: QueryTree): Hit[] =>
    side.kind === 'or' ? side.children.flatMap(hitsOf) : leafHits(leafOf(side), post)
  const follows = (a: Hit, b: Hit): boolean => {
    if (a.track === undefined || a.track !== b.track) return false
    const between = (b.position ?? 0) - (a.position ?? 0) - a.length
    return between >= 0 && between <= tree.distance
  }
  const [lefts, rights] = [hitsOf(tree.left), hitsOf(tree.right)]
  return lefts.some((a) => rights.some((b) => follows(a, b) || (!tree.isOrdered && follows(b, a))))
}

function leafOf(tree: QueryTree): QueryLeaf {
  switch (tree.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'near':
      throw new Error(`${tree.kind} is no leaf`)
    default:
      return tree
  }
}

/** Whether some stretch of so many positions holds every word as often as it is asked for. */
function isWindow(leaf: WindowLeaf, post: ReadPost): boolean {
  const asked = wordsOf(leaf.text)
  const size = asked.length + leaf.distance
  return post.places.some(({ track, position: first }) =>
    asked.every((word) => {
      const inside = post.places.filter(
        (place) =>
          place.track === track &&
          place.position >= first &&
          place.position < first + size &&
          place.forms.some((form) => form.word === word),
      )
      return inside.length >= asked.filter((other) => other === word).length
    }),
  )
}

const leafKeys = new WeakMap<QueryLeaf, string>()
const hitsByPost = new WeakMap<ReadPost, Map<string, Hit[]>>()

/** Remembered for each post, because the same words are asked by many queries. */
function leafHits(leaf: QueryLeaf, post: ReadPost): Hit[] {
  const key = leafKeys.get(leaf) ?? JSON.stringify({ ...leaf, at: 0 })
  leafKeys.set(leaf, key)
  const known = hitsByPost.get(post) ?? new Map<string, Hit[]>()
  hitsByPost.set(post, known)
  const hits = known.get(key) ?? findHits(leaf, post)
  known.set(key, hits)
  return hits
}

function findHits(leaf: QueryLeaf, post: ReadPost): Hit[] {
  const named = (wanted: (key: string) => boolean): Hit[] =>
    post.names.filter(({ key }) => wanted(key)).map((name) => ({ ...name, length: 1 }))
  switch (leaf.kind) {
    case 'field':
      return leaf.values.flatMap((value) => fieldHits(leaf, value, post, named))
    case 'tag':
    case 'handle':
    case 'cash':
      return named((key) => key === `${leaf.kind}:${foldPlainly(leaf.text)}`)
    case 'tagPrefix':
      return named((key) => key.startsWith(`tag:${foldPlainly(leaf.text)}`))
    case 'prefix':
      return post.places.flatMap(({ forms, track, position }) =>
        forms
          .filter(({ word }) => word.startsWith(foldPlainly(leaf.text)))
          .map(({ span }) => ({ span, track, position, length: 1 })),
      )
    case 'word':
    case 'phrase':
      return wordHits(wordsOf(leaf.text), post.places)
    case 'exact':
      return wordHits(wordsOf(leaf.text), post.places, rawWordsOf(leaf.text))
    case 'forms':
      return leaf.forms.flatMap((form) => wordHits(wordsOf(form), post.places))
    case 'set':
      return leaf.entries.flatMap((entry) => leafHits(entry, post))
    case 'window':
      throw new Error('a window stands in no one place')
  }
}

function fieldHits(
  leaf: FieldLeaf,
  value: string,
  post: ReadPost,
  named: (wanted: (key: string) => boolean) => Hit[],
): Hit[] {
  if (leaf.name === 'title')
    return wordHits(
      wordsOf(value),
      post.places.filter(({ track }) => track < 10_000),
    )
  if (leaf.name !== 'followers' && leaf.name !== 'rating')
    return named((key) => key === `${leaf.name}:${foldPlainly(value)}`)
  const number = post[leaf.name]
  return number !== undefined && compares(number, value) ? [{ length: 1 }] : []
}

function compares(number: number, value: string): boolean {
  if (value.startsWith('>=')) return number >= Number(value.slice(2))
  if (value.startsWith('<=')) return number <= Number(value.slice(2))
  if (value.startsWith('>')) return number > Number(value.slice(1))
  if (value.startsWith('<')) return number < Number(value.slice(1))
  const [low, high = low] = value.split('..').map(Number)
  return number >= (low ?? 0) && number <= (high ?? 0)
}

const splitTexts = new Map<string, string[]>()

function rawWordsOf(text: string): string[] {
  return [...text.matchAll(words)].map(([word]) => plainForm(word))
}

function plainForm(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/\u00ad|\ufe0e|\ufe0f/g, '')
}

function wordsOf(text: string): string[] {
  const known = splitTexts.get(text) ?? [...text.matchAll(words)].map(([word]) => foldPlainly(word))
  splitTexts.set(text, known)
  return known
}

function wordHits(asked: string[], places: Place[], raw?: string[]): Hit[] {
  return places.flatMap((place, i): Hit[] => {
    if (!place.forms.some((form) => form.word === asked[0])) return []
    const found = asked.map((word, k) => {
      const other = places[i + k]
      return other?.track === place.track
        ? other.forms.find((form) => form.word === word && (!raw || plainForm(form.raw) === raw[k]))
        : undefined
    })
    const [first, last] = [found[0], found.at(-1)]
    if (!first || !last || found.includes(undefined)) return []
    const { track, position } = place
    return [{ span: [first.span[0], last.span[1]], track, position, length: asked.length }]
  })
}
