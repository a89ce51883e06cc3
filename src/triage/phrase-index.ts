/**
 * Finds hundreds of phrases in one post at once. Each phrase is a row of elements; each element has a number; a word of
 * the post is looked up once (and remembered) to learn which elements it satisfies. Only phrases whose rarest element
 * stands in the post are then compared, outwards from that element.
 */
import { assert } from '#base/assert.ts'
import { foldWord, squeeze } from './fold.ts'
import type { ReadText, Token, TokenKind } from './tokenise.ts'
import { Notes, type Word } from './word.ts'

/** Words between the two sides of `…`, at most. */
export const gapMax = 4
/** Phrases one written phrase may stand for, by its optional words. */
const variantsMax = 64

export type PhraseHit<T> = { owner: T /** Places of the matched tokens, ascending. */; places: readonly number[] }

type Phrase<T> = { owner: T; elements: readonly number[]; anchor: number; hasGap: boolean }

const gap = -1
const kinds: Record<string, TokenKind> = {
  '<brand>': 'brand',
  '<number>': 'number',
  '<mention>': 'mention',
  '<url>': 'url',
  '<emoji>': 'emoji',
}
const none: readonly number[] = []

export class PhraseIndex<T> {
  readonly #groups: Readonly<Record<string, readonly string[]>>
  readonly #common: ReadonlySet<string>
  readonly #ids = new Map<string, number>()
  readonly #exact = new Map<string, number[]>()
  readonly #prefixes = new Map<string, number[]>()
  readonly #suffixes = new Map<string, number[]>()
  readonly #infixes: [string, number][] = []
  readonly #byKind = new Map<TokenKind, number[]>()
  readonly #byAnchor: Phrase<T>[][] = []
  readonly #prefixLengths = new Set<number>()
  readonly #suffixLengths = new Set<number>()
  /** Made at the first question; a phrase that is added afterwards makes them anew. */
  #byWord: Notes<readonly number[]> | undefined

  constructor(groups: Readonly<Record<string, readonly string[]>>, commonWords: Iterable<string>) {
    this.#groups = groups
    this.#common = new Set(commonWords)
  }

  add(phrase: string, owner: T): void {
    for (const words of variantsOf(phrase.replaceAll('-', ' '))) {
      const elements = words.map((word) => (word === '…' ? gap : this.#idOf(word)))
      assert(elements[0] !== gap && elements.at(-1) !== gap, `a phrase begins and ends with a word: ${phrase}`)
      const anchor = this.#rarest(words)
      const id = elements[anchor] ?? 0
      this.#byAnchor[id] = [...(this.#byAnchor[id] ?? []), { owner, elements, anchor, hasGap: elements.includes(gap) }]
    }
    this.#byWord = undefined
  }

  /** Every place where a phrase stands. A phrase that stands twice is reported twice. */
  find(read: ReadText): PhraseHit<T>[] {
    const ids = read.tokens.map((token) => this.#idsOf(token))
    const hits: PhraseHit<T>[] = []
    for (let at = 0; at < ids.length; at += 1)
      for (const id of ids[at] ?? none)
        for (const phrase of this.#byAnchor[id] ?? []) {
          const places = placesOf(phrase, { tokens: read.tokens, ids, at })
          if (places) hits.push({ owner: phrase.owner, places })
        }
    return hits
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(word, id)
    const kind = kinds[word]
    if (kind) push(this.#byKind, kind, id)
    else if (word.startsWith('<')) this.#register(this.#members(word), id)
    else this.#register(word.split('/'), id)
    return id
  }

  #members(name: string): readonly string[] {
    const members = this.#groups[name.slice(1, -1)]
    assert(members, `no such group: ${name}`)
    return members
  }

  #register(members: readonly string[], id: number): void {
    for (const member of members) {
      assert(!member.includes(' '), `a group holds single words: ${member}`)
      const kind = kinds[member]
      if (kind) {
        push(this.#byKind, kind, id)
        continue
      }
      const stem = foldWord(member.replaceAll('*', ''))
      assert(stem !== '', `an empty word in a phrase: ${member}`)
      const [starts, ends] = [member.startsWith('*'), member.endsWith('*')]
      if (starts && ends) this.#infixes.push([stem, id])
      else if (ends) this.#registerEnd(stem, id)
      else if (starts) this.#registerStart(stem, id)
      else for (const form of new Set([stem, stem.replaceAll("'", '')])) push(this.#exact, form, id)
    }
  }

  #registerEnd(stem: string, id: number): void {
    push(this.#prefixes, stem, id)
    this.#prefixLengths.add(stem.length)
  }

  #registerStart(stem: string, id: number): void {
    push(this.#suffixes, stem, id)
    this.#suffixLengths.add(stem.length)
  }

  /** A long word that is no stop word is the rarest; a group or a token kind is the commonest. */
  #rarest(words: readonly string[]): number {
    const rarity = (word: string): number => {
      if (word === '…') return -1
      if (word.startsWith('<')) return 0
      return this.#common.has(word) ? 1 : 1 + word.length / word.split('/').length ** 2
    }
    let best = 0
    for (let i = 1; i < words.length; i += 1) if (rarity(words[i] ?? '') > rarity(words[best] ?? '')) best = i
    return best
  }

  #idsOf(token: Token): readonly number[] {
    if (token.kind !== 'word') return this.#idsOfKind(token)
    this.#byWord ??= new Notes((word) => this.#idsOfWord(word))
    return this.#byWord.of(token.word)
  }

  #idsOfWord({ folded, isElongated }: Word): readonly number[] {
    const found = new Set(this.#lookUp(folded))
    if (isElongated) for (const id of this.#lookUp(squeeze(folded))) found.add(id)
    return found.size === 0 ? none : [...found]
  }

  /** A number is also looked up as it is written ("112"); whom a post addresses may be the brand. */
  #idsOfKind({ kind, folded }: Token): readonly number[] {
    const own = this.#byKind.get(kind) ?? none
    if (kind === 'mention') return [...own, ...(this.#byKind.get('brand') ?? none)]
    const written = kind === 'number' ? this.#exact.get(folded) : undefined
    return written ? [...own, ...written] : own
  }

  #lookUp(folded: string): number[] {
    const ids = [...(this.#exact.get(folded) ?? none)]
    for (const length of this.#prefixLengths)
      if (length <= folded.length) ids.push(...(this.#prefixes.get(folded.slice(0, length)) ?? none))
    for (const length of this.#suffixLengths)
      if (length <= folded.length) ids.push(...(this.#suffixes.get(folded.slice(-length)) ?? none))
    for (const [stem, id] of this.#infixes) if (folded.includes(stem)) ids.push(id)
    return ids
  }
}

type Place = { tokens: readonly Token[]; ids: readonly (readonly number[])[]; at: number }

function placesOf(phrase: Phrase<unknown>, place: Place): number[] | undefined {
  if (!phrase.hasGap) return placesInARow(phrase, place)
  const before = walk(phrase, place, -1)
  if (!before) return undefined
  const after = walk(phrase, place, 1)
  return after && [...before.toReversed(), place.at, ...after]
}

/** Most phrases have no gap: their words stand side by side or not at all. */
function placesInARow({ elements, anchor }: Phrase<unknown>, { tokens, ids, at }: Place): number[] | undefined {
  const start = at - anchor
  const sentence = tokens[at]?.sentence
  for (let k = 0; k < elements.length; k += 1) {
    if (k === anchor) continue
    if (tokens[start + k]?.sentence !== sentence || !ids[start + k]?.includes(elements[k] ?? gap)) return undefined
  }
  return elements.map((_, k) => start + k)
}

/** The nearest places for the elements on one side of the anchor, or nothing. A gap takes the shortest way that fits. */
function walk(phrase: Phrase<unknown>, { tokens, ids, at }: Place, step: 1 | -1): number[] | undefined {
  const sentence = tokens[at]?.sentence
  const from = (element: number, place: number): number[] | undefined => {
    const wanted = phrase.elements[element]
    if (wanted === undefined) return []
    const reach = wanted === gap ? gapMax + 1 : 1
    const target = wanted === gap ? phrase.elements[element + step] : wanted
    const next = wanted === gap ? element + 2 * step : element + step
    for (let skip = 0; skip < reach; skip += 1) {
      const here = place + skip * step
      if (tokens[here]?.sentence !== sentence) return undefined
      if (target === undefined || !ids[here]?.includes(target)) continue
      const rest = from(next, here + step)
      if (rest) return [here, ...rest]
    }
    return undefined
  }
  return from(phrase.anchor + step, at + step)
}

/** `[de] koffer kwijt` stands for two phrases. */
function variantsOf(phrase: string): string[][] {
  let variants: string[][] = [[]]
  for (const word of phrase.split(/\s+/u)) {
    const optional = /^\[(.+)\]$/u.exec(word)?.[1]
    const longer = variants.map((words) => [...words, optional ?? word])
    variants = optional === undefined ? longer : [...variants, ...longer]
  }
  assert(variants.length <= variantsMax, `too many optional words: ${phrase}`)
  return variants
}

function push<K>(map: Map<K, number[]>, key: K, id: number): void {
  const ids = map.get(key)
  if (ids) ids.push(id)
  else map.set(key, [id])
}
