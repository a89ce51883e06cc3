import { literalState } from './literals.ts'
import type { Places } from './places.ts'
import type { Expression } from './plan-query.ts'
import { grownTo, sharedCopy } from './typed-arrays.ts'

const { present } = literalState

/** From these numbers on a clause's header says which test of positions must hold, must not, or where its decision list is. */
const placeBase = 0x40000000
const notPlaceBase = 0x50000000
const decisionBase = 0x60000000
const literalsMax = placeBase - 1

const [yes, no] = [-1, -2]

/**
 * What is still to be asked of a post after anchor and guard, for all queries in one array of numbers. A program is a row of
 * clauses that must all hold, ended by 0:
 *
 *     n  a b c …        one of these n literals is present
 *     -n a b c …        none of them is
 *     placeBase + t     the test of positions t holds; with notPlaceBase: does not
 *     decisionBase + p  the decision list at p says yes; for what nests deeper
 *
 * A decision list is a row of (literal, or −1 − test; if so; if not): the next address, or yes, or no. Commonest literals
 * stand first, so that a clause is read no further than needed.
 */
export class Programs {
  #code = new Int32Array(1 << 10)
  /** Address 0 is no program. */
  #end = 1
  #fetched = 0
  readonly #places: Places

  constructor(places: Places) {
    this.#places = places
  }

  reserve(numbers: number): void {
    this.#code = grownTo(this.#code, numbers + 64)
  }

  /** The address of a program for these clauses, or 0 when there are none. */
  compile(clauses: readonly Expression[], shareOf: (literal: number) => number): number {
    if (clauses.length === 0) return 0
    const decisions = clauses.map((clause) => (isSimple(clause) ? 0 : this.#compileDecision(clause, yes, no)))
    const start = this.#end
    for (const [i, clause] of clauses.entries()) {
      const address = decisions[i] ?? 0
      if (address !== 0) this.#put(decisionBase + address)
      else this.#compileClause(clause, shareOf)
    }
    this.#put(0)
    return start
  }

  /** Touches the programs of the postings that are asked next, so that they are on their way when they are needed. */
  fetch(rows: Int32Array, postings: Int32Array, count: number): void {
    const code = this.#code
    let sum = 0
    for (let i = 0; i < count; i++) sum ^= code[rows[(postings[i] ?? 0) + 2] ?? 0] ?? 0
    // Kept, so that the compiler cannot see that nobody needs it.
    this.#fetched = sum
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of all; a call for each clause would cost more than the clause.
  run(address: number, state: Uint8Array): boolean {
    const code = this.#code
    let at = address
    for (;;) {
      const header = code[at++] ?? 0
      if (header === 0) return true
      if (header >= placeBase) {
        if (!this.#special(header, state)) return false
      } else if (header > 0) {
        const end = at + header
        while (at < end && (state[code[at] ?? 0] ?? 0) < present) at++
        if (at === end) return false
        at = end
      } else {
        for (const end = at - header; at < end; at++) if ((state[code[at] ?? 0] ?? 0) >= present) return false
      }
    }
  }

  /** What other threads need to run them. */
  share(): Int32Array<ArrayBuffer> {
    return sharedCopy(this.#code)
  }

  adopt(code: Int32Array<ArrayBuffer>): void {
    this.#code = code
  }

  get numbers(): number {
    return this.#end
  }

  get bytes(): number {
    return this.#code.byteLength + 0 * this.#fetched
  }

  #special(header: number, state: Uint8Array): boolean {
    if (header >= decisionBase) return this.#decide(header - decisionBase, state)
    if (header >= notPlaceBase) return !this.#places.holds(header - notPlaceBase, state)
    return this.#places.holds(header - placeBase, state)
  }

  #decide(address: number, state: Uint8Array): boolean {
    const code = this.#code
    let at = address
    while (at >= 0) {
      const asked = code[at] ?? 0
      const isSo = asked >= 0 ? (state[asked] ?? 0) >= present : this.#places.holds(-1 - asked, state)
      at = code[isSo ? at + 1 : at + 2] ?? no
    }
    return at === yes
  }

  #compileClause(clause: Expression, shareOf: (literal: number) => number): void {
    const isNegated = typeof clause === 'object' && clause.kind === 'not'
    const asked = isNegated ? clause.child : clause
    if (typeof asked === 'object' && asked.kind === 'place') {
      this.#put((isNegated ? notPlaceBase : placeBase) + asked.test)
      return
    }
    const literals = literalsOf(asked) ?? []
    if (literals.length > 1) literals.sort((a, b) => shareOf(b) - shareOf(a))
    this.#put(isNegated ? -literals.length : literals.length)
    for (const literal of literals) this.#put(literal)
  }

  /** Writes the list from its end to its beginning, because every step needs to know where to go on. */
  #compileDecision(expression: Expression, ifTrue: number, ifFalse: number): number {
    if (typeof expression === 'number' || expression.kind === 'place') {
      const start = this.#end
      this.#put(typeof expression === 'number' ? expression : -1 - expression.test)
      this.#put(ifTrue)
      this.#put(ifFalse)
      return start
    }
    if (expression.kind === 'not') return this.#compileDecision(expression.child, ifFalse, ifTrue)
    let next = expression.kind === 'and' ? ifTrue : ifFalse
    for (const child of expression.children.toReversed()) {
      next =
        expression.kind === 'and'
          ? this.#compileDecision(child, next, ifFalse)
          : this.#compileDecision(child, ifTrue, next)
    }
    return next
  }

  #put(number: number): void {
    if (this.#end >= this.#code.length) this.#code = grownTo(this.#code, this.#end + 1)
    this.#code[this.#end++] = number
  }
}

/** Whether it is a clause of its own; anything else needs a decision list. */
function isSimple(clause: Expression): boolean {
  const asked = typeof clause === 'object' && clause.kind === 'not' ? clause.child : clause
  return (typeof asked === 'object' && asked.kind === 'place') || literalsOf(asked) !== undefined
}

function literalsOf(expression: Expression): number[] | undefined {
  if (typeof expression === 'number') return [expression]
  if (expression.kind !== 'or') return undefined
  const literals = expression.children.filter((child) => typeof child === 'number')
  return literals.length === expression.children.length && literals.length < literalsMax ? literals : undefined
}
