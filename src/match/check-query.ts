import type { Lexeme } from '#domain/lex-query.ts'
import { type FieldName, numberFields } from '#domain/query-fields.ts'
import type { Span } from '#domain/span.ts'
import { estimateShare } from './estimate-share.ts'
import { keysOf } from './literal-keys.ts'
import { printQuery } from './print-query.ts'
import { priorOf } from './prior.ts'
import { problemWords, type QueryProblem } from './query-problem.ts'
import type { QueryTree } from './query-tree.ts'

/**
 * The part of a query that would make every message a candidate, or undefined. A query is anchored when each way to make
 * it true contains a word, phrase, prefix, tag, handle, author, site or title; languages and sources hold half of the world.
 */
const anchoringFields: readonly FieldName[] = ['site', 'url', 'title', 'author']

export function findUnanchored(tree: QueryTree): QueryTree | undefined {
  switch (tree.kind) {
    case 'or':
      for (const child of tree.children) {
        const found = findUnanchored(child)
        if (found) return found
      }
      return undefined
    case 'and':
      return tree.children.some((child) => !findUnanchored(child)) ? undefined : tree
    case 'not':
      return tree
    case 'field':
      return anchoringFields.includes(tree.name) ? undefined : tree
    default:
      return undefined
  }
}

export function findWarnings(parsed: {
  query: string
  tree: QueryTree
  lexemes: Lexeme[]
  mixed: Span[]
}): QueryProblem[] {
  const { query, tree, lexemes, mixed } = parsed
  const warnings = lexemes.flatMap((_, i) => misspeltOperator(query, lexemes, i))
  for (const at of mixed)
    warnings.push({ code: 'W_MIXED_AND_OR', at, suggestion: printQuery(tree), words: problemWords.mixed() })
  const share = estimateShare(tree, priorOf)
  if (share > surelyBroadShare)
    warnings.push({ code: 'W_BROAD', at: tree.at, words: problemWords.broad(String(Math.round(1_000 * share))) })
  const never = findNever(tree)
  if (never) warnings.push({ code: 'W_NEVER', at: never.at, words: problemWords.never(printQuery(never)) })
  return warnings
}

/** Before anything was counted we warn only where there is no doubt: "het OR de". */
const surelyBroadShare = 0.05

const dutchOperators: Record<string, string> = { EN: 'AND', OF: 'OR', NIET: 'NOT' }

function misspeltOperator(query: string, lexemes: Lexeme[], i: number): QueryProblem[] {
  const lexeme = lexemes[i]
  const [before, after] = [lexemes[i - 1], lexemes[i + 1]]
  if (lexeme?.kind !== 'chunk' || !after || isOperator(after)) return []
  const dutch = dutchOperators[lexeme.text]
  const meant = dutch ?? (/^(and|or|not)$/i.test(lexeme.text) ? lexeme.text.toUpperCase() : undefined)
  if (meant === undefined || (meant !== 'NOT' && (!before || isOperator(before)))) return []
  const suggestion = query.slice(0, lexeme.at[0]) + meant + query.slice(lexeme.at[1])
  const words = dutch ? problemWords.dutchOperator(lexeme.text) : problemWords.lowercase(lexeme.text)
  return [{ code: 'W_LOWERCASE_OP', at: lexeme.at, suggestion, words }]
}

function isOperator(lexeme: Lexeme): boolean {
  return lexeme.kind === 'and' || lexeme.kind === 'or' || lexeme.kind === 'close'
}

/** A part that asks for what the same AND excludes, so that it can never be true. */
function findNever(tree: QueryTree): QueryTree | undefined {
  if (tree.kind !== 'and' && tree.kind !== 'or') return undefined
  if (tree.kind === 'and') {
    const excluded = new Set(
      tree.children.flatMap((child) => (child.kind === 'not' ? (alternatives(child.child) ?? []) : [])),
    )
    const isImpossible = (child: QueryTree): boolean => alternatives(child)?.every((key) => excluded.has(key)) === true
    const impossible = excluded.size > 0 ? tree.children.find(isImpossible) : undefined
    if (impossible) return impossible
  }
  for (const child of tree.children) {
    const found = findNever(child)
    if (found) return found
  }
  return undefined
}

/** The literals of which one suffices, where the tree is as simple as that. */
function alternatives(tree: QueryTree): string[] | undefined {
  switch (tree.kind) {
    case 'and':
    case 'not':
    case 'near':
    case 'window':
      return undefined
    case 'or': {
      const children = tree.children.map(alternatives)
      return children.every((child) => child !== undefined) ? children.flat() : undefined
    }
    case 'field':
      return numberFields.includes(tree.name) ? undefined : keysOf(tree)
    default:
      return keysOf(tree)
  }
}
