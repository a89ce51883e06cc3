/**
 * What was worked out once for a key, kept. It holds at most twice `most`: full, it puts what it has aside, and takes back from there
 * what is asked for again. So a stranger's texts cannot fill the machine, and common words stay.
 */
export class Memory<Key, Value> {
  readonly #most: number
  readonly #workOut: (key: Key) => Value
  #known = new Map<Key, Value>()
  #aside = new Map<Key, Value>()

  constructor(most: number, workOut: (key: Key) => Value) {
    this.#most = most
    this.#workOut = workOut
  }

  of(key: Key): Value {
    return this.#known.get(key) ?? this.#remember(key)
  }

  #remember(key: Key): Value {
    if (this.#known.size >= this.#most) {
      this.#aside = this.#known
      this.#known = new Map()
    }
    const value = this.#aside.get(key) ?? this.#workOut(key)
    this.#known.set(key, value)
    return value
  }
}
