import type { Reason } from '#domain/assessment.ts'
import { type Vulnerability, vulnerabilities } from '#domain/risk.ts'
import { loadLanguages } from './load-languages.ts'
import { PhraseIndex } from './phrase-index.ts'
import { tokenise } from './tokenise.ts'

const indexes = new Map(
  (await loadLanguages()).map((language) => {
    const index = new PhraseIndex<string>({}, language.stopWords)
    for (const [kind, phrases] of Object.entries(language.telling))
      for (const phrase of phrases) index.add(phrase, kind)
    return [language.id, index]
  }),
)

/** Rules of a language are named alike in each: `nl.selfharm`, `en.crisis.danger`. */
const selfharmRule = /\.selfharm$/u
const dangerRule = /\.crisis\.(?:danger|injury|fire|contamination)$/u
const pressRule = /\.press$/u

/** Who is named that cannot wait, and whether people are in danger: by words of the language, and by rules that fired. */
export function findVulnerable(
  text: string,
  { lang, reasons }: { lang: string; reasons: readonly Reason[] },
): Vulnerability[] {
  const found = tellingKinds(text, lang)
  if (firedRules(reasons).some((id) => dangerRule.test(id))) found.add('danger')
  if (firedRules(reasons).some((id) => selfharmRule.test(id))) found.add('selfharm')
  return vulnerabilities.filter((one) => found.has(one))
}

/** Which lists of telling words of its language a text holds a word of. */
export function tellingKinds(text: string, lang: string): Set<string> {
  const found = indexes.get(lang)?.find(tokenise(text)) ?? []
  return new Set(found.map(({ owner }) => owner))
}

/** A journalist asks, or somebody says they go to the press. */
export function speaksOfPress(reasons: readonly Reason[]): boolean {
  return firedRules(reasons).some((id) => pressRule.test(id))
}

export function firedRules(reasons: readonly Reason[]): string[] {
  return reasons.flatMap(({ code, value }) => (code === 'rule' && value ? [value] : []))
}
