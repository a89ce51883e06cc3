import { assert } from '#base/assert.ts'
import { rowShift } from './entries.ts'
import { Expressions } from './expressions.ts'
import { literalState } from './literals.ts'
import { type Expression, type Plan, planQuery } from './plan-query.ts'
import type { PostInput } from './post-input.ts'
import { type Posting, Postings } from './postings.ts'
import { Presence } from './presence.ts'
import { Programs } from './programs.ts'
import type { QueryTree } from './query-tree.ts'
import type { Scanner } from './scanner.ts'
import { bytesOf, grownTo } from './typed-arrays.ts'
import { type ExpectedWords, Vocabulary } from './vocabulary.ts'

/** Copies of imports for the inner loops, as in the scanner. */
const { present, hasPostings } = literalState

/** Stamps count posts; at this one they begin anew. A removed query carries the stamp that no post reaches. */
const stampMax = 0x7ffffffe
const removedStamp = 0x7fffffff

export type ExpectedSizes = ExpectedWords & { queries: number; numbers: number; code: number }

/**
 * All queries, laid out for one question: which of them does this post match? Queries have numbers here, given in the order
 * they are added and never again. A new generation with everything in better order is made by `compactIndex`.
 *
 * A post costs what its words cost: for every literal that is present and that some query hangs on, its list is read: is
 * the guard present (one byte), does the program hold (a few), was the query found already. Those arrays are far larger
 * than the processor's cache, so what is read together lies together.
 */
export class QueryIndex {
  readonly words = new Vocabulary()
  readonly presence: Presence
  queryCount = 0
  matches = new Int32Array(1 << 8)
  readonly work = { posts: 0, postings: 0, programs: 0, matches: 0 }
  readonly expressions = new Expressions()
  readonly postings = new Postings()
  readonly programs = new Programs(this.words.places)
  readonly #scanner: Scanner
  /** The post in which a query was found last: it is reported once, however many of its anchors are present. */
  #stamps = new Int32Array(1 << 8)
  #stamp = 0
  /** Of the post at hand: pairs of a row and its length, and the postings in them that passed their guards. */
  #rowsAsked = new Int32Array(1 << 8)
  #candidates = new Int32Array(1 << 10)
  #markedFor = new Int32Array(0)
  #marks = 0
  readonly shareOf = (literal: number): number => this.words.frequencies.shareOf(literal)

  constructor(scanner: Scanner) {
    this.#scanner = scanner
    this.presence = new Presence({ scanner, ...partsOf(this.words) })
  }

  /** Room for all that will come, while nothing is there; an array at a time, because clearing them takes milliseconds. */
  *reserve(expected: ExpectedSizes): Generator<void, void> {
    yield* this.words.reserve(expected)
    yield
    this.expressions.reserve(expected)
    yield
    this.programs.reserve(expected.code)
    this.reserveQueries(expected.queries + 64)
    yield
  }

  /** Adds a query and returns its number. With a scope it is found in the posts of that scope only. */
  add(tree: QueryTree, scope?: string): number {
    const { words } = this
    return this.addExpression(scope === undefined ? words.expressionOf(tree) : words.scopedExpressionOf(tree, scope))
  }

  addExpression(expression: Expression): number {
    const plan = this.plan(expression)
    const posting = this.prepare(expression, plan)
    const { state } = this.words.literals
    for (const anchor of plan.anchors) {
      this.postings.add(anchor, posting)
      state[anchor] = (state[anchor] ?? 0) | hasPostings
    }
    return posting.query
  }

  /** Everything about a planned query but its place in the lists of its anchors. */
  prepare(expression: Expression, plan: Plan): Posting {
    const query = this.queryCount++
    if (this.queryCount > this.#stamps.length) this.reserveQueries(this.queryCount)
    this.expressions.set(query, expression)
    return { query, guard: plan.guard, program: this.programs.compile(plan.clauses, this.shareOf) }
  }

  /** Puts the posting in the rows of its anchors, which `postings.lay` has made room for. */
  layPostings(plan: Plan, posting: Posting): void {
    const { state } = this.words.literals
    for (const anchor of plan.anchors) {
      this.postings.put(anchor, posting)
      state[anchor] = (state[anchor] ?? 0) | hasPostings
    }
  }

  plan(expression: Expression): Plan {
    const { scope, query } = this.words.withoutScope(expression)
    const plan = planQuery(query, this.shareOf)
    assert(plan, 'a query without an anchor is refused by the parser')
    if (scope === 0) return plan
    // A scope is never an anchor, however few its posts: each would ask all its queries. It is asked first: one byte.
    const clauses = plan.guard === 0 ? plan.clauses : [plan.guard, ...plan.clauses]
    return { ...plan, guard: scope, clauses }
  }

  /** In what share of posts the query is looked at: how often its anchors stand in one. */
  costOf(query: number): number {
    return this.plan(this.expressions.get(query, this.words.places)).cost
  }

  /** The query is never found again; its room comes back at the next compaction. */
  remove(query: number): void {
    this.#stamps[query] = removedStamp
  }

  isRemoved(query: number): boolean {
    return this.#stamps[query] === removedStamp
  }

  /**
   * Finds the queries that the post matches, which the scanner has read, and puts their numbers into `matches`. Presence is
   * not cleared: marking comes first.
   */
  find(post: PostInput, titleEntries: number): number {
    const { presence, words } = this
    if (++this.#stamp >= stampMax) this.#restartStamps()
    words.places.begin(this.#stamp)
    presence.mark(post, titleEntries)
    if (words.frequencies.isCounted()) words.frequencies.note(presence.seen, presence.seenCount)
    const count = this.#ask()
    this.work.posts++
    this.work.matches += count
    return count
  }

  /** Calls `mark` with the first and last entry of every place where a positive literal of the query stands. */
  eachHit(query: number, mark: (first: number, last: number) => void): void {
    const markedFor = grownTo(this.#markedFor, this.words.literals.count)
    this.#markedFor = markedFor
    const mine = ++this.#marks
    this.expressions.eachLiteral(query, this.words.places, (literal, isFor) => {
      if (isFor) markedFor[literal] = mine
    })
    const { rows, count } = this.#scanner.entries
    for (let entry = 0; entry < count; entry++) {
      const literal = rows[(entry << rowShift) + 7] ?? 0
      if (literal !== 0 && markedFor[literal] === mine) mark(entry, entry)
    }
    const { hits, hitCount } = this.presence
    for (let i = 0; i < 3 * hitCount; i += 3) {
      if (markedFor[hits[i] ?? 0] === mine) mark(hits[i + 1] ?? 0, hits[i + 2] ?? 0)
    }
  }

  get bytes(): number {
    const parts = [this.words, this.postings, this.programs, this.expressions]
    return parts.reduce((sum, part) => sum + part.bytes, 0) + bytesOf([this.matches, this.#stamps, this.#markedFor])
  }

  /**
   * Goes through the queries that hang on the literals seen: first those laid out in a row, then those added since. In
   * steps that do one thing each, over all lists: what the next step reads is fetched for many at once.
   */
  #ask(): number {
    const { programs, matches } = this
    const { state } = this.words.literals
    const { rows } = this.postings
    const stamps = this.#stamps
    const stamp = this.#stamp
    const guarded = this.#passGuards(this.#findRows())
    const candidates = this.#candidates
    programs.fetch(rows, candidates, guarded)
    let [count, run] = [0, 0]
    for (let i = 0; i < guarded; i++) {
      const at = candidates[i] ?? 0
      const program = rows[at + 2] ?? 0
      if (program !== 0) {
        run++
        if (!programs.run(program, state)) continue
      }
      const query = rows[at] ?? 0
      if ((stamps[query] ?? 0) >= stamp) continue
      stamps[query] = stamp
      matches[count++] = query
    }
    this.work.programs += run
    return this.postings.hasAdded ? this.#askAdded(count) : count
  }

  /** The rows of what is seen, with their lengths. */
  #findRows(): number {
    const { seen, seenCount } = this.presence
    const { state } = this.words.literals
    const { rows, rowOf } = this.postings
    if (this.#rowsAsked.length < 2 * seenCount) this.#rowsAsked = grownTo(this.#rowsAsked, 2 * seenCount)
    const asked = this.#rowsAsked
    let count = 0
    for (let i = 0; i < seenCount; i++) {
      const literal = seen[i] ?? 0
      asked[2 * count] = literal
      count += (state[literal] ?? 0) & hasPostings
    }
    for (let i = 0; i < count; i++) asked[2 * i] = rowOf[asked[2 * i] ?? 0] ?? 0
    let sum = 0
    for (let i = 0; i < count; i++) {
      const length = rows[asked[2 * i] ?? 0] ?? 0
      asked[2 * i + 1] = length
      sum += length
    }
    this.work.postings += sum
    if (this.#candidates.length <= sum) this.#candidates = grownTo(this.#candidates, sum + 1)
    return count
  }

  /** The postings of those rows whose guard is present. */
  #passGuards(rowCount: number): number {
    const { rows } = this.postings
    const { state } = this.words.literals
    const asked = this.#rowsAsked
    const candidates = this.#candidates
    // Nothing guards a query whose guard is literal 0: it is always present.
    state[0] = present
    let count = 0
    for (let i = 0; i < rowCount; i++) {
      const from = (asked[2 * i] ?? 0) + 1
      const end = from + 3 * (asked[2 * i + 1] ?? 0)
      for (let at = from; at < end; at += 3) {
        candidates[count] = at
        count += (state[rows[at + 1] ?? 0] ?? 0) >>> 7
      }
    }
    return count
  }

  #askAdded(found: number): number {
    const { seen, seenCount } = this.presence
    const { added, firstAdded } = this.postings
    const { state } = this.words.literals
    const stamps = this.#stamps
    let count = found
    for (let i = 0; i < seenCount; i++) {
      for (let at = firstAdded[seen[i] ?? 0] ?? 0; at !== 0; at = added[at + 3] ?? 0) {
        this.work.postings++
        const query = added[at] ?? 0
        if ((state[added[at + 1] ?? 0] ?? 0) < present || (stamps[query] ?? 0) >= this.#stamp) continue
        const program = added[at + 2] ?? 0
        if (!this.#runs(program, state)) continue
        stamps[query] = this.#stamp
        this.matches[count++] = query
      }
    }
    return count
  }

  #runs(program: number, state: Uint8Array): boolean {
    if (program === 0) return true
    this.work.programs++
    return this.programs.run(program, state)
  }

  /** Room for so many queries. */
  reserveQueries(queries: number): void {
    this.#stamps = grownTo(this.#stamps, queries)
    this.matches = grownTo(this.matches, queries)
  }

  #restartStamps(): void {
    this.#stamp = 1
    for (let i = 0; i < this.#stamps.length; i++) if (this.#stamps[i] !== removedStamp) this.#stamps[i] = 0
  }
}

function partsOf({ literals, phrases, prefixes, places, narrowings, followers, ratings }: Vocabulary) {
  return { literals, phrases, prefixes, places, narrowings, followers, ratings }
}
