import { literalState } from './literals.ts'
import type { Expression } from './plan-query.ts'
import { grownTo } from './typed-arrays.ts'

const { present } = literalState

/** From this number on a clause's header is the address of a decision list. */
const decisionBase = 0x40000000
const literalsMax = decisionBase - 1

const [yes, no] = [-1, -2]

/**
 * What is still to be asked of a post after anchor and guard, for all queries in one array of numbers. A program is a row of
 * clauses that must all hold, ended by 0:
 *
 *     n  a b c …      one of these n literals is present
 *     -n a b c …      none of them is
 *     base + p        the decision list at p says yes; for what nests deeper
 *
 * A decision list is a row of (literal, if present, if absent): the next address, or yes, or no.
 */
export class Programs {
  #code = new Int32Array(1 << 10)
  /** Address 0 is no program. */
  #end = 1

  /** The address of a program for these clauses, or 0 when there are none. */
  compile(clauses: readonly Expression[]): number {
    if (clauses.length === 0) return 0
    const headers = clauses.map((clause) => this.#compileClause(clause))
    const start = this.#end
    for (const header of headers) for (const number of header) this.#put(number)
    this.#put(0)
    return start
  }

  run(address: number, state: Uint8Array): boolean {
    const code = this.#code
    let at = address
    for (;;) {
      const header = code[at++] ?? 0
      if (header === 0) return true
      if (header >= decisionBase) {
        if (!this.#decide(header - decisionBase, state)) return false
        continue
      }
      const end = at + Math.abs(header)
      while (at < end && (state[code[at] ?? 0] ?? 0) < present) at++
      if (at < end !== header > 0) return false
      at = end
    }
  }

  get bytes(): number {
    return this.#code.byteLength
  }

  #decide(address: number, state: Uint8Array): boolean {
    const code = this.#code
    let at = address
    while (at >= 0) at = code[at + ((state[code[at] ?? 0] ?? 0) >= present ? 1 : 2)] ?? no
    return at === yes
  }

  #compileClause(clause: Expression): number[] {
    const isNegated = typeof clause === 'object' && clause.kind === 'not'
    const literals = literalsOf(isNegated ? clause.child : clause)
    if (!literals) return [decisionBase + this.#compileDecision(clause, yes, no)]
    return [isNegated ? -literals.length : literals.length, ...literals]
  }

  /** Writes the list from its end to its beginning, because every step needs to know where to go on. */
  #compileDecision(expression: Expression, ifTrue: number, ifFalse: number): number {
    if (typeof expression === 'number') {
      const start = this.#end
      for (const number of [expression, ifTrue, ifFalse]) this.#put(number)
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
    this.#code = grownTo(this.#code, this.#end + 1)
    this.#code[this.#end++] = number
  }
}

function literalsOf(expression: Expression): number[] | undefined {
  if (typeof expression === 'number') return [expression]
  if (expression.kind !== 'or') return undefined
  const literals = expression.children.filter((child) => typeof child === 'number')
  return literals.length === expression.children.length && literals.length < literalsMax ? literals : undefined
}
