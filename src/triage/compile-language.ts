import type { Language, LanguageRule } from '#domain/language.ts'
import { foldWord, squeeze } from './fold.ts'
import { PhraseIndex } from './phrase-index.ts'
import { Notes, type Word } from './word.ts'

/** What a phrase in the index belongs to: a rule, the phrases that forbid it, or a sentiment phrase. */
export type PhraseOwner =
  | { kind: 'rule'; rule: LanguageRule }
  | { kind: 'unless'; rule: LanguageRule }
  | { kind: 'phrase'; weight: number }

export type CompiledLanguage = {
  id: string
  index: PhraseIndex<PhraseOwner>
  /** Of single words, by our own list and the lexicon, ours first; a word that was drawn out is looked up as it is meant, too. */
  sentimentOf: Notes<number>
  negators: ReadonlySet<string>
  contrasts: ReadonlySet<string>
  persons: ReadonlySet<string>
  greetings: ReadonlySet<string>
  addresses: ReadonlySet<string>
  serviceWords: ReadonlySet<string>
  diaryOpeners: ReadonlySet<string>
  questionOpeners: ReadonlySet<string>
  intensifiers: ReadonlyMap<string, number>
}

const isPlainWord = /^[\p{L}\p{N}'’]+$/u

/** The tables of a language file made ready for looking up. Done once a language. */
export function compileLanguage(language: Language): CompiledLanguage {
  const index = new PhraseIndex<PhraseOwner>(language.groups, language.stopWords)
  for (const rule of language.rules) {
    for (const phrase of rule.any) index.add(phrase, { kind: 'rule', rule })
    for (const phrase of rule.unless ?? []) index.add(phrase, { kind: 'unless', rule })
  }
  const sentimentOf = lexiconOf(language)
  for (const [phrase, weight] of Object.entries(language.sentimentWords))
    if (isPlainWord.test(phrase)) sentimentOf.set(foldWord(phrase), weight)
    else index.add(phrase, { kind: 'phrase', weight })
  return {
    id: language.id,
    index,
    sentimentOf: new Notes((word) => sentimentIn(sentimentOf, word)),
    negators: folded(language.negators),
    contrasts: folded(language.contrasts),
    persons: folded(language.persons),
    addresses: folded(language.addresses),
    serviceWords: folded(language.serviceWords),
    diaryOpeners: folded(language.diaryOpeners),
    greetings: folded(language.greetings),
    questionOpeners: folded(language.questionOpeners),
    intensifiers: new Map(Object.entries(language.intensifiers).map(([word, factor]) => [foldWord(word), factor])),
  }
}

function sentimentIn(known: ReadonlyMap<string, number>, { folded, isElongated }: Word): number {
  return known.get(folded) ?? (isElongated ? (known.get(squeeze(folded)) ?? 0) : 0)
}

function lexiconOf(language: Language): Map<string, number> {
  const sentimentOf = new Map<string, number>()
  const { words, factor } = language.lexicon ?? { words: {}, factor: 0 }
  for (const [word, weight] of Object.entries(words))
    if (isPlainWord.test(word)) sentimentOf.set(foldWord(word), weight * factor)
  return sentimentOf
}

function folded(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => [foldWord(word), foldWord(word).replaceAll("'", '')]))
}
