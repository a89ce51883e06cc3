import type { Intent, Sentiment, Urgency } from './assessment.ts'

/**
 * One natural language, in one file, reviewable by somebody who speaks it and does not program.
 * No file for a language means the language-independent path, shown as "not assessed", never guessed.
 */
export type Language = {
  /** ISO 639-1. */
  id: string
  name: { en: string; nl: string }
  /** The PostgreSQL text search configuration. */
  searchConfiguration: string
  stem: (word: string) => string
  stopWords: readonly string[]
  negators: readonly string[]
  /** Word → factor on the next sentiment word: above 1 stronger, below 1 weaker. */
  intensifiers: Readonly<Record<string, number>>
  /** Folded word or phrase → −5..5. Ours win over the lexicon from npm. */
  sentimentWords: Readonly<Record<string, number>>
  /** Rules as data: high-precision patterns. Case and diacritics are folded before they are asked. */
  rules: readonly LanguageRule[]
  /** The test of this file: post → what must be said of it. */
  examples: readonly LanguageExample[]
}

export type LanguageRule = {
  /** `nl.crisis.injury`: the reason shown to people refers to it. */
  id: string
  /** Any of these phrases. A space is any white space; `*` at the end of a word takes any ending; `…` up to four words between. */
  any: readonly string[]
  /** None of these phrases may stand in the post. */
  unless?: readonly string[]
  effect: {
    intent?: Exclude<Intent, 'unsure'>
    /** Raises the urgency to at least this. A rule never lowers it. */
    urgency?: Urgency
    /** The score cannot be above this (negative effects) or below it (positive ones). */
    sentimentAtMost?: number
    sentimentAtLeast?: number
    anger?: number
    sarcasm?: number
    spam?: number
  }
  /** What it means, in one sentence for the reader. */
  says: { en: string; nl: string }
}

export type LanguageExample = {
  text: string
  brand?: string
  sentiment?: Exclude<Sentiment, 'unsure'>
  intent?: Exclude<Intent, 'unsure'>
  urgency?: Urgency
}

export function defineLanguage(language: Language): Language {
  return language
}
