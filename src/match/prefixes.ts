import type { Entries } from './entries.ts'
import { hashPrime, hashSeed, hashString } from './hash.ts'
import type { Literals } from './literals.ts'

/** Folded units of a prefix, its namespace included: the shortest is found by three units, the lengths fit one bitmap. */
export const prefixUnitsMin = 3
export const prefixUnitsMax = 30

const star = 0x2a
const seed = hashSeed
const prime = hashPrime
const gateMask = 2_047

/**
 * Which prefixes queries ask for (`duurzam*`). A word is probed only when its first three units begin one, and then only
 * at the lengths in use; for all other words this costs one load.
 */
export class Prefixes {
  #gate = new Int32Array(gateMask + 1)
  #lengths = 0
  #longest = 0

  get isEmpty(): boolean {
    return this.#longest === 0
  }

  /** `prefix` is folded and without its star; its literal has the key `prefix*`. */
  add(prefix: string): void {
    this.#lengths |= 1 << prefix.length
    this.#longest = Math.max(this.#longest, prefix.length)
    const hash = hashString(prefix.slice(0, prefixUnitsMin))
    const word = (hash >>> 5) & gateMask
    this.#gate[word] = (this.#gate[word] ?? 0) | (1 << (hash & 31))
  }

  /** Calls `hit` with the literal of every prefix that the entry's key begins with. */
  find(entries: Entries, entry: number, literals: Literals, hit: (literal: number) => void): void {
    const length = Math.min(entries.keyLength[entry] ?? 0, this.#longest)
    if (length < prefixUnitsMin) return
    const { keys } = entries
    const start = entries.keyStart[entry] ?? 0
    let hash = seed
    for (let i = 0; i < prefixUnitsMin; i++) hash = Math.imul(hash ^ (keys[start + i] ?? 0), prime)
    if ((((this.#gate[(hash >>> 5) & gateMask] ?? 0) >>> (hash & 31)) & 1) === 0) return
    for (let size = prefixUnitsMin; size <= length; size++) {
      if (size > prefixUnitsMin) hash = Math.imul(hash ^ (keys[start + size - 1] ?? 0), prime)
      if (((this.#lengths >>> size) & 1) === 0) continue
      const literal = literals.find(Math.imul(hash ^ star, prime), keys, start, size, star)
      if (literal !== 0) hit(literal)
    }
  }
}
