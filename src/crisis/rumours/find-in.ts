import type { RumourMarks, RumourSays } from '#domain/rumour.ts'
import { readTelling, stemOf } from './read-telling.ts'
import { type ReadMarks, readMarks, recogniseRumour } from './recognise-rumour.ts'

export type AskedMessage = { text: string; title: string | null; lang: string; sentiment: string | null }
export type FoundIn = { says: RumourSays; verdict: 'found' | 'maybe'; because: string[] }

/** One reader a rumour: its marks are read once in each language. */
export function rumourReader(marks: RumourMarks): (message: AskedMessage) => FoundIn | undefined {
  const inLanguage = new Map<string, ReadMarks>()
  return ({ text, title, lang, sentiment }) => {
    const read = inLanguage.get(lang) ?? readMarks(marks, stemOf(lang))
    inLanguage.set(lang, read)
    const { isTold, isNearly, says, because } = recogniseRumour(
      readTelling(title ? `${title}.\n${text}` : text, lang),
      read,
    )
    // Whoever is content tells no rumour, whatever words they use; a person looks at it.
    if (isTold && sentiment !== 'positive') return { says, verdict: 'found', because }
    return isTold || isNearly ? { says, verdict: 'maybe', because } : undefined
  }
}
