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
  /** "But": what follows in the sentence weighs more than what went before. */
  contrasts: readonly string[]
  /** "I", "you", "my", "we": a post without any of them reads like a headline. */
  persons: readonly string[]
  /** "Hi", "good morning": what follows one opens the sentence. */
  greetings: readonly string[]
  /** "Your", "jullie": whoever tells us something with these, and neither asks nor praises, mostly complains. */
  addresses: readonly string[]
  /** "Order", "desk", "engineer": whoever tells what happened to him with one of these, without praise, mostly complains. */
  serviceWords: readonly string[]
  /** "Just", "off", "tonight": a post without a person that opens so is somebody's day, not a headline. */
  diaryOpeners: readonly string[]
  /** Words that make a sentence a question when they open it. */
  questionOpeners: readonly string[]
  /** Word → factor on the next sentiment word: above 1 stronger, below 1 weaker. */
  intensifiers: Readonly<Record<string, number>>
  /**
   * Folded word or phrase → −5..5; phrases are written as in rules. Ours win over the lexicon from npm, and the longest
   * phrase wins over the words in it: 0 makes a phrase neutral ("alvast bedankt").
   */
  sentimentWords: Readonly<Record<string, number>>
  /** Word → −5..5 from a published lexicon, and how far each of its words counts beside ours. */
  lexicon?: { words: Readonly<Record<string, number>>; factor: number }
  /** Lists that a phrase may name: `groups.waited = ['wacht*', 'gewacht']` is written `<waited>` in a phrase. */
  groups: Readonly<Record<string, readonly string[]>>
  /**
   * Words that tell what no label says, written as in rules: who is named that cannot wait (`child`, `elderly`, `medical`: risk.ts), and
   * what only the maker of a raffle or an offer says (`giveaway`).
   */
  telling: Readonly<Record<string, readonly string[]>>
  /** What says of something told that it is not so (rumours), and what does so directly before it. */
  denials?: readonly string[]
  nots?: readonly string[]
  /** Rules as data: high-precision patterns. Case and diacritics are folded before they are asked. */
  rules: readonly LanguageRule[]
  /** The test of this file: post → what must be said of it. */
  examples: readonly LanguageExample[]
}

export type LanguageRule = {
  /** `nl.crisis.injury`: the reason shown to people refers to it. */
  id: string
  /**
   * Any of these phrases. A space is any white space; `*` at the end (or start) of a word takes any ending (or beginning);
   * `…` up to four words between; `a/b` either; `[word]` may be absent; `<group>` one of a list; `<brand>`, `<number>`,
   * `<mention>`, `<url>` what they say. A phrase never runs across the end of a sentence.
   */
  any: readonly string[]
  /** None of these phrases may stand in the post; at an alarm (urgency 3), none may overlap the phrase that was found. */
  unless?: readonly string[]
  effect: {
    intent?: Exclude<Intent, 'unsure'>
    /** How far it pulls to that intent; 4 where absent. */
    weight?: number
    /** Raises the urgency to at least this. A rule never lowers it. Below 3 it speaks only where somebody wants something of us. */
    urgency?: Urgency
    /** The urgency counts only in a complaint: old people and babies are named in many posts that can wait. */
    isForComplaints?: boolean
    /** How far it pulls the sentiment, −5..5. Its words do not count once more on their own. */
    sentiment?: number
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
