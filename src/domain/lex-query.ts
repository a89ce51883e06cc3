import type { Span } from './span.ts'

/**
 * The pieces of a query, before anybody asks what they mean. A `chunk` is what stands between white space, brackets and
 * quotes: a word, #tag, field:value or something wrong. `isGlued` says that nothing stands before it in between, as in
 * author:"Jan Jansen".
 */
export type Lexeme = {
  kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'near' | 'quoted' | 'chunk'
  /** Of `quoted` without its quotes. */
  text: string
  at: Span
  isGlued: boolean
  /** A quote without its end. */
  isOpen?: true
}

/** Straight, curly, low and angled: word processors and phones write them all. */
const quotes = '"“”„‟«»＂″'
const piece = new RegExp(`\\s+|[()（）]|[${quotes}]|[^\\s()（）${quotes}]+`, 'gu')
const quoteEnd = new RegExp(`[${quotes}]`, 'u')

/** A minus is a NOT where it stands before what it excludes; phones make a dash of it. */
const minuses = /^[-–−]/u

const operators: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' }

/** NEAR, NEAR/3, NEAR/3f, ONEAR/3, and /3 as other tools write it. */
const nears = /^(?:O?NEAR(?:\/\d{0,4}f?)?|\/\d{1,4}f?)$/

const remarks = /<<<[\s\S]*?(?:>>>|$)/g

export function remarksIn(query: string): Span[] {
  return [...query.matchAll(remarks)].map(({ index, 0: remark }) => [index, index + remark.length])
}

export function lexQuery(given: string): Lexeme[] {
  // A remark keeps its length, so that places stay what they are.
  const query = given.replaceAll(remarks, (remark) => ' '.repeat(remark.length))
  const lexemes: Lexeme[] = []
  piece.lastIndex = 0
  let previousEnd = -1
  for (let match = piece.exec(query); match; match = piece.exec(query)) {
    const [text] = match
    if (/^\s/u.test(text)) continue
    const start = match.index
    const isGlued = previousEnd === start
    if (quoteEnd.test(text)) {
      const quoted = lexQuoted(query, start, isGlued)
      lexemes.push(quoted)
      piece.lastIndex = quoted.at[1]
    } else lexemes.push(...lexPiece(text, start, isGlued))
    previousEnd = piece.lastIndex
  }
  return lexemes
}

function lexQuoted(query: string, start: number, isGlued: boolean): Lexeme {
  const length = query.slice(start + 1).search(quoteEnd)
  if (length >= 0) {
    const end = start + 1 + length
    return { kind: 'quoted', text: query.slice(start + 1, end), at: [start, end + 1], isGlued }
  }
  return { kind: 'quoted', text: query.slice(start + 1), at: [start, query.length], isGlued, isOpen: true }
}

function lexPiece(text: string, start: number, isGlued: boolean): Lexeme[] {
  const at: Span = [start, start + text.length]
  if (text === '(' || text === '（') return [{ kind: 'open', text, at, isGlued }]
  if (text === ')' || text === '）') return [{ kind: 'close', text, at, isGlued }]
  if (minuses.test(text)) {
    const minus: Lexeme = { kind: 'not', text: '-', at: [start, start + 1], isGlued }
    return text.length === 1 ? [minus] : [minus, ...lexPiece(text.slice(1), start + 1, true)]
  }
  const operator = operators[text] ?? (nears.test(text) ? 'near' : undefined)
  return [{ kind: operator ?? 'chunk', text, at, isGlued }]
}
