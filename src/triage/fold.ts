/**
 * A word as it is looked up: lower case, without diacritics, one kind of apostrophe, and at most two equal letters in a
 * row, so that "Súperrrr" and "superr" are one word. Post and rules go through the same fold.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (plain.test(lower)) return triple.test(lower) ? lower.replace(triples, '$1$1') : lower
  return lower.normalize('NFKD').replace(marks, '').replace(apostrophes, "'").replace(triples, '$1$1')
}

const plain = /^[a-z0-9]*$/u
const triple = /([a-z])\1\1/u
const triples = /(\p{L})\1{2,}/gu
const marks = /\p{M}+/gu
const apostrophes = /[’‘`´ʼ]/gu

/** Doubled letters made single, for a word that was drawn out: "zoo" → "zo". */
export function squeeze(folded: string): string {
  return folded.replace(/(\p{L})\1+/gu, '$1')
}

export function isElongated(word: string): boolean {
  return /(\p{L})\1\1/iu.test(word)
}
