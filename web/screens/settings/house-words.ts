import type { HouseWord } from '#domain/house-style.ts'

/** One a line, as they are typed; empty lines and what stands there twice say nothing. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
}

/** `word = instead`, one a line. */
export function wordsFrom(text: string): HouseWord[] {
  return linesOf(text).flatMap((line) => {
    const [word = '', ...rest] = line.split('=')
    return word.trim() ? [{ word: word.trim(), instead: rest.join('=').trim() }] : []
  })
}

export function wordsAsText(words: readonly HouseWord[]): string {
  return words.map(({ word, instead }) => (instead ? `${word} = ${instead}` : word)).join('\n')
}
