import { foldWord } from './fold.ts'
import { Memory } from './memory.ts'
import type { ReadText, Token } from './tokenise.ts'

/**
 * The words of the brand's own names become `brand` tokens, so that a brand called "Prima" or "Vodka Hell" says nothing
 * about the sentiment. Also @handles and #tags that are or begin with the name written together.
 */
export function markBrands(read: ReadText, brands: readonly string[]): ReadText {
  const names = brands.map((brand) => namesKnown.of(brand)).filter(({ words }) => words.length > 0)
  if (names.length === 0) return read
  const tokens = [...read.tokens]
  for (const name of names) for (let at = 0; at < tokens.length; at += 1) markAt(tokens, at, name)
  return { ...read, tokens, hasBrand: true }
}

/** The words of a brand's name, and the name written together. */
type Name = { words: readonly string[]; joined: string }

const namesMost = 10_000
const namesKnown = new Memory<string, Name>(namesMost, (brand) => {
  const words = (brand.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).map(foldWord)
  return { words, joined: words.join('') }
})

function markAt(tokens: Token[], at: number, { words, joined }: Name): void {
  const token = tokens[at]
  if (!token) return
  if (token.kind === 'mention') {
    const handle = token.folded.replace(/[_.-]/gu, '')
    if (handle === joined || (joined.length >= 3 && handle.startsWith(joined))) mark(tokens, at)
    return
  }
  if (token.isTag && token.folded === joined) mark(tokens, at)
  if (words.every((word, k) => isName(tokens[at + k], word)))
    for (let k = 0; k < words.length; k += 1) mark(tokens, at + k)
}

function mark(tokens: Token[], at: number): void {
  const token = tokens[at]
  if (token) tokens[at] = { ...token, kind: 'brand' }
}

function isName(token: Token | undefined, word: string): boolean {
  if (!token?.folded.startsWith(word)) return false
  if (token.kind !== 'word' && token.kind !== 'brand' && token.kind !== 'number') return false
  return token.folded === word || token.folded === `${word}'s` || (word.length > 3 && token.folded === `${word}s`)
}
