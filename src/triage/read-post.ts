import { type CompiledLanguage, compileLanguage } from './compile-language.ts'
import { featuresOf, type TurningWords } from './features.ts'
import { judgeByRules, type RuleJudgement } from './judge-by-rules.ts'
import { loadLanguages } from './load-languages.ts'
import { markBrands } from './mark-brands.ts'
import { signalPulls, signalsOf } from './signals.ts'
import { type ReadText, tokenise } from './tokenise.ts'
import type { Weighable } from './weigh.ts'

/** Those that have a file of rules and word lists. */
export const languages: readonly CompiledLanguage[] = (await loadLanguages()).map(compileLanguage)

/** How a model reads: in its language, and with the words that turn what follows in it. */
export type Reading = { lang: string; turning: TurningWords }

/** A post as models see it, for learning as for judging: its words, and what the rules find in it. */
export function readPost(text: string, brands: readonly string[], reading: Reading): Weighable {
  return weighable(markBrands(tokenise(text), brands), reading).post
}

export function weighable(read: ReadText, { lang, turning }: Reading): { rules: RuleJudgement; post: Weighable } {
  const language = languages.find((one) => one.id === lang)
  // Stars are laid upon what was learned, which never saw any.
  const rules = judgeByRules({ read, language, rating: undefined })
  const pulls = signalPulls(rules)
  return { rules, post: { read, features: featuresOf(read, turning), signals: signalsOf(pulls), pulls } }
}
