import type { DraftLang } from '#domain/draft/draft-rule.ts'
import { spelledWords } from '#domain/draft/spelled-words.ts'
import type { Speller } from '#reply/spelling/open-speller.ts'
import { suggestionsMax } from '#reply/spelling/spelling-job.ts'
import { readPairs } from './draft-pairs.ts'
import { misspelledPairs } from './misspellings.ts'

/** How well a language is spelled: what of the misspellings is found, what is offered for them, and what is wrong with good answers. */
export function measureSpelling(lang: DraftLang, speller: Speller) {
  const pairs = misspelledPairs(lang)
  const passed = pairs.filter(([written]) => speller.knows(written)).map(([written]) => written)
  const unknown = pairs.filter(([, meant]) => !speller.knows(meant)).map(([, meant]) => meant)
  const offered = pairs.map(([written, meant]) => speller.suggest(written, suggestionsMax).indexOf(meant))
  const texts = readPairs(lang).map(({ good }) => good)
  const words = texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []).length
  const alarms = texts
    .flatMap((text) => spelledWords(text).filter(({ word }) => !speller.knows(word)))
    .map(({ word }) => word)
  return {
    pairs: pairs.length,
    passed,
    unknown,
    first: offered.filter((at) => at === 0).length,
    among: offered.filter((at) => at >= 0).length,
    words,
    alarms,
  }
}
