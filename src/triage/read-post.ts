import { type CompiledLanguage, compileLanguage } from './compile-language.ts'
import { type Features, type Gathered, gatherFeatures, inARow, type TurningWords } from './features.ts'
import { judgeByRules, type RuleJudgement } from './judge-by-rules.ts'
import { loadLanguages } from './load-languages.ts'
import { markBrands } from './mark-brands.ts'
import { signalsOf } from './signals.ts'
import { type ReadText, tokenise } from './tokenise.ts'
import type { Weighable } from './weigh.ts'

/** Those that have a file of rules and word lists. */
export const languages: readonly CompiledLanguage[] = (await loadLanguages()).map(compileLanguage)

/** How a model reads: in its language, and with the words that turn what follows in it. */
export type Reading = { lang: string; turning: TurningWords }

/** A post as models see it, for learning as for judging: its words, and what the rules find in it. */
export function readPost(text: string, brands: readonly string[], reading: Reading): Weighable {
  return weighable(markBrands(tokenise(text), brands), reading)
}

export function weighable(read: ReadText, { lang, turning }: Reading): Weighable {
  const language = languages.find((one) => one.id === lang)
  // Stars are laid upon what was learned, which never saw any.
  const rules = judgeByRules({ read, language, rating: undefined })
  return new ReadPost(read, gatherFeatures(read, turning), rules)
}

class ReadPost implements Weighable {
  readonly read: ReadText
  readonly gathered: Gathered
  readonly rules: RuleJudgement
  readonly signals: Float64Array
  #features: Features | undefined

  constructor(read: ReadText, gathered: Gathered, rules: RuleJudgement) {
    this.read = read
    this.gathered = gathered
    this.rules = rules
    this.signals = signalsOf(rules)
  }

  get features(): Features {
    this.#features ??= inARow(this.gathered)
    return this.#features
  }
}
