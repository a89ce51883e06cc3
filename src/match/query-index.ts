import { assert } from '#base/assert.ts'
import { Frequencies } from './frequencies.ts'
import { keysOf, type LiteralKey } from './literal-keys.ts'
import { Literals, literalState } from './literals.ts'
import { Phrases } from './phrases.ts'
import { type Expression, type Plan, planQuery } from './plan-query.ts'
import { type Posting, Postings } from './postings.ts'
import { Prefixes } from './prefixes.ts'
import { Presence } from './presence.ts'
import { Programs } from './programs.ts'
import type { QueryTree } from './query-tree.ts'
import type { Scanner } from './scanner.ts'
import { grownTo } from './typed-arrays.ts'

const { present, hasPostings } = literalState

/** Stamps count posts; at this one they begin anew. A removed query carries the stamp that no post reaches. */
const stampMax = 0x7ffffffe
const removedStamp = 0x7fffffff

/** A plan with the literals to mark in a post that matches. */
export type MarkedPlan = Plan & { positives: ReadonlySet<number> }

/**
 * All queries, laid out for one question: which of them does this post match? Queries have numbers here, given in the order
 * they are added and never again. A new generation with everything in better order is made by `compactIndex`.
 */
export class QueryIndex {
  readonly literals = new Literals()
  readonly frequencies = new Frequencies()
  readonly presence: Presence
  queryCount = 0
  matches = new Int32Array(1 << 8)
  readonly work = { posts: 0, postings: 0, programs: 0, matches: 0 }
  readonly #phrases = new Phrases()
  readonly #prefixes = new Prefixes()
  readonly #postings = new Postings()
  readonly #programs = new Programs()
  /** The post in which a query was found last: it is reported once, however many of its anchors are present. */
  #stamps = new Int32Array(1 << 8)
  #stamp = 0
  /** For each query where its positive literals begin in one long list: what to mark in a post. */
  #positiveStart = new Int32Array(1 << 8)
  #positives = new Int32Array(1 << 8)
  #markedFor = new Int32Array(1 << 10)
  #marks = 0

  constructor(scanner: Scanner) {
    this.presence = new Presence({ scanner, literals: this.literals, phrases: this.#phrases, prefixes: this.#prefixes })
  }

  /** Adds a query and returns its number. */
  add(tree: QueryTree): number {
    const plan = this.plan(tree)
    const posting = this.prepare(plan)
    for (const anchor of plan.anchors) this.#postings.add(anchor, posting)
    this.#announce(plan.anchors)
    return posting.query
  }

  /** Everything about a planned query but its place in the lists of its anchors. */
  prepare(plan: MarkedPlan): Posting {
    const query = this.queryCount++
    this.#stamps = grownTo(this.#stamps, this.queryCount)
    this.matches = grownTo(this.matches, this.queryCount)
    this.#keepPositives(query, plan.positives)
    return { query, guard: plan.guard, program: this.#programs.compile(plan.clauses) }
  }

  plan(tree: QueryTree): MarkedPlan {
    const positives = new Set<number>()
    const plan = planQuery(this.#intern(tree, positives), (literal) => this.frequencies.shareOf(literal))
    assert(plan, 'a query without an anchor is refused by the parser')
    return { ...plan, positives }
  }

  /** Puts the postings of many queries in their places at once. */
  lay(lists: ReadonlyMap<number, readonly Posting[]>): void {
    this.#postings.lay(lists)
    this.#announce(lists.keys())
  }

  /** The query is never found again; its room comes back at the next compaction. */
  remove(query: number): void {
    this.#stamps[query] = removedStamp
  }

  /**
   * Finds the queries that what the scanner has read matches, and puts their numbers into `matches`. Presence is not
   * cleared: marking comes first.
   */
  find(): number {
    this.presence.mark()
    const { seen, seenCount } = this.presence
    this.frequencies.note(seen, seenCount)
    if (++this.#stamp >= stampMax) this.#restartStamps()
    const { state } = this.literals
    // Nothing guards a query whose guard is literal 0: it is always present.
    state[0] = present
    let count = 0
    for (let i = 0; i < seenCount; i++) {
      const literal = seen[i] ?? 0
      if (((state[literal] ?? 0) & hasPostings) !== 0) count = this.#ask(literal, count)
    }
    this.work.posts++
    this.work.matches += count
    return count
  }

  /** Calls `mark` with the first and last entry of every place where a positive literal of the query stands. */
  eachHit(query: number, mark: (first: number, last: number) => void): void {
    this.#markedFor = grownTo(this.#markedFor, this.literals.count)
    this.#marks++
    const end = this.#positiveStart[query + 1] ?? 0
    for (let i = this.#positiveStart[query] ?? 0; i < end; i++) this.#markedFor[this.#positives[i] ?? 0] = this.#marks
    const { hits, hitCount } = this.presence
    for (let i = 0; i < 3 * hitCount; i += 3) {
      if (this.#markedFor[hits[i] ?? 0] === this.#marks) mark(hits[i + 1] ?? 0, hits[i + 2] ?? 0)
    }
  }

  get postingCount(): number {
    return this.#postings.count
  }

  get bytes(): number {
    const parts = [this.literals, this.frequencies, this.#phrases, this.#postings, this.#programs]
    const arrays = [this.matches, this.#stamps, this.#positiveStart, this.#positives, this.#markedFor]
    return parts.reduce((sum, part) => sum + part.bytes, 0) + arrays.reduce((sum, array) => sum + array.byteLength, 0)
  }

  /** Goes through the queries that hang on one literal: first those laid out in a row, then those added since. */
  #ask(literal: number, found: number): number {
    const { rows, rowOf, added, firstAdded } = this.#postings
    let count = found
    const row = rowOf[literal] ?? 0
    const length = row === 0 ? 0 : (rows[row] ?? 0)
    for (let at = row + 1, end = at + 3 * length; at < end; at += 3) {
      const query = rows[at] ?? 0
      if (this.#holds(query, rows[at + 1] ?? 0, rows[at + 2] ?? 0)) this.matches[count++] = query
    }
    this.work.postings += length
    for (let entry = firstAdded[literal] ?? 0; entry !== 0; entry = added[4 * entry + 3] ?? 0) {
      const query = added[4 * entry] ?? 0
      if (this.#holds(query, added[4 * entry + 1] ?? 0, added[4 * entry + 2] ?? 0)) this.matches[count++] = query
      this.work.postings++
    }
    return count
  }

  /** Guard, stamp, program: the innermost step of the product, cheapest question first. */
  #holds(query: number, guard: number, program: number): boolean {
    const { state } = this.literals
    if ((state[guard] ?? 0) < present || (this.#stamps[query] ?? 0) >= this.#stamp) return false
    if (program !== 0) {
      this.work.programs++
      if (!this.#programs.run(program, state)) return false
    }
    this.#stamps[query] = this.#stamp
    return true
  }

  #announce(anchors: Iterable<number>): void {
    const { state } = this.literals
    for (const anchor of anchors) state[anchor] = (state[anchor] ?? 0) | hasPostings
  }

  #restartStamps(): void {
    this.#stamp = 1
    for (let i = 0; i < this.#stamps.length; i++) if (this.#stamps[i] !== removedStamp) this.#stamps[i] = 0
  }

  /** Puts the literals that speak for a match, not against it, into `positives`. */
  #intern(tree: QueryTree, positives: Set<number>, isNegated = false): Expression {
    switch (tree.kind) {
      case 'and':
      case 'or':
        return { kind: tree.kind, children: tree.children.map((child) => this.#intern(child, positives, isNegated)) }
      case 'not':
        return { kind: 'not', child: this.#intern(tree.child, positives, !isNegated) }
      default: {
        const literals = keysOf(tree).map((key) => this.#internKey(key))
        if (!isNegated) for (const literal of literals) positives.add(literal)
        const [first = 0, ...others] = literals
        return others.length === 0 ? first : { kind: 'or', children: [first, ...others] }
      }
    }
  }

  #internKey({ key, words, isPrefix }: LiteralKey): number {
    const literal = this.literals.intern(key)
    this.frequencies.introduce(literal, key)
    if (isPrefix) this.#prefixes.add(key.slice(0, -1))
    if (words.length > 1) {
      const ids = words.map((word) => this.literals.intern(word))
      this.#phrases.add(ids, literal, this.literals)
    }
    return literal
  }

  #keepPositives(query: number, positives: ReadonlySet<number>): void {
    this.#positiveStart = grownTo(this.#positiveStart, query + 2)
    const start = this.#positiveStart[query] ?? 0
    this.#positives = grownTo(this.#positives, start + positives.size)
    this.#positives.set([...positives], start)
    this.#positiveStart[query + 1] = start + positives.size
  }
}
