import { priorOf } from './prior.ts'
import { bytesOf, grownTo } from './typed-arrays.ts'

/** Every how manieth post is counted once there are enough. */
const sampleEvery = 16
const countAllUntil = 4_000

/** After this many counted posts all counts are halved, so that yesterday weighs half of today. */
const halveAt = 100_000

/** How many posts a guess is worth: after these the counts weigh more than the prior. */
const priorWeight = 300

/** Priors are kept as millionths. */
const million = 1_000_000

/** What was counted, by the key of a literal: in how many posts it stood, of how many that were counted since it was asked for. */
export type Learned = { posts: number; words: readonly LearnedWord[] }
export type LearnedWord = readonly [key: string, count: number, of: number]

/** How often each literal stands in a post. Where to index a query is decided by this alone, and matters more than any other choice. */
export class Frequencies {
  countedPosts = 0
  /** False where nobody will ever lay anything out by it. */
  isLearning = true
  #posts = 0
  #counts = new Int32Array(1 << 10)
  #priors = new Int32Array(1 << 10)
  /** The posts that were counted before the literal came: of those nobody knows whether it stood in them. */
  #since = new Int32Array(1 << 10)
  #learned = new Map<string, LearnedWord>()

  /** Goes on where an earlier run stopped, for the literals that come from now on. */
  learn({ posts, words }: Learned): void {
    this.countedPosts = posts
    this.#learned = new Map(words.map((word) => [word[0], word]))
  }

  /** Whether the post at hand is one of those that are counted. */
  isCounted(): boolean {
    return this.isLearning && (this.#posts++ % sampleEvery === 0 || this.countedPosts < countAllUntil)
  }

  note(seen: Int32Array, seenCount: number): void {
    if (++this.countedPosts > halveAt) this.#halve()
    for (let i = 0; i < seenCount; i++) {
      const literal = seen[i] ?? 0
      if (literal >= this.#counts.length) this.#counts = grownTo(this.#counts, literal + 1)
      this.#counts[literal] = (this.#counts[literal] ?? 0) + 1
    }
  }

  /** Tells the key of a new literal: what was learned of it, and from what its frequency is guessed while there is little to count. */
  introduce(literal: number, key: string): void {
    this.#reserve(literal + 1)
    const [, count, of] = this.#learned.get(key) ?? [key, 0, 0]
    this.#priors[literal] = Math.round(million * priorOf(key))
    this.#counts[literal] = count
    this.#since[literal] = this.countedPosts - of
  }

  /** The share of posts that the literal stands in. */
  shareOf(literal: number): number {
    const guessed = (priorWeight / million) * (this.#priors[literal] ?? 0)
    return ((this.#counts[literal] ?? 0) + guessed) / (this.#countedWith(literal) + priorWeight)
  }

  countOf(literal: number): number {
    return this.#counts[literal] ?? 0
  }

  learnedOf(literal: number, key: string): LearnedWord {
    return [key, this.countOf(literal), this.#countedWith(literal)]
  }

  /** Makes room for so many literals, and goes on counting where another set of them stopped. */
  follow(older: Frequencies, literals: number): void {
    this.countedPosts = older.countedPosts
    this.#posts = older.#posts
    this.#learned = older.#learned
    this.#reserve(literals)
  }

  /** What is known of a literal goes with it to its new id. */
  inherit(literal: number, older: Frequencies, olderLiteral: number): void {
    this.#reserve(literal + 1)
    this.#counts[literal] = older.#counts[olderLiteral] ?? 0
    this.#priors[literal] = older.#priors[olderLiteral] ?? 0
    this.#since[literal] = older.#since[olderLiteral] ?? 0
  }

  get bytes(): number {
    return bytesOf([this.#counts, this.#priors, this.#since])
  }

  #countedWith(literal: number): number {
    return this.countedPosts - (this.#since[literal] ?? 0)
  }

  #reserve(literals: number): void {
    this.#counts = grownTo(this.#counts, literals)
    this.#priors = grownTo(this.#priors, literals)
    this.#since = grownTo(this.#since, literals)
  }

  #halve(): void {
    this.countedPosts >>= 1
    for (let i = 0; i < this.#counts.length; i++) {
      this.#counts[i] = (this.#counts[i] ?? 0) >> 1
      this.#since[i] = (this.#since[i] ?? 0) >> 1
    }
    // What an earlier run knew is too old by now.
    this.#learned = new Map()
  }
}
