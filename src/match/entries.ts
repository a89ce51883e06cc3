import { charClass, charTable, expansions } from './char-table.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { grownBytesTo, grownTo, textOfUnits } from './typed-arrays.ts'

/** What an entry is. Only `word` entries are the words of a text; the others say more about the same place. */
export const entryKind = { word: 0, part: 1, name: 2 } as const

const nameMax = 2_048

/** Copies of imports for the inner loops, as in the scanner. */
const table = charTable
const { silent } = charClass
const seed = hashSeed
const prime = hashPrime

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
  count = 0
  /** The position that the next entry gets. */
  nextPosition = 0
  hash = new Int32Array(1 << 12)
  keyStart = new Int32Array(1 << 12)
  keyLength = new Int32Array(1 << 12)
  position = new Int32Array(1 << 12)
  /** UTF-16 offsets in the text as it was given; −1 for a name that stands nowhere in it. */
  textStart = new Int32Array(1 << 12)
  textEnd = new Int32Array(1 << 12)
  kind = new Uint8Array(1 << 12)

  clear(): void {
    this.count = 0
    this.keyCount = 0
    this.nextPosition = 0
  }

  /** Adds an entry whose key was written from `keyStart` on. */
  add(hash: number, keyStart: number, textStart: number, textEnd: number, kind: number): void {
    const entry = this.count++
    if (entry >= this.hash.length) this.#grow(2 * entry)
    this.hash[entry] = hash
    this.keyStart[entry] = keyStart
    this.keyLength[entry] = this.keyCount - keyStart
    this.position[entry] = this.nextPosition
    this.textStart[entry] = textStart
    this.textEnd[entry] = textEnd
    this.kind[entry] = kind
  }

  /** Adds a name; `namespace` is one letter. The offsets say where in the text it stands, if it does. */
  addName(namespace: string, name: string, textStart = -1, textEnd = -1): void {
    if (name.length > nameMax) return
    this.reserveKeys(4 * name.length + 2)
    const keyStart = this.keyCount
    let hash = this.#put(this.#put(seed, namespace.charCodeAt(0)), 0x3a)
    for (let i = 0; i < name.length; i++) hash = this.fold(hash, name.charCodeAt(i))
    this.add(hash, keyStart, textStart, textEnd, entryKind.name)
  }

  /** Puts one unit, folded, behind the key being written, and returns the hash rolled on. The room must be reserved. */
  fold(hash: number, unit: number): number {
    const char = table[unit] ?? 0
    if (((char >>> 16) & 0xff) === silent) return hash
    const folded = char & 0xffff
    return folded === 0 ? this.putAll(hash, expansions.get(unit) ?? '') : this.#put(hash, folded)
  }

  /** Puts units that are folded already. */
  putAll(hash: number, folded: string): number {
    let rolled = hash
    for (let i = 0; i < folded.length; i++) rolled = this.#put(rolled, folded.charCodeAt(i))
    return rolled
  }

  #put(hash: number, unit: number): number {
    this.keys[this.keyCount++] = unit
    return Math.imul(hash ^ unit, prime)
  }

  keyOf(entry: number): string {
    const start = this.keyStart[entry] ?? 0
    return textOfUnits(this.keys, start, start + (this.keyLength[entry] ?? 0))
  }

  reserveKeys(units: number): void {
    if (this.keyCount + units <= this.keys.length) return
    const grown = new Uint16Array(2 * (this.keyCount + units))
    grown.set(this.keys)
    this.keys = grown
  }

  /** Gives the entries from `first` on their offsets in another form of the text. */
  moveOffsets(first: number, offsets: Int32Array): void {
    for (let entry = first; entry < this.count; entry++) {
      if ((this.textStart[entry] ?? -1) < 0) continue
      this.textStart[entry] = offsets[this.textStart[entry] ?? 0] ?? 0
      this.textEnd[entry] = offsets[this.textEnd[entry] ?? 0] ?? 0
    }
  }

  #grow(size: number): void {
    this.hash = grownTo(this.hash, size)
    this.keyStart = grownTo(this.keyStart, size)
    this.keyLength = grownTo(this.keyLength, size)
    this.position = grownTo(this.position, size)
    this.textStart = grownTo(this.textStart, size)
    this.textEnd = grownTo(this.textEnd, size)
    this.kind = grownBytesTo(this.kind, size)
  }
}
