import { type Lexeme, lexQuery } from '#domain/lex-query.ts'
import type { Span } from '#domain/span.ts'
import { queryLimits } from './query-limits.ts'
import { type ErrorCode, type ProblemWords, problemWords, type QueryProblem } from './query-problem.ts'
import type { QuerySets } from './query-sets.ts'
import type { QueryLeaf } from './query-tree.ts'
import type { LeafResult } from './read-leaf.ts'

/** One query being read: where we are in its lexemes, and what was wrong so far. */
export class QueryReading {
  readonly query: string
  readonly sets: QuerySets
  readonly lexemes: Lexeme[]
  readonly errors: QueryProblem[] = []
  next = 0
  #isStopped = false
  #leaves = 0
  #prefixes = 0

  constructor(query: string, sets: QuerySets) {
    this.query = query
    this.sets = sets
    this.lexemes = query.length > queryLimits.units ? [] : lexQuery(query)
  }

  peek(): Lexeme | undefined {
    return this.lexemes[this.next]
  }

  take(kind: Lexeme['kind']): Lexeme | undefined {
    const lexeme = this.peek()
    if (lexeme?.kind !== kind) return undefined
    this.next++
    return lexeme
  }

  /** The end of what was taken last. */
  get end(): number {
    return this.lexemes[this.next - 1]?.at[1] ?? 0
  }

  textOf([start, end]: Span): string {
    return this.query.slice(start, end)
  }

  /** Takes a leaf in, with so many values, or says what is wrong with it. */
  leaf(result: LeafResult, at: Span, values = 1): QueryLeaf | undefined {
    if ('problem' in result) {
      const { code, says, what, instead } = result.problem
      this.error(code, says, at, what, instead)
      return undefined
    }
    this.#leaves += values
    this.#prefixes += prefixesIn(result.leaf)
    if (this.#leaves > queryLimits.leaves) this.limit(at, `${this.#leaves} > ${queryLimits.leaves}`)
    else if (this.#prefixes > queryLimits.prefixes) this.limit(at, `* ${this.#prefixes} > ${queryLimits.prefixes}`)
    return result.leaf
  }

  /** `instead` is what could stand at the place; empty to leave it out. */
  error(code: ErrorCode, says: ProblemWords, at: Span, what = '', instead?: string, whole?: string): void {
    if (this.#isStopped) return
    const fixed = instead === undefined ? whole : this.query.slice(0, at[0]) + instead + this.query.slice(at[1])
    this.errors.push(problem(code, says, at, what, fixed?.replace(/ {2,}/g, ' ').trim() || undefined))
  }

  /** A query over a limit is not read any further. */
  limit(at: Span, what: string): void {
    this.error('E_LIMIT', 'limit', at, what)
    this.next = this.lexemes.length
    this.#isStopped = true
  }
}

function prefixesIn(leaf: QueryLeaf): number {
  if (leaf.kind === 'set') return leaf.entries.reduce((sum, entry) => sum + prefixesIn(entry), 0)
  return leaf.kind === 'prefix' || leaf.kind === 'tagPrefix' ? 1 : 0
}

export function problem(
  code: QueryProblem['code'],
  says: ProblemWords,
  at: Span,
  what = '',
  suggestion?: string,
): QueryProblem {
  return { code, at, ...(suggestion === undefined ? {} : { suggestion }), words: problemWords[says](what) }
}
