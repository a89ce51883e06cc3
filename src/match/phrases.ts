import { type Literals, literalState } from './literals.ts'

/**
 * The phrases of all queries as one trie over literal ids: from a node, by the id of the next word, to a node. Node 0 is
 * the root. The edges of all nodes share one open-addressing table of (node, literal, next) triples.
 */
export class Phrases {
  #edges = new Int32Array(3 << 10)
  #mask = (1 << 10) - 1
  /** For each node the literal of the phrase that ends there, or 0. */
  #endOf: number[] = [0]

  /** Adds a phrase of two or more words, which the literal `phrase` stands for. */
  add(words: readonly number[], phrase: number, literals: Literals): void {
    let node = 0
    for (const word of words) node = this.next(node, word) || this.#addEdge(node, word)
    this.#endOf[node] = phrase
    const first = words[0] ?? 0
    literals.state[first] = (literals.state[first] ?? 0) | literalState.startsPhrase
  }

  /** The node behind `node` when `word` follows, or 0 when no phrase goes on like that. */
  next(node: number, word: number): number {
    const edges = this.#edges
    let slot = this.#slotOf(node, word)
    for (;;) {
      const to = edges[3 * slot + 2] ?? 0
      if (to === 0 || (edges[3 * slot] === node && edges[3 * slot + 1] === word)) return to
      slot = (slot + 1) & this.#mask
    }
  }

  phraseAt(node: number): number {
    return this.#endOf[node] ?? 0
  }

  get bytes(): number {
    return this.#edges.byteLength + 8 * this.#endOf.length
  }

  #addEdge(node: number, word: number): number {
    const to = this.#endOf.push(0) - 1
    if (2 * to > this.#mask) this.#grow()
    this.#put(node, word, to)
    return to
  }

  #grow(): void {
    const old = this.#edges
    this.#mask = 2 * this.#mask + 1
    this.#edges = new Int32Array(3 * (this.#mask + 1))
    for (let i = 0; i < old.length; i += 3) {
      if (old[i + 2] !== 0) this.#put(old[i] ?? 0, old[i + 1] ?? 0, old[i + 2] ?? 0)
    }
  }

  #put(node: number, word: number, to: number): void {
    let slot = this.#slotOf(node, word)
    while (this.#edges[3 * slot + 2] !== 0) slot = (slot + 1) & this.#mask
    this.#edges[3 * slot] = node
    this.#edges[3 * slot + 1] = word
    this.#edges[3 * slot + 2] = to
  }

  #slotOf(node: number, word: number): number {
    return (Math.imul(node * 31 + word, 0x9e3779b1) >>> 7) & this.#mask
  }
}
