import { type Literals, literalState } from './literals.ts'
import { bytesOf, grownTo, sharedCopy } from './typed-arrays.ts'

export type SharedPhrases = {
  edges: Int32Array<ArrayBuffer>
  mask: number
  endOf: Int32Array<ArrayBuffer>
  pairs: Int32Array<ArrayBuffer>
  rootOf: Int32Array<ArrayBuffer>
}

/**
 * The phrases of all queries as one trie over literal ids: from a node, by the id of the next word, to a node. Every word
 * that begins a phrase has a root node of its own, so that the first step is one load. The edges of all nodes share one
 * open-addressing table of (node, literal, next) triples.
 */
export class Phrases {
  #edges = new Int32Array(3 << 10)
  #mask = (1 << 10) - 1
  #edgeCount = 0
  #nodeCount = 1
  /** For each node the literal of the phrase that ends there, or 0. */
  #endOf = new Int32Array(1 << 10)
  /** A bit for the first two words of every phrase; two words that meet are nearly always no phrase. */
  #pairs = new Int32Array(1 << 8)
  /** By literal: the node behind it when it is the first word. */
  #rootOf = new Int32Array(1 << 10);

  /** Room for so many edges between so many literals, while there are none. */
  *reserve(edges: number, literals: number): Generator<void, void> {
    const size = 2 ** Math.ceil(Math.log2(2 * edges + 1_000))
    this.#edges = new Int32Array(3 * size)
    this.#mask = size - 1
    yield
    this.#endOf = new Int32Array(2 * edges + 64)
    this.#pairs = new Int32Array(size >> 2)
    this.#rootOf = new Int32Array(literals + 64)
  }

  /** Adds a phrase of two or more words, which the literal `phrase` stands for. */
  add(words: readonly number[], phrase: number, literals: Literals): void {
    const first = words[0] ?? 0
    this.#rootOf = grownTo(this.#rootOf, first + 1)
    if (this.#rootOf[first] === 0) this.#rootOf[first] = this.#addNode()
    let node = this.#rootOf[first] ?? 0
    for (let i = 1; i < words.length; i++) {
      const word = words[i] ?? 0
      node = this.next(node, word) || this.#addEdge(node, word)
    }
    // Last: a table that grew meanwhile has set the pairs anew, of the edges that stood by then.
    this.#setPair(first, words[1] ?? 0)
    this.#endOf[node] = phrase
    literals.state[first] = (literals.state[first] ?? 0) | literalState.startsPhrase
  }

  /** False when no phrase begins with these two words; true when one may. */
  mayBegin(first: number, second: number): boolean {
    const bit = Math.imul(Math.imul(first, 31) + second, 0x9e3779b1) >>> 5
    const pairs = this.#pairs
    return (((pairs[(bit >>> 5) & (pairs.length - 1)] ?? 0) >>> (bit & 31)) & 1) !== 0
  }

  /** The node behind a word that begins a phrase. */
  rootOf(word: number): number {
    return this.#rootOf[word] ?? 0
  }

  /** The node behind `node` when `word` follows, or 0 when no phrase goes on like that. */
  next(node: number, word: number): number {
    const edges = this.#edges
    const mask = this.#mask
    let slot = (Math.imul(node * 31 + word, 0x9e3779b1) >>> 7) & mask
    for (;;) {
      const to = edges[3 * slot + 2] ?? 0
      if (to === 0 || (edges[3 * slot] === node && edges[3 * slot + 1] === word)) return to
      slot = (slot + 1) & mask
    }
  }

  phraseAt(node: number): number {
    return this.#endOf[node] ?? 0
  }

  /** What other threads need to find with it. */
  share(): SharedPhrases {
    const [edges, endOf] = [sharedCopy(this.#edges), sharedCopy(this.#endOf)]
    return { edges, mask: this.#mask, endOf, pairs: sharedCopy(this.#pairs), rootOf: sharedCopy(this.#rootOf) }
  }

  adopt({ edges, mask, endOf, pairs, rootOf }: SharedPhrases): void {
    this.#edges = edges
    this.#mask = mask
    this.#endOf = endOf
    this.#pairs = pairs
    this.#rootOf = rootOf
  }

  get edgeCount(): number {
    return this.#edgeCount
  }

  get bytes(): number {
    return bytesOf([this.#edges, this.#endOf, this.#rootOf, this.#pairs])
  }

  #setPair(first: number, second: number): void {
    const bit = Math.imul(Math.imul(first, 31) + second, 0x9e3779b1) >>> 5
    const word = (bit >>> 5) & (this.#pairs.length - 1)
    this.#pairs[word] = (this.#pairs[word] ?? 0) | (1 << (bit & 31))
  }

  #addNode(): number {
    this.#endOf = grownTo(this.#endOf, this.#nodeCount + 1)
    return this.#nodeCount++
  }

  #addEdge(node: number, word: number): number {
    const to = this.#addNode()
    if (2 * ++this.#edgeCount > this.#mask) this.#grow()
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
    this.#pairs = new Int32Array(2 * this.#pairs.length)
    const firstOf = new Int32Array(this.#nodeCount)
    for (let word = 0; word < this.#rootOf.length; word++) {
      const root = this.#rootOf[word] ?? 0
      if (root !== 0) firstOf[root] = word
    }
    for (let i = 0; i < old.length; i += 3) {
      const first = firstOf[old[i] ?? 0] ?? 0
      if (old[i + 2] !== 0 && first !== 0) this.#setPair(first, old[i + 1] ?? 0)
    }
  }

  #put(node: number, word: number, to: number): void {
    let slot = (Math.imul(node * 31 + word, 0x9e3779b1) >>> 7) & this.#mask
    while (this.#edges[3 * slot + 2] !== 0) slot = (slot + 1) & this.#mask
    this.#edges[3 * slot] = node
    this.#edges[3 * slot + 1] = word
    this.#edges[3 * slot + 2] = to
  }
}
