import { type RumourMarks, type RumourWording, rumourLimits } from '#domain/rumour.ts'
import { foldWord } from '#triage/fold.ts'
import { loadLanguages } from '#triage/load-languages.ts'
import { readTelling } from './read-telling.ts'

const stopWords = new Set((await loadLanguages()).flatMap((language) => language.stopWords.map(foldWord)))
/** A word that so many of the wordings have is a group of its own. */
const sharedFrom = 0.5
const shortest = 3
const groupsMax = 3

/**
 * Where the writing of marks begins: a word that most of its wordings share is a group, by its stem; the other telling words, of which each wording has some, are
 * one more group together. A person takes out what says nothing, and adds how else people say it.
 */
export function suggestMarks(wordings: readonly RumourWording[]): RumourMarks {
  const told = wordings.map(({ text, lang }) =>
    readTelling(text, lang).words.filter(({ folded }) => folded.length >= shortest && !stopWords.has(folded)),
  )
  const inHowMany = new Map<string, { forms: Set<string>; count: number }>()
  for (const words of told)
    for (const stem of new Set(words.map((word) => word.stem))) {
      const known = inHowMany.get(stem) ?? { forms: new Set(), count: 0 }
      for (const word of words) if (word.stem === stem) known.forms.add(word.folded)
      inHowMany.set(stem, { ...known, count: known.count + 1 })
    }
  const least = Math.max(2, Math.ceil(wordings.length * sharedFrom))
  const shared = [...inHowMany].filter(([, { count }]) => wordings.length > 1 && count >= least)
  const groups = shared.toSorted((a, b) => b[1].count - a[1].count).slice(0, groupsMax)
  const taken = new Set(groups.map(([stem]) => stem))
  const others = told.flatMap((words) => words.filter(({ stem }) => !taken.has(stem)).map(({ folded }) => folded))
  const rest = [...new Set(others)].slice(0, rumourLimits.marks)
  const all = groups.map(([, { forms }]) => [...forms])
  return { all: rest.length > 0 ? [...all, rest] : all, none: [] }
}
