import { identifyLanguage } from '#triage/identify-language.ts'
import { tokenise } from '#triage/tokenise.ts'

/** In fewer words two languages look alike. */
const wordsLeast = 4
const sureFrom = 0.8
const ours: ReadonlySet<string> = new Set()

/** In which language a text is, where that can be told with some certainty. */
export function languageOf(text: string): string | undefined {
  const plain = text.replace(/\[[A-Z]+-\d+\]/gu, ' ')
  if ((plain.match(/\p{L}{2,}/gu) ?? []).length < wordsLeast) return undefined
  const { lang, p } = identifyLanguage(tokenise(plain), ours)
  return p >= sureFrom && lang !== 'und' ? lang : undefined
}
