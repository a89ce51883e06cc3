import { charClass, charTable, composesFlag, expansions } from './char-table.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { grownTo, grownUnitsTo, textOfUnits } from './typed-arrays.ts'

/** What an entry is. Only `word` entries are the words of a text; the others say more about the same place. */
export const entryKind = { word: 0, part: 1, name: 2 } as const

/** The columns of a row: `1 << rowShift` numbers, half a cache line, for every entry. */
export const rowShift = 3
export const column = {
  hash: 0,
  keyStart: 1,
  keyLength: 2,
  position: 3,
  /** UTF-16 offsets in the text as it was given; −1 for a name that stands nowhere in it. */
  textStart: 4,
  textEnd: 5,
  kind: 6,
  /** The literal that the entry was found to be, once that was looked up; 0: nobody asks for it. */
  literal: 7,
} as const

const nameMax = 2_048

/** No phrase, no NEAR and no window reaches from one text into the next: this many positions are left out between them. */
const textGap = 200

/** Copies of imports for the inner loops, as in the scanner. */
const table = charTable
const { silent } = charClass
const seed = hashSeed
const prime = hashPrime
const composes = composesFlag

/**
 * What a post says, as the engine reads it: folded words and names with their hash, place and position.
 *
 * An entry's key is a stretch of `keys`: the folded word, or a name with its namespace (`#:tag`, `@:handle`, `d:host`,
 * `a:author`, `l:nl`, `s:bluesky`). Entries stand in the order of their position. Several may share one: `l'oréal`
 * also gives its part `oréal`, and a name shares the position of the word that follows it (no phrase contains a name).
 *
 * The arrays are reused from post to post; nothing here may be kept after the next `clear()`.
 */
export class Entries {
  keys = new Uint16Array(1 << 14)
  keyCount = 0
  rows = new Int32Array(1 << 15)
  count = 0
  /** The position that the next entry gets. */
  nextPosition = 0

  clear(): void {
    this.count = 0
    this.keyCount = 0
    this.nextPosition = 0
  }

  /** Ends a text: what comes next is near nothing that was. */
  leaveGap(): void {
    this.nextPosition += textGap
  }

  /** Adds an entry whose key was written from `keyStart` on. */
  add(hash: number, keyStart: number, textStart: number, textEnd: number, kind: number): void {
    const at = this.count++ << rowShift
    if (at + 8 > this.rows.length) this.rows = grownTo(this.rows, at + 8)
    const { rows } = this
    rows[at] = hash
    rows[at + 1] = keyStart
    rows[at + 2] = this.keyCount - keyStart
    rows[at + 3] = this.nextPosition
    rows[at + 4] = textStart
    rows[at + 5] = textEnd
    rows[at + 6] = kind
  }

  /** Adds a name that stands nowhere in the text, or a stretch of it. `namespace` is the code of its letter. */
  addName(namespace: number, name: string, from = 0, to = name.length): void {
    if (to - from > nameMax) return
    this.reserveKeys(4 * (to - from) + 2)
    const keyStart = this.keyCount
    let hash = this.#begin(namespace)
    for (let i = from; i < to; i++) {
      const unit = name.charCodeAt(i)
      if (((table[unit] ?? 0) & composes) !== 0) {
        this.#addComposed(namespace, name.slice(from, to), keyStart)
        return
      }
      hash = this.fold(hash, unit)
    }
    this.add(hash, keyStart, -1, -1, entryKind.name)
  }

  /** Adds a name that stands in the text from `from` to `to`, of which `units` are the units; marked is `textStart` to `textEnd`. */
  addNameAt(namespace: number, units: Uint16Array, from: number, to: number, textStart: number, textEnd: number): void {
    if (to - from > nameMax) return
    this.reserveKeys(4 * (to - from) + 2)
    const keyStart = this.keyCount
    let hash = this.#begin(namespace)
    for (let i = from; i < to; i++) hash = this.fold(hash, units[i] ?? 0)
    this.add(hash, keyStart, textStart, textEnd, entryKind.name)
  }

  /** Puts one unit, folded, behind the key being written, and returns the hash rolled on. The room must be reserved. */
  fold(hash: number, unit: number): number {
    const char = table[unit] ?? 0
    if (((char >>> 16) & 0xff) === silent) return hash
    const folded = char & 0xffff
    return folded === 0 ? this.putAll(hash, expansions.get(unit) ?? '') : this.put(hash, folded)
  }

  /** Puts units that are folded already. */
  putAll(hash: number, folded: string): number {
    let rolled = hash
    for (let i = 0; i < folded.length; i++) rolled = this.put(rolled, folded.charCodeAt(i))
    return rolled
  }

  keyOf(entry: number): string {
    const at = entry << rowShift
    const start = this.rows[at + column.keyStart] ?? 0
    return textOfUnits(this.keys, start, start + (this.rows[at + column.keyLength] ?? 0))
  }

  reserveKeys(units: number): void {
    if (this.keyCount + units > this.keys.length) this.keys = grownUnitsTo(this.keys, this.keyCount + units)
  }

  reserveRows(entries: number): void {
    const size = (this.count + entries) << rowShift
    if (size > this.rows.length) this.rows = grownTo(this.rows, size)
  }

  /** Gives the entries from `first` on their offsets in another form of the text. */
  moveOffsets(first: number, offsets: Int32Array): void {
    const { rows } = this
    for (let at = first << rowShift; at < this.count << rowShift; at += 1 << rowShift) {
      const start = rows[at + column.textStart] ?? -1
      if (start < 0) continue
      rows[at + column.textStart] = offsets[start] ?? 0
      rows[at + column.textEnd] = offsets[rows[at + column.textEnd] ?? 0] ?? 0
    }
  }

  /** Every name begins with the letter of its namespace and a colon. */
  #begin(namespace: number): number {
    return this.put(this.put(seed, namespace), 0x3a)
  }

  #addComposed(namespace: number, name: string, keyStart: number): void {
    this.keyCount = keyStart
    const composed = name.normalize('NFC')
    let hash = this.#begin(namespace)
    for (let i = 0; i < composed.length; i++) hash = this.fold(hash, composed.charCodeAt(i))
    this.add(hash, keyStart, -1, -1, entryKind.name)
  }

  put(hash: number, unit: number): number {
    this.keys[this.keyCount++] = unit
    return Math.imul(hash ^ unit, prime)
  }
}
