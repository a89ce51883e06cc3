import { draftEn } from './draft-en.ts'
import { draftNl } from './draft-nl.ts'
import type { DraftLang } from './draft-rule.ts'
import type { LanguageTables } from './draft-words.ts'
import { wordsOf } from './reading.ts'

const tables: Readonly<Record<DraftLang, LanguageTables>> = { nl: draftNl, en: draftEn }
const sureFrom = 2

/** In which language this answer is spelled; undefined where we speak none of them. */
export function draftLangOf(text: string, lang: string | undefined): DraftLang | undefined {
  const found = tablesFor(text, lang)
  return found && (found === draftNl ? 'nl' : 'en')
}

/** In which language this answer is written: by its small words; where they do not tell, that of the message it answers. */
export function tablesFor(text: string, lang: string | undefined): LanguageTables | undefined {
  const words = wordsOf(text.toLowerCase())
  const [nl, en] = [countOf(words, draftNl), countOf(words, draftEn)]
  if (nl > en && nl >= sureFrom) return draftNl
  if (en > nl && en >= sureFrom) return draftEn
  return lang === 'nl' || lang === 'en' ? tables[lang] : undefined
}

function countOf(words: readonly string[], { known }: LanguageTables): number {
  return words.filter((word) => known.has(word)).length
}
