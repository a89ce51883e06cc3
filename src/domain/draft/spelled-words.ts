import type { Span } from '#domain/span.ts'

/** A word of an answer that a dictionary is asked about, and where it stands. */
export type SpelledWord = { word: string; span: Span }

/** A longer word is no word, and nobody misspells so many in one answer. */
export const spelledLengthMax = 40
export const spelledWordsMax = 400
const shortest = 2

/** Links, addresses, handles, hashtags, names of files, and whatever holds a figure: nothing that a dictionary knows. */
const notWords =
  /https?:\/\/\S+|\bwww\.\S+|\S+@\S+|@[\p{L}\p{N}_.-]+|#[\p{L}\p{N}_-]+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?|[\p{L}\p{N}_/'’-]*\p{N}[\p{L}\p{N}_/'’-]*|:[a-z0-9_]+:/giu
const words = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu
const sentenceEnd = /(?:^|[.!?…:;\n"“”‘(•–-])\s*["“‘'(]*$/u

/**
 * The words of an answer that can be misspelled. What is written with a capital inside a sentence is a name, and what is in capitals is short for
 * something: neither is asked about. `known` are words that this conversation speaks of, in small letters.
 */
export function spelledWords(text: string, known: ReadonlySet<string> = new Set()): SpelledWord[] {
  const plain = text.replace(notWords, (found) => ' '.repeat(found.length))
  const found: SpelledWord[] = []
  for (const { 0: word, index } of plain.matchAll(words)) {
    if (found.length >= spelledWordsMax) break
    if (word.length < shortest || word.length > spelledLengthMax || isName(word, plain.slice(0, index))) continue
    if (known.has(foldSpelled(word))) continue
    found.push({ word: word.replaceAll('’', "'"), span: [index, index + word.length] })
  }
  return found
}

/** As words are looked up: small letters, one kind of apostrophe. */
export function foldSpelled(word: string): string {
  return word.replaceAll('’', "'").toLowerCase()
}

function isName(word: string, before: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return /\p{Lu}/u.test(word)
  if (/\p{Lu}/u.test(word.slice(1))) return true
  // Two words of a greeting are followed by a name; a sentence begins with a capital in any case.
  return !sentenceEnd.test(before)
}

/** What people of a conversation are called, and what they wrote with a capital: names, and not misspelled in its answer. */
export function namedWords(texts: readonly string[]): Set<string> {
  const named = new Set<string>()
  for (const text of texts)
    for (const { 0: word } of text.matchAll(/@?\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu)) {
      const bare = word.replace('@', '')
      if (bare === word && !/^\p{Lu}/u.test(word)) continue
      for (const part of [bare, ...bare.split(/['’-]/u)]) named.add(foldSpelled(part))
    }
  return named
}
