import { hashPrime, hashSeed } from './hash.ts'

/** Folded units of a prefix, its namespace included: the shortest is found by three units, the lengths fit one bitmap. */
export const prefixUnitsMin = 3
export const prefixUnitsMax = 30

export const prefixStar = 0x2a

const [seed, prime] = [hashSeed, hashPrime]

/**
 * Which prefixes queries ask for (`duurzam*`). A word is probed only when its first three units begin one, and then only
 * at the lengths in use; for all other words this costs one load. Both bitmaps are small enough to stay in the nearest cache.
 */
export class Prefixes {
  /** A bit for the last five bits of each of the first three units of every prefix: of Latin letters no two share one. */
  readonly gate = new Int32Array(1 << 10)
  /** A bit for the hash of every prefix, at least sixteen bits for each. */
  filter = new Int32Array(1 << 6)
  /** A bit for every length in use. */
  lengths = 0
  longest = 0
  readonly #hashes: number[] = []

  /** `length` units of `keys` are the prefix without its star; its literal has the star behind it. */
  add(keys: Uint16Array, start: number, length: number): void {
    this.lengths |= 1 << length
    this.longest = Math.max(this.longest, length)
    const word = (((keys[start] ?? 0) & 31) << 5) | ((keys[start + 1] ?? 0) & 31)
    this.gate[word] = (this.gate[word] ?? 0) | (1 << ((keys[start + 2] ?? 0) & 31))
    let hash = seed
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (keys[start + i] ?? 0), prime)
    this.#hashes.push(hash)
    if (this.#hashes.length > 2 * this.filter.length) {
      this.filter = new Int32Array(4 * this.filter.length)
      for (const one of this.#hashes) this.#setFilter(one)
    } else this.#setFilter(hash)
  }

  #setFilter(hash: number): void {
    const bit = hash ^ (hash >>> 15)
    const word = (bit >>> 5) & (this.filter.length - 1)
    this.filter[word] = (this.filter[word] ?? 0) | (1 << (bit & 31))
  }
}
