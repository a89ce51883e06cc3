import { answerJobs } from '#base/answer-jobs.ts'
import { openSpeller, type Speller } from './open-speller.ts'
import { type SpellingAnswer, type SpellingJob, type SpellingLang, suggestionsMax } from './spelling-job.ts'

/** Within so long what is found is told; what is left is asked for again. */
const suggestWithinMs = 25

const spellers = new Map<SpellingLang, Speller>()

answerJobs(({ lang, words, dictionaries }: SpellingJob): SpellingAnswer => {
  const speller = spellers.get(lang) ?? (dictionaries && openSpeller(lang, dictionaries))
  if (!speller) return { kind: 'needs-dictionary' }
  spellers.set(lang, speller)
  const unknown = words.filter((word) => !speller.knows(word))
  const endsAt = performance.now() + suggestWithinMs
  return {
    kind: 'spelled',
    unknown: unknown.map((word) => ({
      word,
      suggestions: performance.now() < endsAt ? speller.suggest(word, suggestionsMax) : null,
    })),
  }
})
