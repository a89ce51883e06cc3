import { numberFields } from '#domain/query-fields.ts'
import { placeOf } from './expressions.ts'
import { Frequencies, type Learned } from './frequencies.ts'
import { hashPrime, hashSeed } from './hash.ts'
import { keysOf, lengthOfKey, nameKey, neededKeys, phraseKey, wordsOf } from './literal-keys.ts'
import { Literals, literalState } from './literals.ts'
import { namespaceLetters } from './namespaces.ts'
import { Narrowings } from './narrowings.ts'
import { Phrases } from './phrases.ts'
import { Places, type PlaceTest } from './places.ts'
import type { Expression } from './plan-query.ts'
import { Prefixes } from './prefixes.ts'
import { priorOf } from './prior.ts'
import { type FieldLeaf, leavesOf, type NearTree, type QueryTree, type WindowLeaf } from './query-tree.ts'
import { Thresholds } from './thresholds.ts'
import { grownUnitsTo } from './typed-arrays.ts'

const scopePrefix = `${namespaceLetters.scope}:`

/** Sizes known before, so that nothing has to grow while it is filled. */
export type ExpectedWords = { literals: number; units: number; edges: number }

/** All that queries ask for: words and names with what hangs off them, and queries as expressions over them. */
export class Vocabulary {
  readonly literals = new Literals()
  readonly phrases = new Phrases()
  readonly prefixes = new Prefixes()
  readonly places = new Places()
  readonly narrowings = new Narrowings()
  readonly followers = new Thresholds()
  readonly ratings = new Thresholds()
  readonly frequencies = new Frequencies()
  readonly #scopes = new Set<number>()
  #units = new Uint16Array(1 << 8);

  *reserve(expected: ExpectedWords): Generator<void, void> {
    yield* this.literals.reserve(expected)
    yield
    yield* this.phrases.reserve(expected.edges, expected.literals)
  }

  /** The literal of a key, made with all that it needs when it is new. */
  literalOf(key: string): number {
    const hash = this.#load(key)
    const known = this.literals.find(hash, this.#units, 0, key.length, 0)
    if (known !== 0) return known
    const literal = this.literals.intern(hash, this.#units, 0, key.length)
    this.frequencies.introduce(literal, key)
    this.#furnish(literal, key)
    return literal
  }

  /** How often the literal of a key stands in a post: counted where it is known, else guessed. */
  shareOfKey(key: string): number {
    const literal = this.find(key)
    return literal === 0 ? priorOf(key) : this.frequencies.shareOf(literal)
  }

  /** What was counted of the commonest literals; after a compaction those have the lowest ids. */
  learned(wordsMax: number): Learned {
    const { literals, frequencies } = this
    const length = Math.min(wordsMax, literals.count - 1)
    const words = Array.from({ length }, (_, i) => frequencies.learnedOf(i + 1, literals.keyOf(i + 1)))
    return { posts: frequencies.countedPosts, words }
  }

  /** 0 when there is none. */
  find(key: string): number {
    return this.literals.find(this.#load(key), this.#units, 0, key.length, 0)
  }

  /** A query that is asked of the posts of one scope only. */
  scopedExpressionOf(tree: QueryTree, scope: string): Expression {
    return joined('and', [this.literalOf(nameKey('scope', scope)), this.expressionOf(tree)])
  }

  /** The literal of the scope that such a query begins with, and the query itself; 0 when it has none. */
  withoutScope(expression: Expression): { scope: number; query: Expression } {
    if (typeof expression === 'number' || expression.kind !== 'and') return { scope: 0, query: expression }
    const [scope, ...children] = expression.children
    if (typeof scope !== 'number' || !this.#scopes.has(scope)) return { scope: 0, query: expression }
    return { scope, query: joined('and', children) }
  }

  expressionOf(tree: QueryTree): Expression {
    switch (tree.kind) {
      case 'and':
      case 'or':
        return joined(
          tree.kind,
          tree.children.map((child) => this.expressionOf(child)),
        )
      case 'not':
        return { kind: 'not', child: this.expressionOf(tree.child) }
      case 'near':
        return this.#placeOf(this.#nearOf(tree))
      case 'window':
        return this.#windowOf(tree)
      case 'field':
        if (numberFields.includes(tree.name)) return this.#numbersOf(tree)
        return this.#anyOf(keysOf(tree))
      default:
        return this.#anyOf(keysOf(tree))
    }
  }

  /** Asks for a test of positions, and for the positions that it needs. */
  testOf(test: PlaceTest): number {
    const { state } = this.literals
    for (const literal of test.kind === 'near' ? [...test.left, ...test.right] : test.words) {
      state[literal] = (state[literal] ?? 0) | literalState.isPlaced
      this.places.want(literal, lengthOfKey(this.literals.keyOf(literal)))
    }
    return this.places.add(test)
  }

  get bytes(): number {
    const { literals, phrases, places, narrowings, frequencies } = this
    return literals.bytes + phrases.bytes + places.bytes + narrowings.bytes + frequencies.bytes
  }

  #load(key: string): number {
    this.#units = grownUnitsTo(this.#units, key.length)
    let hash = hashSeed
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i)
      this.#units[i] = unit
      hash = Math.imul(hash ^ unit, hashPrime)
    }
    return hash
  }

  #furnish(literal: number, key: string): void {
    const sign = key.charAt(0)
    const needed = neededKeys(key).map((one) => this.literalOf(one))
    if (sign === '"') this.phrases.add(needed, literal, this.literals)
    else if (sign === '=' || sign === '^') this.#narrow(needed[0] ?? 0, literal, key)
    else if (key.startsWith(scopePrefix)) this.#scopes.add(literal)
    else if (key.startsWith('f:>')) this.followers.add(key.slice(2), literal)
    else if (key.startsWith('r:>')) this.ratings.add(key.slice(2), literal)
    else if (key.endsWith('*')) {
      this.#load(key)
      this.prefixes.add(this.#units, 0, key.length - 1)
    }
  }

  #narrow(base: number, literal: number, key: string): void {
    const isTitle = key.startsWith('^')
    this.narrowings.add(base, { literal, raw: isTitle ? undefined : key.slice(1).split(' '), isTitle })
    const { state } = this.literals
    state[base] = (state[base] ?? 0) | literalState.isNarrowed
  }

  #anyOf(keys: readonly string[]): Expression {
    return joined(
      'or',
      keys.map((key) => this.literalOf(key)),
    )
  }

  #placeOf(test: PlaceTest): Expression {
    return placeOf(this.testOf(test), this.places)
  }

  #nearOf({ left, right, distance, isOrdered }: NearTree): PlaceTest {
    const literalsOf = (side: QueryTree): number[] => [
      ...new Set(
        leavesOf(side).flatMap((leaf) =>
          leaf.kind === 'window' ? [] : keysOf(leaf).map((key) => this.literalOf(key)),
        ),
      ),
    ]
    return { kind: 'near', left: literalsOf(left), right: literalsOf(right), distance, isOrdered }
  }

  /** A window of one word is that word. */
  #windowOf({ text, distance }: WindowLeaf): Expression {
    const words = wordsOf(text)
    if (words.length === 1) return this.literalOf(phraseKey(words))
    const times = new Map<number, number>()
    for (const word of words) {
      const literal = this.literalOf(word)
      times.set(literal, (times.get(literal) ?? 0) + 1)
    }
    const size = words.length + distance
    return this.#placeOf({ kind: 'window', words: [...times.keys()], times: [...times.values()], size })
  }

  #numbersOf({ name, values }: FieldLeaf): Expression {
    const field = name === 'rating' ? 'rating' : 'followers'
    return joined(
      'or',
      values.map((value) => {
        const { from, notFrom } = boundsOf(value)
        const least = this.literalOf(nameKey(field, from))
        if (notFrom === undefined) return least
        return joined('and', [least, { kind: 'not', child: this.literalOf(nameKey(field, notFrom)) }])
      }),
    )
  }
}

/** `100..500` → at least 100, not more than 500; every comparison is one or two of "at least" and "more than". */
export function boundsOf(value: string): { from: string; notFrom?: string } {
  const [, sign = '', low = '', high] = /^(>=|<=|>|<|)(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?$/.exec(value) ?? []
  switch (sign) {
    case '>=':
    case '>':
      return { from: `${sign}${low}` }
    case '<':
      return { from: '>=0', notFrom: `>=${low}` }
    case '<=':
      return { from: '>=0', notFrom: `>${low}` }
    default:
      return { from: `>=${low}`, notFrom: `>${high ?? low}` }
  }
}

/** One expression for several; a group inside a group of its kind is opened, so that a list of words stays a list. */
function joined(kind: 'and' | 'or', children: readonly Expression[]): Expression {
  const opened: Expression[] = []
  for (const child of children) {
    if (typeof child === 'object' && child.kind === kind) opened.push(...child.children)
    else opened.push(child)
  }
  const [only] = opened
  return opened.length === 1 && only !== undefined ? only : { kind, children: opened }
}
