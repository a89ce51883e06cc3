import { foldWord } from './fold.ts'
import type { ReadText, Token } from './tokenise.ts'

/**
 * The words of the brand's own names become `brand` tokens, so that a brand called "Prima" or "Vodka Hell" says nothing
 * about the sentiment. Also @handles and #tags that are or begin with the name written together.
 */
export function markBrands(read: ReadText, brands: readonly string[]): ReadText {
  const names = brands.map(namesOf).filter((words) => words.length > 0)
  if (names.length === 0) return read
  const tokens = read.tokens.map((token) => ({ ...token }))
  for (const words of names) {
    const joined = words.join('')
    for (let i = 0; i < tokens.length; i += 1) markAt(tokens, i, words, joined)
  }
  return { ...read, tokens }
}

function namesOf(brand: string): string[] {
  return (brand.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).map(foldWord)
}

function markAt(tokens: Token[], at: number, words: readonly string[], joined: string): void {
  const token = tokens[at]
  if (!token) return
  if (token.kind === 'mention') {
    const handle = token.folded.replace(/[_.-]/gu, '')
    if (handle === joined || (joined.length >= 3 && handle.startsWith(joined))) token.kind = 'brand'
    return
  }
  if (token.isTag && token.folded === joined) token.kind = 'brand'
  if (words.every((word, k) => isName(tokens[at + k], word)))
    for (let k = 0; k < words.length; k += 1) {
      const part = tokens[at + k]
      if (part) part.kind = 'brand'
    }
}

function isName(token: Token | undefined, word: string): boolean {
  if (!token || (token.kind !== 'word' && token.kind !== 'brand' && token.kind !== 'number')) return false
  return token.folded === word || token.folded === `${word}'s` || (word.length > 3 && token.folded === `${word}s`)
}
