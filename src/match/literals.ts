import { hashString, spread } from './hash.ts'
import { grownBytesTo, grownTo, textOfUnits } from './typed-arrays.ts'

/** What the state byte of a literal says. `present` is set while one post is matched, the rest is set by queries. */
export const literalState = { hasPostings: 1, startsPhrase: 2, present: 128 } as const

/** A 32-bit constant without pattern (the golden ratio), to take the filter's bits from elsewhere than the slot's. */
const golden = 0x9e3779b1

/**
 * Every string that any query asks for (word, phrase, prefix, tag, handle, host, field value) is one literal with one
 * number, its id. Id 0 is none. An open-addressing table leads from hash to id, at most one third full; a bitmap before
 * it answers most look-ups of words that nobody asks for. Keys are compared unit by unit: a hit is never a guess.
 */
export class Literals {
  /** One more than the highest id. */
  count = 1
  state = new Uint8Array(1 << 10)
  #slots = new Int32Array(2 << 10)
  #slotMask = (1 << 10) - 1
  #filter = new Int32Array(1 << 8)
  #filterMask = (1 << 8) - 1
  #keyStart = new Int32Array(1 << 10)
  #keys = new Uint16Array(1 << 12)

  /** The id of the key that stands in `keys`, with one more unit behind it unless `suffix` is 0. 0 when no query asks for it. */
  find(hash: number, keys: Uint16Array, start: number, length: number, suffix: number): number {
    const bit = Math.imul(hash, golden) >>> 8
    if ((((this.#filter[(bit >>> 5) & this.#filterMask] ?? 0) >>> (bit & 31)) & 1) === 0) return 0
    const slots = this.#slots
    const mask = this.#slotMask
    let slot = spread(hash) & mask
    for (;;) {
      const id = slots[2 * slot + 1] ?? 0
      if (id === 0 || (slots[2 * slot] === hash && this.#isKey(id, keys, start, length, suffix))) return id
      slot = (slot + 1) & mask
    }
  }

  /** The id of a key, made when it is new. */
  intern(key: string): number {
    const hash = hashString(key)
    let slot = spread(hash) & this.#slotMask
    for (;;) {
      const id = this.#slots[2 * slot + 1] ?? 0
      if (id === 0) break
      if (this.#slots[2 * slot] === hash && this.#isText(id, key)) return id
      slot = (slot + 1) & this.#slotMask
    }
    const id = this.#append(key)
    this.#slots[2 * slot] = hash
    this.#slots[2 * slot + 1] = id
    this.#setFilter(hash)
    if (3 * this.count > this.#slotMask) this.#growSlots()
    return id
  }

  keyOf(id: number): string {
    return textOfUnits(this.#keys, this.#keyStart[id] ?? 0, this.#keyStart[id + 1] ?? 0)
  }

  get bytes(): number {
    return [this.state, this.#slots, this.#filter, this.#keyStart, this.#keys].reduce(
      (sum, array) => sum + array.byteLength,
      0,
    )
  }

  #append(key: string): number {
    const id = this.count++
    this.state = grownBytesTo(this.state, id + 1)
    this.#keyStart = grownTo(this.#keyStart, id + 2)
    const start = this.#keyStart[id] ?? 0
    if (start + key.length > this.#keys.length) {
      const grown = new Uint16Array(2 * (start + key.length))
      grown.set(this.#keys)
      this.#keys = grown
    }
    for (let i = 0; i < key.length; i++) this.#keys[start + i] = key.charCodeAt(i)
    this.#keyStart[id + 1] = start + key.length
    return id
  }

  #isKey(id: number, units: Uint16Array, start: number, length: number, suffix: number): boolean {
    const keys = this.#keys
    const from = this.#keyStart[id] ?? 0
    const size = (this.#keyStart[id + 1] ?? 0) - from
    if (suffix === 0 ? size !== length : size !== length + 1 || keys[from + length] !== suffix) return false
    for (let i = 0; i < length; i++) if (keys[from + i] !== units[start + i]) return false
    return true
  }

  #isText(id: number, key: string): boolean {
    const from = this.#keyStart[id] ?? 0
    if ((this.#keyStart[id + 1] ?? 0) - from !== key.length) return false
    for (let i = 0; i < key.length; i++) if (this.#keys[from + i] !== key.charCodeAt(i)) return false
    return true
  }

  #growSlots(): void {
    const old = this.#slots
    this.#slotMask = 2 * this.#slotMask + 1
    this.#slots = new Int32Array(2 * (this.#slotMask + 1))
    this.#filterMask = ((this.#slotMask + 1) >>> 4) - 1
    this.#filter = new Int32Array(this.#filterMask + 1)
    for (let i = 0; i < old.length; i += 2) {
      const [hash = 0, id = 0] = [old[i], old[i + 1]]
      if (id === 0) continue
      let slot = spread(hash) & this.#slotMask
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#slotMask
      this.#slots[2 * slot] = hash
      this.#slots[2 * slot + 1] = id
      this.#setFilter(hash)
    }
  }

  #setFilter(hash: number): void {
    const bit = Math.imul(hash, golden) >>> 8
    const word = (bit >>> 5) & this.#filterMask
    this.#filter[word] = (this.#filter[word] ?? 0) | (1 << (bit & 31))
  }
}
