import { hashPrime, hashSeed } from './hash.ts'

/** Folded units of a prefix, its namespace included: the shortest is found by three units, the lengths fit one bitmap. */
export const prefixUnitsMin = 3
export const prefixUnitsMax = 30

export const prefixStar = 0x2a

const [seed, prime] = [hashSeed, hashPrime]

const golden = 0x9e3779b1

/**
 * Which prefixes queries ask for (`duurzam*`). A word is probed only when its first four units begin one (three, as soon as
 * one prefix is that short), and then only at the lengths in use; for all other words this costs one load. Both bitmaps are
 * small enough to stay in the nearest cache.
 */
export class Prefixes {
  /** A bit for the beginning of every prefix; of Latin letters the last five bits are all that tells them apart. */
  gate = new Int32Array(1 << 10)
  /** Of a hash's 32 bits the gate has a bit for the first fifteen. */
  readonly gateShift = 32 - 15
  /** A bit for the hash of every prefix, at least sixteen bits for each. */
  filter = new Int32Array(1 << 6)
  /** A bit for every length in use. */
  lengths = 0
  longest = 0
  shortest = prefixUnitsMax
  readonly #hashes: number[] = []
  readonly #beginnings: number[] = []

  /** `length` units of `keys` are the prefix without its star; its literal has the star behind it. */
  add(keys: Uint16Array, start: number, length: number): void {
    this.lengths |= 1 << length
    this.longest = Math.max(this.longest, length)
    this.#addBeginning(keys, start, length)
    let hash = seed
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (keys[start + i] ?? 0), prime)
    this.#hashes.push(hash)
    if (this.#hashes.length > 2 * this.filter.length) {
      this.filter = new Int32Array(4 * this.filter.length)
      for (const one of this.#hashes) this.#setFilter(one)
    } else this.#setFilter(hash)
  }

  /** What other threads need to find with it. */
  share() {
    const { gate, filter, lengths, longest, shortest } = this
    return { gate, filter, lengths, longest, shortest }
  }

  #addBeginning(keys: Uint16Array, start: number, length: number): void {
    let beginning = 0
    for (let i = 0; i < 4; i++) beginning = (beginning << 5) | (i < length ? (keys[start + i] ?? 0) & 31 : 0)
    this.#beginnings.push(beginning)
    const isShorter = length < this.shortest
    this.shortest = Math.min(this.shortest, length)
    // With the first prefix of three units the fourth counts for none.
    if (isShorter && length === prefixUnitsMin) {
      this.gate.fill(0)
      for (const one of this.#beginnings) this.#setGate(one)
    } else this.#setGate(beginning)
  }

  #setGate(beginning: number): void {
    const bit = Math.imul(this.shortest > prefixUnitsMin ? beginning : beginning & ~31, golden) >>> this.gateShift
    this.gate[bit >>> 5] = (this.gate[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }

  #setFilter(hash: number): void {
    const bit = hash ^ (hash >>> 15)
    const word = (bit >>> 5) & (this.filter.length - 1)
    this.filter[word] = (this.filter[word] ?? 0) | (1 << (bit & 31))
  }
}
