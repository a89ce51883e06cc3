import { expandSeed } from './expand-seed.ts'
import { numberOf, randomFrom } from './random.ts'
import { corpusLanguages, readCorpus } from './read-corpus.ts'
import type { TaughtPost } from './teach.ts'

const anchorsMost = 300

/** Some seeds of a language, always the same ones, each as one sentence. */
export function anchorsOf(lang: string): TaughtPost[] {
  if (!corpusLanguages().includes(lang)) return []
  const { seeds, fillers } = readCorpus(lang)
  const chosen = seeds.toSorted((a, b) => numberOf(a.text) - numberOf(b.text)).slice(0, anchorsMost)
  return chosen.map(({ text, labels }) => ({
    text: expandSeed(text, fillers, randomFrom(numberOf(text))),
    ...{ says: labels, never: {}, isAgreed: false },
  }))
}
