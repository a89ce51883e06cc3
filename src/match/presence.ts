import { entryKind } from './entries.ts'
import { type Literals, literalState } from './literals.ts'
import type { Phrases } from './phrases.ts'
import type { Prefixes } from './prefixes.ts'
import type { Scanner } from './scanner.ts'
import { grownTo } from './typed-arrays.ts'

/** Hits kept for marking; a text made of one word many times over gives no more than these. */
const hitsMax = 1 << 18

const { present, startsPhrase } = literalState

/**
 * Which literals stand in the post at hand, and where. While a post is matched its literals carry the `present` bit;
 * only those that were seen are cleared afterwards, so that the cost does not depend on how many literals there are.
 */
export class Presence {
  seen = new Int32Array(1 << 10)
  seenCount = 0
  /** Triples: literal, first entry, last entry. */
  hits = new Int32Array(3 << 10)
  hitCount = 0
  #ids = new Int32Array(1 << 12)
  readonly #scanner: Scanner
  readonly #literals: Literals
  readonly #phrases: Phrases
  readonly #prefixes: Prefixes
  #entry = 0
  readonly #hitPrefix = (literal: number): void => this.#hit(literal, this.#entry, this.#entry)

  constructor(parts: { scanner: Scanner; literals: Literals; phrases: Phrases; prefixes: Prefixes }) {
    this.#scanner = parts.scanner
    this.#literals = parts.literals
    this.#phrases = parts.phrases
    this.#prefixes = parts.prefixes
  }

  /** Marks the literals of what the scanner has read. Ends with `clear()`. */
  mark(): void {
    const { entries } = this.#scanner
    const literals = this.#literals
    const { count, hash, keys, keyStart, keyLength } = entries
    this.seen = grownTo(this.seen, literals.count)
    this.#ids = grownTo(this.#ids, count)
    const ids = this.#ids
    const hasPrefixes = !this.#prefixes.isEmpty
    let startsAny = 0
    for (let entry = 0; entry < count; entry++) {
      const id = literals.find(hash[entry] ?? 0, keys, keyStart[entry] ?? 0, keyLength[entry] ?? 0, 0)
      ids[entry] = id
      if (id !== 0) {
        this.#hit(id, entry, entry)
        startsAny |= literals.state[id] ?? 0
      }
      if (hasPrefixes) {
        this.#entry = entry
        this.#prefixes.find(entries, entry, literals, this.#hitPrefix)
      }
    }
    if ((startsAny & startsPhrase) !== 0) this.#markPhrases()
  }

  clear(): void {
    const { state } = this.#literals
    for (let i = 0; i < this.seenCount; i++) {
      const id = this.seen[i] ?? 0
      state[id] = (state[id] ?? 0) & ~present
    }
    this.seenCount = 0
    this.hitCount = 0
  }

  #hit(literal: number, first: number, last: number): void {
    const { state } = this.#literals
    const flags = state[literal] ?? 0
    if (flags < present) {
      state[literal] = flags | present
      this.seen[this.seenCount++] = literal
    }
    if (this.hitCount >= hitsMax) return
    const at = 3 * this.hitCount++
    if (at + 3 > this.hits.length) this.hits = grownTo(this.hits, at + 3)
    this.hits[at] = literal
    this.hits[at + 1] = first
    this.hits[at + 2] = last
  }

  #markPhrases(): void {
    const { state } = this.#literals
    const { count } = this.#scanner.entries
    for (let entry = 0; entry < count; entry++) {
      const id = this.#ids[entry] ?? 0
      if (id === 0 || ((state[id] ?? 0) & startsPhrase) === 0 || this.#isRepeated(entry)) continue
      this.#walk(entry, this.#phrases.next(0, id), entry)
    }
  }

  /** Follows the trie from `node`, which the words from `first` up to `entry` have led to. */
  #walk(entry: number, node: number, first: number): void {
    const { count, position } = this.#scanner.entries
    const here = position[entry] ?? 0
    let next = entry + 1
    while (next < count && position[next] === here) next++
    for (; next < count && position[next] === here + 1; next++) {
      const id = this.#ids[next] ?? 0
      if (id === 0) continue
      const to = this.#phrases.next(node, id)
      if (to === 0 || this.#isRepeated(next)) continue
      const phrase = this.#phrases.phraseAt(to)
      if (phrase !== 0) this.#hit(phrase, first, next)
      this.#walk(next, to, first)
    }
  }

  /** Whether a part (the second "aa" of aa.aa) has stood at this position before: it would lead the same way again. */
  #isRepeated(entry: number): boolean {
    const { kind, position } = this.#scanner.entries
    if (kind[entry] !== entryKind.part) return false
    for (let other = entry - 1; other >= 0 && position[other] === position[entry]; other--) {
      if (this.#ids[other] === this.#ids[entry]) return true
    }
    return false
  }
}
