import type { Entries } from './entries.ts'
import { hashPrime, hashSeed, hashString } from './hash.ts'
import type { Literals } from './literals.ts'

/** Folded units of a prefix, its namespace included: the shortest is found by three units, the lengths fit one bitmap. */
export const prefixUnitsMin = 3
export const prefixUnitsMax = 30

const star = 0x2a
const gateMask = 2_047

/**
 * Which prefixes queries ask for (`duurzam*`). A word is probed only when its first three units begin one, and then only
 * at the lengths in use; for all other words this costs one load.
 */
export class Prefixes {
  #gate = new Int32Array(gateMask + 1)
  #lengths = 0
  #longest = 0
  #scratch = new Uint16Array(prefixUnitsMax + 2)

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
    const start = entries.keyStart[entry] ?? 0
    const length = entries.keyLength[entry] ?? 0
    if (length < prefixUnitsMin) return
    let hash = hashSeed
    for (let i = 0; i < prefixUnitsMin; i++) hash = Math.imul(hash ^ (entries.keys[start + i] ?? 0), hashPrime)
    if ((((this.#gate[(hash >>> 5) & gateMask] ?? 0) >>> (hash & 31)) & 1) === 0) return
    const scratch = this.#copyKey(entries, start, Math.min(length, this.#longest))
    for (let size = prefixUnitsMin; size <= Math.min(length, this.#longest); size++) {
      if (size > prefixUnitsMin) hash = Math.imul(hash ^ (scratch[size - 1] ?? 0), hashPrime)
      if (((this.#lengths >>> size) & 1) === 0) continue
      const letter = scratch[size] ?? 0
      scratch[size] = star
      const literal = literals.find(Math.imul(hash ^ star, hashPrime), scratch, 0, size + 1)
      scratch[size] = letter
      if (literal !== 0) hit(literal)
    }
  }

  #copyKey(entries: Entries, start: number, length: number): Uint16Array {
    for (let i = 0; i < length; i++) this.#scratch[i] = entries.keys[start + i] ?? 0
    return this.#scratch
  }
}
