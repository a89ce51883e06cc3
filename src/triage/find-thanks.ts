import type { Assessment } from '#domain/assessment.ts'
import { firedRules, tellingKinds } from './find-vulnerable.ts'

/** Rules of a language are named alike in each. */
const thanksRule = /\.praise\.thanks$/u
const mockRule = /\.sarcasm\.set$/u
const sureOfTone = 0.5

/**
 * Does somebody thank us? Asked of what comes after an answer, where "thanks" means what it says more often than in a first message: by the words of
 * the language, not where the tone is clearly negative or a rule found mock praise.
 */
export function saysThanks(text: string, assessment: Assessment): boolean {
  const { lang, sentiment, reasons } = assessment
  const fired = firedRules(reasons)
  if (sentiment.class === 'negative' && sentiment.p >= sureOfTone) return false
  if (fired.some((id) => mockRule.test(id))) return false
  const found = tellingKinds(text, lang)
  return !found.has('thankless') && (found.has('thanks') || fired.some((id) => thanksRule.test(id)))
}
