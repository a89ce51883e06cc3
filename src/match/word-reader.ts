import { charClass, charTable } from './char-table.ts'
import type { Entries } from './entries.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { foldSupplementary } from './supplementary.ts'

/** Copies of imports for the inner loops, as in the scanner. */
const table = charTable
const kinds = charClass
const seed = hashSeed
const prime = hashPrime

/** One word of any kind, by the rules of UAX #29 with the differences told in `char-table.ts`. */
export class WordReader {
  units = new Uint16Array(0)
  /** Whether an apostrophe or a dot joined letters in the word that was read last. */
  hasParts = false
  hasDot = false
  hasApostrophe = false
  readonly #entries: Entries
  /** Of the word being read: its hash, and the class of its last letter, digit or katakana. */
  #hash = 0
  #last: number = kinds.separator

  constructor(entries: Entries) {
    this.#entries = entries
  }

  /** Adds the word that begins at `at` and ends at most at `limit`. Returns its end, or `at` when no word begins there. */
  read(at: number, limit: number, kind: number): number {
    const entries = this.#entries
    entries.reserveKeys(4 * (limit - at))
    const keyStart = entries.keyCount
    this.#hash = seed
    this.#last = kinds.separator
    this.hasParts = false
    this.hasDot = false
    this.hasApostrophe = false
    let end = at
    for (let next = this.#takeNext(end, limit); next > end; next = this.#takeNext(end, limit)) end = next
    if (this.#last === kinds.separator) return at
    entries.add(this.#hash, keyStart, at, end, kind)
    return end
  }

  /** Whether a letter or digit beyond the first plane stands at `at`. */
  isLetterPair(at: number): boolean {
    return foldSupplementary(this.units, at) !== ''
  }

  /** Takes what belongs to the word from `i` on; returns `i` where the word has ended. */
  #takeNext(i: number, limit: number): number {
    if (i >= limit || this.#classAt(i) === kinds.separator) return i
    const end = this.#takeRun(i, limit)
    return end > i ? end : this.#takeOther(i, limit)
  }

  /** Letters or digits in a row that fold to one unit each: nearly all that there is. */
  #takeRun(start: number, limit: number): number {
    const entries = this.#entries
    const units = this.units
    const { keys } = entries
    let char = table[units[start] ?? 0] ?? 0
    const kind = (char >>> 16) & 0xff
    if ((kind !== kinds.letter && kind !== kinds.digit) || this.#last === kinds.katakana) return start
    let keyCount = entries.keyCount
    let hash = this.#hash
    let i = start
    while (((char >>> 16) & 0xff) === kind && (char & 0xffff) !== 0 && i < limit) {
      const unit = char & 0xffff
      keys[keyCount++] = unit
      hash = Math.imul(hash ^ unit, prime)
      char = table[units[++i] ?? 0] ?? 0
    }
    if (i > start) this.#last = kind
    entries.keyCount = keyCount
    this.#hash = hash
    return i
  }

  #takeOther(i: number, limit: number): number {
    const kind = this.#classAt(i)
    const last = this.#last
    switch (kind) {
      case kinds.letter:
      case kinds.digit:
        return last === kinds.katakana ? i : this.#take(i, kind)
      case kinds.katakana:
        return last === kinds.letter || last === kinds.digit ? i : this.#take(i, kind)
      case kinds.silent:
        return i + 1
      case kinds.mark:
        return last === kinds.separator ? i : this.#take(i, last)
      case kinds.surrogate:
        return this.#takeSupplementary(i)
      case kinds.joiner:
        return last !== kinds.separator && this.#joinsAny(i + 1, limit) ? this.#take(i, kind) : i
      case kinds.midLetter:
      case kinds.midNumber:
      case kinds.apostrophe:
      case kinds.dot:
        return last !== kinds.separator && this.#joins(kind, last, i, limit) ? this.#take(i, last) : i
      default:
        return i
    }
  }

  #take(i: number, last: number): number {
    this.#hash = this.#entries.fold(this.#hash, this.units[i] ?? 0)
    this.#last = last
    return i + 1
  }

  #takeSupplementary(i: number): number {
    const folded = foldSupplementary(this.units, i)
    if (folded === '' || this.#last === kinds.katakana) return i
    this.#hash = this.#entries.putAll(this.#hash, folded)
    this.#last = kinds.letter
    return i + 2
  }

  /** Whether what follows an underscore, after more of them, is a part of a word. */
  #joinsAny(from: number, limit: number): boolean {
    let i = from
    while (i < limit && (this.#classAt(i) === kinds.joiner || this.#classAt(i) === kinds.silent)) i++
    const following = this.#followingClass(i, limit)
    return following === kinds.letter || following === kinds.digit || following === kinds.katakana
  }

  /** Whether a unit that only stands inside words joins what is before it to what follows it. */
  #joins(kind: number, last: number, i: number, limit: number): boolean {
    if (last === kinds.katakana || this.#followingClass(i + 1, limit) !== last) return false
    if (kind === kinds.midLetter) return last === kinds.letter
    if (kind === kinds.midNumber) return last === kinds.digit
    if (last === kinds.letter) {
      this.hasParts = true
      if (kind === kinds.dot) this.hasDot = true
      else this.hasApostrophe = true
    }
    return true
  }

  #followingClass(from: number, limit: number): number {
    for (let i = from; i < limit; i++) {
      const next = this.#classAt(i)
      if (next === kinds.silent) continue
      if (next !== kinds.surrogate) return next
      return foldSupplementary(this.units, i) === '' ? kinds.separator : kinds.letter
    }
    return kinds.separator
  }

  #classAt(i: number): number {
    return ((table[this.units[i] ?? 0] ?? 0) >>> 16) & 0xff
  }
}
