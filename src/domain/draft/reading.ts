import type { Span } from '#domain/span.ts'
import type { DraftLang } from './draft-rule.ts'

/** How hard a text is to read: 100 is child's play, below 30 one has to have studied for it. */
export type Reading = { ease: number; words: number; sentences: readonly Span[] }

const sentenceEnd = /[.!?…]+(?=\s|$)|\n+/gu
const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu

export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { 0: found, index } of text.matchAll(sentenceEnd)) {
    add(start, index + found.length)
    start = index + found.length
  }
  add(start, text.length)
  return spans

  function add(from: number, to: number): void {
    const inside = text.slice(from, to)
    const words = inside.trim()
    if (!/\p{L}/u.test(words)) return
    const begin = from + inside.indexOf(words)
    spans.push([begin, begin + words.length])
  }
}

export function wordsOf(text: string): string[] {
  return text.replace(/https?:\/\/\S+|[@#]\S+/gu, ' ').match(word) ?? []
}

/**
 * Dutch by Douma (1960): 206.84 − 0.77 × syllables in 100 words − 0.93 × words in a sentence.
 * English by Flesch (1948): 206.835 − 84.6 × syllables in a word − 1.015 × words in a sentence.
 */
export function readingOf(text: string, lang: DraftLang): Reading {
  const sentences = sentencesOf(text)
  const words = wordsOf(text)
  if (words.length === 0) return { ease: 100, words: 0, sentences }
  const length = words.length / Math.max(1, sentences.length)
  const syllables = words.reduce((sum, one) => sum + syllablesOf(one, lang), 0) / words.length
  const ease = lang === 'nl' ? 206.84 - 77 * syllables - 0.93 * length : 206.835 - 84.6 * syllables - 1.015 * length
  return { ease, words: words.length, sentences }
}

const vowelsNl = /ieuw|eeuw|aai|ooi|oei|aa|ee|oo|uu|ie|ij|ei|au|ou|eu|oe|ui|[aeiouyáéëèïíóöüú]/gu
const vowelsEn = /[aeiouy]+/gu

/** Good enough to count with: groups of vowels that are spoken as one. */
export function syllablesOf(one: string, lang: DraftLang): number {
  const lower = one.toLowerCase()
  if (lang === 'nl') return Math.max(1, lower.match(vowelsNl)?.length ?? 1)
  const silent = /[^aeiouy]e$|[^aeiouytd]es$|[^aeiouytd]ed$/u.test(lower) && !/[^aeiouy]le$/u.test(lower) ? 1 : 0
  return Math.max(1, (lower.match(vowelsEn)?.length ?? 1) - silent)
}
