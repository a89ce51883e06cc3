import { priorOf } from './prior.ts'
import { grownTo } from './typed-arrays.ts'

/** Every how manieth post is counted once there are enough. */
const sampleEvery = 16
const countAllUntil = 4_000

/** After this many counted posts all counts are halved, so that yesterday weighs half of today. */
const halveAt = 100_000

/** How many posts a guess is worth: after these the counts weigh more than the prior. */
const priorWeight = 300

/** How often each literal stands in a post. Where to index a query is decided by this alone, and matters more than any other choice. */
export class Frequencies {
  countedPosts = 0
  #posts = 0
  #counts = new Int32Array(1 << 10)
  #priors: number[] = []

  note(seen: Int32Array, seenCount: number): void {
    if (this.#posts++ % sampleEvery !== 0 && this.countedPosts >= countAllUntil) return
    if (++this.countedPosts > halveAt) this.#halve()
    for (let i = 0; i < seenCount; i++) {
      const literal = seen[i] ?? 0
      if (literal >= this.#counts.length) this.#counts = grownTo(this.#counts, literal + 1)
      this.#counts[literal] = (this.#counts[literal] ?? 0) + 1
    }
  }

  /** Tells the key of a literal, from which its frequency is guessed while there is little to count. */
  introduce(literal: number, key: string): void {
    this.#priors[literal] ??= priorOf(key)
  }

  /** The share of posts that the literal stands in. */
  shareOf(literal: number): number {
    return (
      ((this.#counts[literal] ?? 0) + priorWeight * (this.#priors[literal] ?? 0)) / (this.countedPosts + priorWeight)
    )
  }

  countOf(literal: number): number {
    return this.#counts[literal] ?? 0
  }

  /** Takes over what another set of literals has learned: `from` gives for each of ours the id it had there. */
  inherit(older: Frequencies, from: readonly number[]): void {
    this.countedPosts = older.countedPosts
    this.#counts = new Int32Array(Math.max(1 << 10, from.length))
    from.forEach((id, literal) => {
      this.#counts[literal] = older.countOf(id)
    })
  }

  get bytes(): number {
    return this.#counts.byteLength + 8 * this.#priors.length
  }

  #halve(): void {
    this.countedPosts >>= 1
    for (let i = 0; i < this.#counts.length; i++) this.#counts[i] = (this.#counts[i] ?? 0) >> 1
  }
}
