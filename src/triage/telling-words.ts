import { lessonWordsMax } from '#domain/noise.ts'
import { foldWord } from './fold.ts'
import { loadLanguages } from './load-languages.ts'
import { tokenise } from './tokenise.ts'

const stopWords = new Set((await loadLanguages()).flatMap((language) => language.stopWords.map(foldWord)))
const shortest = 3

/** The words of a text that say what it is about, as they are looked up: no common ones, no names that are addressed, no links. */
export function tellingWords(text: string): string[] {
  const words = tokenise(text)
    .tokens.filter(({ kind, folded }) => kind === 'word' && folded.length >= shortest && !stopWords.has(folded))
    .map(({ folded }) => folded)
  return [...new Set(words)].slice(0, lessonWordsMax)
}
