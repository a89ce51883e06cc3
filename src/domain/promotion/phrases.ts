import type { Span } from '#domain/span.ts'

/**
 * One pattern a line, as whole words in any case: a space is any white space, ` ?` also none, ` … ` is up to four words. The same way of writing as the lists of
 * `domain/draft`, kept apart because what is advice there stops an answer here.
 */
export function phrases(...lists: string[]): RegExp {
  const sources = lists
    .flatMap((list) => list.split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.replaceAll(' … ', ' (?:[^\\s.!?]+ ){0,4}').replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

export type Place = { span: Span; found: string }

export function placesOf(text: string, regex: RegExp): Place[] {
  return [...text.matchAll(regex)].map(({ 0: found, index }) => ({ span: [index, index + found.length], found }))
}
