import { bytesOf, grownBytesTo, grownTo, sharedCopy } from './typed-arrays.ts'

/** Most words between the two sides of a NEAR, and most others inside a window. */
export const nearMax = 50

/** What is asked of positions: two sides near each other, or all words of a window close together. */
export type PlaceTest =
  | { kind: 'near'; left: number[]; right: number[]; distance: number; isOrdered: boolean }
  /** `words` without repetition; `times[i]` says how often the word must stand there, `size` how many positions there are. */
  | { kind: 'window'; words: number[]; times: number[]; size: number }

export type SharedPlaces = {
  tests: PlaceTest[]
  firstOf: Int32Array<ArrayBuffer>
  lengthOf: Uint8Array<ArrayBuffer>
}

/**
 * Where the literals stand that some NEAR or window asks for, and what those tests say of the post at hand. Occurrences hang
 * in a list from their literal, the last one first; a test is made when a program first asks for it, and then remembered.
 * Two sides of a NEAR may not overlap: `a NEAR a` needs two of them.
 */
export class Places {
  tests: PlaceTest[] = []
  /** Pairs: position, next occurrence (−1: no more). */
  #occurrences = new Int32Array(1 << 10)
  #occurrenceCount = 0
  /** By literal; of worth only while the literal is present. */
  firstOf = new Int32Array(1 << 10)
  /** By literal: how many positions it covers. */
  #lengthOf = new Uint8Array(1 << 10)
  #askedAt = new Int32Array(1 << 6)
  #answers = new Uint8Array(1 << 6)
  #post = 0
  readonly #numbers = new Map<string, number>()

  /** The number of the test; the same for the same test. */
  add(test: PlaceTest): number {
    const key = JSON.stringify(test)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.tests.push(test) - 1
    this.#numbers.set(key, number)
    this.#askedAt = grownTo(this.#askedAt, number + 1)
    this.#answers = grownBytesTo(this.#answers, number + 1)
    return number
  }

  /** Occurrences of the literal are wanted from now on; it covers `length` positions. */
  want(literal: number, length: number): void {
    this.firstOf = grownTo(this.firstOf, literal + 1)
    this.#lengthOf = grownBytesTo(this.#lengthOf, literal + 1)
    this.#lengthOf[literal] = length
  }

  /** What other threads need to ask the same tests of posts of their own. */
  share(): SharedPlaces {
    return { tests: this.tests, firstOf: this.firstOf, lengthOf: sharedCopy(this.#lengthOf) }
  }

  adopt({ tests, firstOf, lengthOf }: SharedPlaces): void {
    this.tests = tests
    this.firstOf = firstOf
    this.#lengthOf = lengthOf
    this.#askedAt = new Int32Array(tests.length)
    this.#answers = new Uint8Array(tests.length)
  }

  begin(post: number): void {
    if (post < this.#post) this.#askedAt.fill(0)
    this.#post = post
    this.#occurrenceCount = 0
  }

  note(literal: number, position: number, isFirst: boolean): void {
    const at = 2 * this.#occurrenceCount++
    this.#occurrences = grownTo(this.#occurrences, at + 2)
    this.#occurrences[at] = position
    this.#occurrences[at + 1] = isFirst ? -1 : (this.firstOf[literal] ?? -1)
    this.firstOf[literal] = at
  }

  /** `state` says which literals are present. */
  holds(number: number, state: Uint8Array): boolean {
    if (this.#askedAt[number] === this.#post) return this.#answers[number] === 1
    const test = this.tests[number]
    const answer =
      test !== undefined && (test.kind === 'near' ? this.#isNear(test, state) : this.#isWindow(test, state))
    this.#askedAt[number] = this.#post
    this.#answers[number] = answer ? 1 : 0
    return answer
  }

  get bytes(): number {
    const inTests = this.tests.reduce(
      (sum, test) =>
        sum + 8 * (test.kind === 'near' ? test.left.length + test.right.length : 2 * test.words.length) + 80,
      0,
    )
    return inTests + bytesOf([this.#occurrences, this.firstOf, this.#lengthOf, this.#askedAt, this.#answers])
  }

  #isNear(test: PlaceTest & { kind: 'near' }, state: Uint8Array): boolean {
    const { left, right, distance, isOrdered } = test
    for (let i = 0; i < left.length; i++) {
      const a = left[i] ?? 0
      if ((state[a] ?? 0) < 128) continue
      for (let k = 0; k < right.length; k++) {
        const b = right[k] ?? 0
        if ((state[b] ?? 0) < 128) continue
        if (this.#follows(a, b, distance) || (!isOrdered && this.#follows(b, a, distance))) return true
      }
    }
    return false
  }

  /** Whether `b` stands somewhere behind `a` with at most `distance` words between. Both lists run from the end, so one walk does. */
  #follows(a: number, b: number, distance: number): boolean {
    const occurrences = this.#occurrences
    const length = this.#lengthOf[a] ?? 1
    let atB = this.firstOf[b] ?? -1
    for (let atA = this.firstOf[a] ?? -1; atA >= 0; atA = occurrences[atA + 1] ?? -1) {
      const behind = (occurrences[atA] ?? 0) + length
      while (atB >= 0 && (occurrences[atB] ?? 0) > behind + distance) atB = occurrences[atB + 1] ?? -1
      if (atB < 0) return false
      if ((occurrences[atB] ?? 0) >= behind) return true
    }
    return false
  }

  /** Every window that ends at an occurrence of one of the words; positions of one word are counted once each. */
  #isWindow({ words, times, size }: PlaceTest & { kind: 'window' }, state: Uint8Array): boolean {
    for (const word of words) if ((state[word] ?? 0) < 128) return false
    const occurrences = this.#occurrences
    for (const word of words) {
      const heads = words.map((one) => this.firstOf[one] ?? -1)
      for (let at = this.firstOf[word] ?? -1; at >= 0; at = occurrences[at + 1] ?? -1) {
        const last = occurrences[at] ?? 0
        const holdsAll = heads.every((head, i) => {
          let from = head
          while (from >= 0 && (occurrences[from] ?? 0) > last) from = occurrences[from + 1] ?? -1
          heads[i] = from
          return this.#countFrom(from, last - size + 1) >= (times[i] ?? 1)
        })
        if (holdsAll) return true
      }
    }
    return false
  }

  #countFrom(head: number, first: number): number {
    const occurrences = this.#occurrences
    let [count, previous] = [0, -1]
    for (let at = head; at >= 0; at = occurrences[at + 1] ?? -1) {
      const position = occurrences[at] ?? 0
      if (position < first) break
      if (position !== previous) count++
      previous = position
    }
    return count
  }
}
