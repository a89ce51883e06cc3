import { column, entryKind, rowShift } from './entries.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { type Literals, literalState } from './literals.ts'
import { type Narrowings, standsExactly } from './narrowings.ts'
import type { Phrases } from './phrases.ts'
import type { Places } from './places.ts'
import type { PostInput } from './post-input.ts'
import { type Prefixes, prefixStar, prefixUnitsMin } from './prefixes.ts'
import type { Scanner } from './scanner.ts'
import type { Thresholds } from './thresholds.ts'
import { grownTo } from './typed-arrays.ts'

/** Hits kept for marking; a text made of one word many times over gives no more than these. */
const hitsMax = 1 << 18

/** Copies of imports for the inner loops, as in the scanner. */
const { present, startsPhrase, isPlaced, isNarrowed } = literalState
const special = isPlaced | isNarrowed
const partKind = entryKind.part
const rowSize = 1 << rowShift
const [seed, prime, star] = [hashSeed, hashPrime, prefixStar]
/** As in the filter of the literals. */
const golden = 0x9e3779b1

export type PresenceParts = {
  scanner: Scanner
  literals: Literals
  phrases: Phrases
  prefixes: Prefixes
  places: Places
  narrowings: Narrowings
  followers: Thresholds
  ratings: Thresholds
}

/**
 * Which literals stand in the post at hand, and where. While a post is matched its literals carry the `present` bit;
 * only those that were seen are cleared afterwards, so that the cost does not depend on how many literals there are.
 *
 * First every entry is looked up, one after the other and with nothing in between: the processor then waits for several
 * look-ups at once. Phrases are walked afterwards, from the entries whose word begins one.
 */
export class Presence {
  seen = new Int32Array(1 << 10)
  seenCount = 0
  /** Triples: literal, first entry, last entry; for prefixes, phrases and exact words, which no entry tells by itself. */
  hits = new Int32Array(3 << 8)
  hitCount = 0
  readonly #parts: PresenceParts
  /** The rows of the words that have led to the node at hand. */
  readonly #path: number[] = []
  /** The rows of the entries that passed the filter. */
  #asked = new Int32Array(1 << 8)
  #askedCount = 0
  /** The rows of the entries whose first units begin some prefix. */
  #begun = new Int32Array(1 << 8)
  #post: PostInput = { text: '' }
  #titleEnd = 0
  readonly #hitNumber = (literal: number): void => void this.#mark(literal)

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** Marks the literals of what the scanner has read of this post. Ends with `clear()`. */
  mark(post: PostInput, titleEntries: number): void {
    const { literals, prefixes, followers, ratings } = this.#parts
    this.#post = post
    this.#titleEnd = titleEntries << rowShift
    if (this.seen.length <= literals.count) this.seen = grownTo(this.seen, literals.count + 1)
    this.#lookUp()
    const flags = this.#markFound()
    if (prefixes.longest > 0) this.#markPrefixes()
    if ((flags & startsPhrase) !== 0) this.#markPhrases()
    if (post.author?.followers !== undefined) followers.each(post.author.followers, this.#hitNumber)
    if (post.rating !== undefined) ratings.each(post.rating, this.#hitNumber)
  }

  clear(): void {
    const { state } = this.#parts.literals
    const { seen, seenCount } = this
    for (let i = 0; i < seenCount; i++) {
      const literal = seen[i] ?? 0
      state[literal] = (state[literal] ?? 0) & ~present
    }
    this.seenCount = 0
    this.hitCount = 0
  }

  /** Writes the literal of every entry into its row: first the filter for all of them, then the table for what is left. */
  #lookUp(): void {
    const { literals, scanner } = this.#parts
    const { rows, keys, count } = scanner.entries
    const { filter, filterMask } = literals
    if (this.#asked.length <= count) this.#asked = grownTo(this.#asked, count + 1)
    const asked = this.#asked
    const end = count << rowShift
    let askedCount = 0
    for (let at = 0; at < end; at += rowSize) {
      const bit = Math.imul(rows[at] ?? 0, golden) >>> 8
      rows[at + 7] = 0
      // Without a branch: whether a word is known is a coin that the processor would have to guess.
      asked[askedCount] = at
      askedCount += ((filter[(bit >>> 5) & filterMask] ?? 0) >>> (bit & 31)) & 1
    }
    literals.findAll({ rows, keys, asked, count: askedCount })
    this.#askedCount = askedCount
  }

  /** Marks the literals that the entries were found to be. Returns the flags of all together. */
  #markFound(): number {
    const { rows } = this.#parts.scanner.entries
    const { state } = this.#parts.literals
    const { seen } = this
    const asked = this.#asked
    let found = 0
    let seenCount = this.seenCount
    for (let i = 0; i < this.#askedCount; i++) {
      const at = asked[i] ?? 0
      const literal = rows[at + 7] ?? 0
      if (literal === 0) continue
      const flags = state[literal] ?? 0
      found |= flags
      if (flags < present) {
        state[literal] = flags | present
        seen[seenCount++] = literal
      }
      if ((flags & special) !== 0) {
        this.seenCount = seenCount
        this.#note({ literal, flags, first: at, last: at })
        seenCount = this.seenCount
      }
    }
    this.seenCount = seenCount
    return found
  }

  /** For entries whose first units begin some prefix: is there a prefix of one of the lengths in use? */
  #markPrefixes(): void {
    const { scanner, prefixes } = this.#parts
    const { rows, keys, count } = scanner.entries
    const { gate, gateShift, shortest } = prefixes
    if (this.#begun.length <= count) this.#begun = grownTo(this.#begun, count + 1)
    const begun = this.#begun
    const end = count << rowShift
    const isFourth = shortest > prefixUnitsMin ? 31 : 0
    let begunCount = 0
    for (let at = 0; at < end; at += rowSize) {
      const start = rows[at + 1] ?? 0
      const three =
        (((keys[start] ?? 0) & 31) << 10) | (((keys[start + 1] ?? 0) & 31) << 5) | ((keys[start + 2] ?? 0) & 31)
      const bit = Math.imul((three << 5) | ((keys[start + 3] ?? 0) & isFourth), golden) >>> gateShift
      // Without a branch, as above. What is too short for any prefix is let through now and then, and found too short later.
      begun[begunCount] = at
      begunCount += ((gate[bit >>> 5] ?? 0) >>> (bit & 31)) & 1
    }
    for (let i = 0; i < begunCount; i++) this.#probe(begun[i] ?? 0)
  }

  #probe(at: number): void {
    const { scanner, prefixes, literals } = this.#parts
    const { rows, keys } = scanner.entries
    const { filter, lengths, shortest, longest } = prefixes
    const start = rows[at + 1] ?? 0
    const filterMask = filter.length - 1
    const length = Math.min(rows[at + 2] ?? 0, longest)
    let hash = seed
    for (let size = 1; size < shortest; size++) hash = Math.imul(hash ^ (keys[start + size - 1] ?? 0), prime)
    for (let size = shortest; size <= length; size++) {
      hash = Math.imul(hash ^ (keys[start + size - 1] ?? 0), prime)
      const bit = hash ^ (hash >>> 15)
      if ((((filter[(bit >>> 5) & filterMask] ?? 0) >>> (bit & 31)) & (lengths >>> size) & 1) === 0) continue
      const literal = literals.find(Math.imul(hash ^ star, prime), keys, start, size, star)
      if (literal !== 0) this.#hit(literal, at, at)
    }
  }

  #markPhrases(): void {
    const { scanner, literals, phrases } = this.#parts
    const { rows, count } = scanner.entries
    const { state } = literals
    const asked = this.#asked
    const end = count << rowShift
    for (let i = 0; i < this.#askedCount; i++) {
      const at = asked[i] ?? 0
      const literal = rows[at + 7] ?? 0
      if (((state[literal] ?? 0) & startsPhrase) === 0 || at + rowSize >= end) continue
      // Nearly always one plain word follows, and then one load says that no phrase begins like this.
      const isPlain = rows[at + 11] === (rows[at + 3] ?? 0) + 1 && rows[at + 19] !== rows[at + 11]
      if (isPlain && !phrases.mayBegin(literal, rows[at + 15] ?? 0)) continue
      if (this.#isRepeated(at)) continue
      this.#path[0] = at
      this.#walk(phrases.rootOf(literal), at, 1)
    }
  }

  /** Follows the trie from `node`, to which `depth` words up to the row `at` have led. */
  #walk(node: number, at: number, depth: number): void {
    const { scanner, phrases } = this.#parts
    const { rows, count } = scanner.entries
    const end = count << rowShift
    const here = rows[at + 3] ?? 0
    let next = at + rowSize
    while (next < end && rows[next + 3] === here) next += rowSize
    for (; next < end && rows[next + 3] === here + 1; next += rowSize) {
      const literal = rows[next + 7] ?? 0
      if (literal === 0) continue
      const to = phrases.next(node, literal)
      if (to === 0 || this.#isRepeated(next)) continue
      this.#path[depth] = next
      const phrase = phrases.phraseAt(to)
      if (phrase !== 0) this.#hit(phrase, this.#path[0] ?? 0, next)
      this.#walk(to, next, depth + 1)
    }
  }

  /** Whether a part (the second "aa" of aa.aa) has stood at this position before: it would lead the same way again. */
  #isRepeated(at: number): boolean {
    const { rows } = this.#parts.scanner.entries
    if (rows[at + column.kind] !== partKind) return false
    for (let other = at - rowSize; other >= 0 && rows[other + 3] === rows[at + 3]; other -= rowSize) {
      if (rows[other + 7] === rows[at + 7]) return true
    }
    return false
  }

  /** A literal stands from one row to another; it is told as a hit, because no row names it. */
  #hit(literal: number, first: number, last: number): void {
    const flags = this.#mark(literal)
    if ((flags & special) !== 0) this.#note({ literal, flags, first, last })
    if (this.hitCount >= hitsMax) return
    const at = 3 * this.hitCount++
    if (at + 3 > this.hits.length) this.hits = grownTo(this.hits, at + 3)
    this.hits[at] = literal
    this.hits[at + 1] = first >> rowShift
    this.hits[at + 2] = last >> rowShift
  }

  /** Returns the flags as they were. */
  #mark(literal: number): number {
    const { state } = this.#parts.literals
    const flags = state[literal] ?? 0
    if (flags < present) {
      state[literal] = flags | present
      this.seen[this.seenCount++] = literal
    }
    return flags
  }

  /** Where it stands is asked by a NEAR, or its very letters are. */
  #note(found: { literal: number; flags: number; first: number; last: number }): void {
    const { literal, flags, first, last } = found
    const { scanner, places, narrowings } = this.#parts
    if ((flags & isPlaced) !== 0) {
      places.note(literal, scanner.entries.rows[first + column.position] ?? 0, flags < present)
    }
    if ((flags & isNarrowed) === 0) return
    for (const { literal: narrower, raw, isTitle } of narrowings.of(literal)) {
      if (isTitle && first >= this.#titleEnd) continue
      if (raw === undefined || this.#isExact(raw, first, last)) this.#hit(narrower, first, last)
    }
  }

  #isExact(raw: readonly string[], first: number, last: number): boolean {
    const { rows } = this.#parts.scanner.entries
    const text = first < this.#titleEnd ? (this.#post.title ?? '') : this.#post.text
    if (first === last) {
      return raw.length === 1 && standsExactly(text, raw[0] ?? '', rows[first + 4] ?? 0, rows[first + 5] ?? 0)
    }
    return raw.every((word, i) => {
      const at = this.#path[i] ?? 0
      return standsExactly(text, word, rows[at + 4] ?? 0, rows[at + 5] ?? 0)
    })
  }
}
