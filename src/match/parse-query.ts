import type { Lexeme } from '#domain/lex-query.ts'
import { splitField } from '#domain/query-fields.ts'
import type { Span } from '#domain/span.ts'
import { findUnanchored, findWarnings } from './check-query.ts'
import { parseField } from './parse-field.ts'
import { nearMax } from './places.ts'
import { queryLimits } from './query-limits.ts'
import type { QueryProblem } from './query-problem.ts'
import { problem, QueryReading } from './query-reading.ts'
import { noSets, type QuerySets } from './query-sets.ts'
import type { NearSide, QueryTree } from './query-tree.ts'
import { readChunk, readExact, readPhrase, readWindow } from './read-leaf.ts'

export type ParsedQuery =
  | { ok: true; tree: QueryTree; readonly warnings: QueryProblem[] }
  | { ok: false; errors: QueryProblem[] }

/**
 * A query as people type it → its tree, or everything that is wrong with it and where.
 *
 *     query = and { "OR" and }          OR binds loosest
 *     and   = not { [ "AND" ] not }     a space is AND; "a NOT b" is "a AND NOT b"
 *     not   = { "NOT" | "-" } near
 *     near  = atom [ ("NEAR" | "ONEAR") [ "/" words [ "f" ] ] atom ]      f and ONEAR: in this order
 *     atom  = "(" query ")" | word | "phrase" | "window"~n | =exact | ="exact" | ~word | prefix* | #tag | #prefix* | @handle
 *           | $cash | field:value | field:(value OR value) | set:name | set:(name OR name)
 *     <<< what is written here is a remark >>>
 */
export function parseQuery(query: string, sets = noSets): ParsedQuery {
  const parser = new Parser(query, sets)
  const tree = parser.parse()
  const { errors, lexemes } = parser.reading
  if (errors.length > 0 || tree === undefined) return { ok: false, errors }
  const unanchored = findUnanchored(tree)
  if (unanchored) return { ok: false, errors: [problem('E_NO_ANCHOR', 'noAnchor', unanchored.at)] }
  const { mixed } = parser
  return {
    ok: true,
    tree,
    // Looked for when somebody asks: a topic that is only filed is read without.
    get warnings() {
      return findWarnings({ query, tree, lexemes, mixed })
    },
  }
}

/** Words between the two sides of a NEAR that gives no number. */
const nearDefault = 5

/** Goes on after an error, so that a person sees all of them at once; a node that could not be read is undefined. */
class Parser {
  readonly reading: QueryReading
  /** The ORs with an AND beside them that has no brackets. */
  readonly mixed: Span[] = []
  readonly #grouped = new Set<QueryTree>()

  constructor(query: string, sets: QuerySets) {
    this.reading = new QueryReading(query, sets)
  }

  parse(): QueryTree | undefined {
    const { query, lexemes } = this.reading
    const { length } = query
    if (length > queryLimits.units) {
      this.reading.limit([queryLimits.units, length], `${length} > ${queryLimits.units}`)
      return undefined
    }
    if (lexemes.length === 0) {
      this.reading.error('E_EMPTY_TERM', 'emptyQuery', [0, length])
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
      const near = this.#take('near')
      if (near) {
        this.#error('E_OPERATOR', 'nothingBefore', near.at, near.text, '')
        continue
      }
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
    if (!following || !isAtomStart(following)) {
      if (last) this.#error('E_OPERATOR', 'nothingAfter', last.at, last.text, '')
      return undefined
    }
    const child = this.#near(following, depth)
    if (!child || !isNegated || !first) return child
    return child.kind === 'not' ? child.child : { kind: 'not', child, at: [first.at[0], child.at[1]] }
  }

  #near(lexeme: Lexeme, depth: number): QueryTree | undefined {
    const left = this.#atom(lexeme, depth)
    const near = this.#take('near')
    if (!near) return left
    const following = this.#peek()
    if (!following || !isAtomStart(following)) {
      this.#error('E_OPERATOR', 'nothingAfter', near.at, near.text, '')
      return left
    }
    const right = this.#atom(following, depth)
    const next = this.#take('near')
    if (next) this.#error('E_NEAR_OPERAND', 'nearChain', next.at, next.text)
    if (!left || !right) return undefined
    const sides = [left, right].map((side) => this.#nearSide(side, near))
    const [, name, number, mark] = /^(O?NEAR|)\/?(\d+)?(f?)$/.exec(near.text) ?? []
    const distance = number === undefined ? nearDefault : Number(number)
    const isInRange = distance >= 1 && distance <= nearMax
    if (!isInRange) this.#error('E_NEAR_RANGE', 'nearRange', near.at, near.text, `${name || 'NEAR'}/${nearMax}${mark}`)
    const [a, b] = sides
    if (!a || !b || !isInRange) return undefined
    const isOrdered = name === 'ONEAR' || mark === 'f'
    return { kind: 'near', left: a, right: b, distance, isOrdered, at: [left.at[0], right.at[1]] }
  }

  /** Only what stands somewhere in the text can be near something. */
  #nearSide(tree: QueryTree, near: Lexeme): NearSide | undefined {
    switch (tree.kind) {
      case 'and':
      case 'not':
      case 'near':
      case 'window':
      case 'field':
        this.#error('E_NEAR_OPERAND', 'nearOperand', tree.at, near.text)
        return undefined
      case 'set':
        if (tree.entries.every(({ kind }) => kind !== 'field')) return tree
        this.#error('E_NEAR_OPERAND', 'nearSet', tree.at, near.text)
        return undefined
      case 'or': {
        const children = tree.children.map((child) => this.#nearSide(child, near)).filter((side) => side !== undefined)
        return children.length === tree.children.length ? { kind: 'or', children, at: tree.at } : undefined
      }
      default:
        return tree
    }
  }

  #atom(lexeme: Lexeme, depth: number): QueryTree | undefined {
    const { reading } = this
    reading.next++
    if (lexeme.kind === 'open') return this.#group(lexeme, depth + 1)
    if (lexeme.kind === 'quoted') return this.#quoted(lexeme)
    const following = this.#peek()
    if (/^(?:[=!]|\+\+)$/.test(lexeme.text) && following?.isGlued && following.kind === 'quoted') {
      reading.next++
      const at: Span = [lexeme.at[0], following.at[1]]
      if (following.isOpen) this.#error('E_QUOTE', 'openQuote', following.at, '', `${reading.textOf(following.at)}"`)
      return reading.leaf(readExact(following.text, at), at)
    }
    const field = splitField(lexeme.text)
    return field
      ? parseField(reading, { ...field, lexeme })
      : reading.leaf(readChunk(lexeme.text, lexeme.at), lexeme.at)
  }

  #quoted(lexeme: Lexeme): QueryTree | undefined {
    const { reading } = this
    if (lexeme.isOpen) this.#error('E_QUOTE', 'openQuote', lexeme.at, '', `${reading.textOf(lexeme.at)}"`)
    const [, distance] = /^~(\d+)$/.exec((this.#peek()?.isGlued && this.#peek()?.text) || '') ?? []
    if (distance === undefined) return reading.leaf(readPhrase(lexeme.text, lexeme.at), lexeme.at)
    reading.next++
    const at: Span = [lexeme.at[0], reading.end]
    return reading.leaf(readWindow(lexeme.text, Number(distance), at), at)
  }

  #group(open: Lexeme, depth: number): QueryTree | undefined {
    if (depth > queryLimits.depth) {
      this.reading.limit(open.at, `( > ${queryLimits.depth}`)
      return undefined
    }
    const first = this.reading.next
    const inner = this.#or(depth)
    const isEmpty = this.reading.next === first
    const close = this.#take('close')
    const end = close ? close.at[1] : (this.reading.lexemes.at(-1)?.at[1] ?? open.at[1])
    if (!close) this.#error('E_PAREN', 'openParen', open.at, '', undefined, `${this.reading.query})`)
    else if (isEmpty) this.#error('E_EMPTY_GROUP', 'emptyGroup', [open.at[0], end], '', '')
    if (!inner) return undefined
    const grouped = { ...inner, at: [open.at[0], end] as const }
    this.#grouped.add(grouped)
    return grouped
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
    return this.reading.peek()
  }

  #take(kind: Lexeme['kind']): Lexeme | undefined {
    return this.reading.take(kind)
  }

  #error(...told: Parameters<QueryReading['error']>): void {
    this.reading.error(...told)
  }
}

/** Whether something to search for begins here. */
function isAtomStart({ kind }: Lexeme): boolean {
  return kind === 'open' || kind === 'quoted' || kind === 'chunk'
}
