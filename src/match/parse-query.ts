import type { Span } from '#domain/span.ts'
import { findUnanchored, findWarnings } from './check-query.ts'
import { type Lexeme, lexQuery } from './lex-query.ts'
import { queryLimits } from './query-limits.ts'
import { type ErrorCode, type ProblemWords, problemWords, type QueryProblem } from './query-problem.ts'
import type { FieldName, QueryLeaf, QueryTree } from './query-tree.ts'
import {
  fieldOf,
  isLaterField,
  type LeafProblem,
  type LeafResult,
  nearestField,
  readChunk,
  readHandle,
  readPhrase,
  readTag,
  readValue,
} from './read-leaf.ts'

export type ParsedQuery =
  | { ok: true; tree: QueryTree; warnings: QueryProblem[] }
  | { ok: false; errors: QueryProblem[] }

/**
 * A query as people type it → its tree, or everything that is wrong with it and where.
 *
 *     query = and { "OR" and }          OR binds loosest
 *     and   = not { [ "AND" ] not }     a space is AND; "a NOT b" is "a AND NOT b"
 *     not   = { "NOT" | "-" } atom
 *     atom  = "(" query ")" | word | "phrase" | prefix* | #tag | @handle | field:value | field:(value OR value)
 */
export function parseQuery(query: string): ParsedQuery {
  const parser = new Parser(query)
  const tree = parser.parse()
  if (parser.errors.length > 0 || tree === undefined) return { ok: false, errors: parser.errors }
  const unanchored = findUnanchored(tree)
  if (unanchored) return { ok: false, errors: [problem('E_NO_ANCHOR', 'noAnchor', unanchored.at)] }
  return { ok: true, tree, warnings: findWarnings({ query, tree, lexemes: parser.lexemes, mixed: parser.mixed }) }
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

/** Goes on after an error, so that a person sees all of them at once; a node that could not be read is undefined. */
class Parser {
  readonly errors: QueryProblem[] = []
  readonly lexemes: Lexeme[]
  /** The ORs with an AND beside them that has no brackets. */
  readonly mixed: Span[] = []
  readonly #query: string
  readonly #grouped = new Set<QueryTree>()
  #next = 0
  #isStopped = false
  #leaves = 0
  #prefixes = 0

  constructor(query: string) {
    this.#query = query
    this.lexemes = query.length > queryLimits.units ? [] : lexQuery(query)
  }

  parse(): QueryTree | undefined {
    const { length } = this.#query
    if (length > queryLimits.units) {
      this.#limit([queryLimits.units, length], `${length} > ${queryLimits.units}`)
      return undefined
    }
    if (this.lexemes.length === 0) {
      this.errors.push(problem('E_EMPTY_TERM', 'emptyQuery', [0, length]))
      return undefined
    }
    const parts: (QueryTree | undefined)[] = []
    while (this.#peek()) {
      parts.push(this.#or(0))
      const close = this.#take('close')
      if (close) this.#error('E_PAREN', 'closeParen', close.at, '', '')
    }
    return this.#join('and', parts)
  }

  #or(depth: number): QueryTree | undefined {
    const parts: (QueryTree | undefined)[] = []
    let isFull = this.#and(depth, parts)
    for (let or = this.#take('or'); or; or = this.#take('or')) {
      if (!isFull) this.#error('E_OPERATOR', 'nothingBefore', or.at, or.text, '')
      isFull = this.#and(depth, parts)
      const isLast = this.#peek()?.kind !== 'or'
      if (!isFull && isLast) this.#error('E_OPERATOR', 'nothingAfter', or.at, or.text, '')
    }
    const hasMixed = parts.length > 1 && parts.some((part) => part?.kind === 'and' && !this.#grouped.has(part))
    const joined = this.#join('or', parts)
    if (hasMixed && joined) this.mixed.push(joined.at)
    return joined
  }

  /** Adds what it reads to `parts`; false when there was nothing to read. */
  #and(depth: number, parts: (QueryTree | undefined)[]): boolean {
    const children: (QueryTree | undefined)[] = []
    let open: Lexeme | undefined
    for (let lexeme = this.#peek(); lexeme && lexeme.kind !== 'or' && lexeme.kind !== 'close'; lexeme = this.#peek()) {
      const and = this.#take('and')
      if (!and) {
        children.push(this.#not(depth))
        open = undefined
      } else if (open || children.length === 0) this.#error('E_OPERATOR', 'nothingBefore', and.at, and.text, '')
      else open = and
    }
    if (open) this.#error('E_OPERATOR', 'nothingAfter', open.at, open.text, '')
    if (children.length > 0) parts.push(this.#join('and', children))
    return children.length > 0
  }

  #not(depth: number): QueryTree | undefined {
    let isNegated = false
    const first = this.#peek()
    let last: Lexeme | undefined
    for (let not = this.#take('not'); not; not = this.#take('not')) {
      isNegated = !isNegated
      last = not
      if (not.text === '-' && this.#peek()?.isGlued === false) this.#error('E_OPERATOR', 'looseMinus', not.at, '', '')
    }
    const following = this.#peek()
    const isMissing = !following || following.kind === 'or' || following.kind === 'and' || following.kind === 'close'
    if (isMissing) {
      if (last) this.#error('E_OPERATOR', 'nothingAfter', last.at, last.text, '')
      return undefined
    }
    const child = this.#atom(following, depth)
    if (!child || !isNegated || !first) return child
    return child.kind === 'not' ? child.child : { kind: 'not', child, at: [first.at[0], child.at[1]] }
  }

  #atom(lexeme: Lexeme, depth: number): QueryTree | undefined {
    this.#next++
    if (lexeme.kind === 'open') return this.#group(lexeme, depth + 1)
    if (lexeme.kind === 'quoted') {
      if (lexeme.isOpen) this.#error('E_QUOTE', 'openQuote', lexeme.at, '', `${this.#textOf(lexeme.at)}"`)
      const after = this.#peek()
      if (after?.isGlued && /^~\d/.test(after.text)) {
        this.#next++
        return this.#leaf({ problem: notYet(`"…"${after.text}`) }, [lexeme.at[0], after.at[1]])
      }
      return this.#leaf(readPhrase(lexeme.text, lexeme.at), lexeme.at)
    }
    const [, name, value] = /^(\p{L}+):(.*)$/su.exec(lexeme.text) ?? []
    if (name === undefined || value === undefined || /^https?:\/\//i.test(lexeme.text)) {
      return this.#leaf(readChunk(lexeme.text, lexeme.at), lexeme.at)
    }
    return this.#field(name, value, lexeme)
  }

  #group(open: Lexeme, depth: number): QueryTree | undefined {
    if (depth > queryLimits.depth) {
      this.#limit(open.at, `( > ${queryLimits.depth}`)
      return undefined
    }
    const first = this.#next
    const inner = this.#or(depth)
    const isEmpty = this.#next === first
    const close = this.#take('close')
    const end = close ? close.at[1] : (this.lexemes.at(-1)?.at[1] ?? open.at[1])
    if (!close) this.#error('E_PAREN', 'openParen', open.at, '', undefined, `${this.#query})`)
    else if (isEmpty) this.#error('E_EMPTY_GROUP', 'emptyGroup', [open.at[0], end], '', '')
    if (!inner) return undefined
    const grouped = { ...inner, at: [open.at[0], end] as const }
    this.#grouped.add(grouped)
    return grouped
  }

  #field(name: string, value: string, lexeme: Lexeme): QueryTree | undefined {
    const field = fieldOf(name)
    if (field === undefined) {
      this.#skipValue(value)
      return this.#leaf({ problem: unknownField(name, value) }, lexeme.at)
    }
    const values = value === '' ? this.#fieldValues(lexeme) : [{ text: value, at: lexeme.at }]
    if (!values) return undefined
    const at: Span = [lexeme.at[0], this.lexemes[this.#next - 1]?.at[1] ?? lexeme.at[1]]
    if (field === 'tag' || field === 'handle') return this.#alias(field, values[0]?.text ?? '', at)
    const read: string[] = []
    for (const one of values) {
      const result = readValue(field, one.text)
      if ('value' in result) read.push(result.value)
      else this.#leaf({ problem: result.problem }, one.at)
    }
    return read.length === values.length ? this.#fieldLeaf(field, [...new Set(read)], at) : undefined
  }

  #alias(kind: 'tag' | 'handle', text: string, at: Span): QueryTree | undefined {
    const bare = text.replace(/^[#@]/, '')
    return this.#leaf(kind === 'tag' ? readTag(bare, at) : readHandle(bare, at), at)
  }

  #fieldLeaf(name: FieldName, values: string[], at: Span): QueryTree | undefined {
    this.#leaves += values.length - 1
    return this.#leaf({ leaf: { kind: 'field', name, values, at } }, at)
  }

  /** The quoted value or the group of values that is glued to `field:`. */
  #fieldValues(field: Lexeme): { text: string; at: Span }[] | undefined {
    const following = this.#peek()
    if (following?.isGlued && following.kind === 'quoted') {
      this.#next++
      if (following.isOpen) this.#error('E_QUOTE', 'openQuote', following.at, '', `${this.#textOf(following.at)}"`)
      return [following]
    }
    if (!following?.isGlued || following.kind !== 'open') {
      this.#error('E_VALUE', 'fieldWithoutValue', field.at, field.text)
      return undefined
    }
    this.#next++
    return this.#valueGroup(field, following)
  }

  #valueGroup(field: Lexeme, open: Lexeme): { text: string; at: Span }[] | undefined {
    const values: Lexeme[] = []
    let isValueNext = true
    for (let lexeme = this.#peek(); lexeme && lexeme.kind !== 'close'; lexeme = this.#peek()) {
      const isValue = lexeme.kind === 'chunk' || lexeme.kind === 'quoted'
      if (isValueNext ? !isValue : lexeme.kind !== 'or') {
        this.#error('E_VALUE', 'fieldGroup', lexeme.at, field.text)
        this.#skipGroup()
        return undefined
      }
      if (isValue) values.push(lexeme)
      isValueNext = !isValueNext
      this.#next++
    }
    const close = this.#take('close')
    const last = values.at(-1)
    if (!close) this.#error('E_PAREN', 'openParen', open.at, '', undefined, `${this.#query})`)
    else if (!last) this.#error('E_EMPTY_GROUP', 'emptyGroup', [open.at[0], close.at[1]])
    else if (isValueNext) this.#error('E_VALUE', 'fieldGroup', last.at, field.text)
    return close && last && !isValueNext ? values : undefined
  }

  /** Goes past the value of a field that nobody knows, so that its words are not reported as well. */
  #skipValue(value: string): void {
    const following = this.#peek()
    if (value !== '' || !following?.isGlued) return
    if (following.kind === 'quoted') this.#next++
    if (following.kind === 'open') this.#skipGroup()
  }

  #skipGroup(): void {
    while (this.#peek() && !this.#take('close')) this.#next++
  }

  #leaf(result: LeafResult, at: Span): QueryLeaf | undefined {
    if ('problem' in result) {
      const { code, says, what, instead } = result.problem
      this.#error(code, says, at, what, instead)
      return undefined
    }
    this.#leaves++
    if (result.leaf.kind === 'prefix' || result.leaf.kind === 'tagPrefix') this.#prefixes++
    if (this.#leaves > queryLimits.leaves) this.#limit(at, `${this.#leaves} > ${queryLimits.leaves}`)
    else if (this.#prefixes > queryLimits.prefixes) this.#limit(at, `* ${this.#prefixes} > ${queryLimits.prefixes}`)
    return result.leaf
  }

  /** One node for several; groups of the same kind are opened, and what could not be read is left out. */
  #join(kind: 'and' | 'or', parts: (QueryTree | undefined)[]): QueryTree | undefined {
    const read = parts.filter((part) => part !== undefined)
    const [first] = read
    const last = read.at(-1)
    if (!first || !last || read.length === 1) return first
    const children = read.flatMap((part) => (part.kind === kind ? part.children : [part]))
    return { kind, children, at: [first.at[0], last.at[1]] }
  }

  #peek(): Lexeme | undefined {
    return this.lexemes[this.#next]
  }

  #take(kind: Lexeme['kind']): Lexeme | undefined {
    const lexeme = this.#peek()
    if (lexeme?.kind !== kind) return undefined
    this.#next++
    return lexeme
  }

  #textOf([start, end]: Span): string {
    return this.#query.slice(start, end)
  }

  /** `instead` is what could stand at the place; empty to leave it out. */
  #error(code: ErrorCode, says: ProblemWords, at: Span, what = '', instead?: string, whole?: string): void {
    if (this.#isStopped) return
    const fixed = instead === undefined ? whole : this.#query.slice(0, at[0]) + instead + this.#query.slice(at[1])
    this.errors.push(problem(code, says, at, what, fixed?.replace(/ {2,}/g, ' ').trim() || undefined))
  }

  /** A query over a limit is not read any further. */
  #limit(at: Span, what: string): void {
    this.#error('E_LIMIT', 'limit', at, what)
    this.#next = this.lexemes.length
    this.#isStopped = true
  }
}

function notYet(what: string): LeafProblem {
  return { code: 'E_NOT_YET', says: 'notYet', what }
}

function unknownField(name: string, value: string): LeafProblem {
  if (isLaterField(name)) return notYet(`${name}:`)
  const near = nearestField(name)
  return {
    code: 'E_FIELD',
    says: 'unknownField',
    what: `${name}:`,
    instead: near ? `${near}:${value}` : `"${name}:${value}"`,
  }
}
