import type { DraftLang } from './draft-rule.ts'

/**
 * What a language says of drafts. Every list has one pattern a line: words as they are written, with the signs of regular expressions where they help;
 * a space is any white space, `…` is up to four words, and a line stands for whole words in any case. ` => ` gives what to say in its place.
 */
export type LanguageWords = {
  lang: DraftLang
  /** Common small words, by which a short text is known as this language. */
  known: string
  blame: string
  defensive: string
  hollow: string
  jargon: string
  stiff: string
  passive: string
  promise: string
  incident: string
  source: string
  /** Where a text says where it has its facts from. */
  sourced: string
  praise: string
  prize: string
  offer: string
  partner: string
  /** Where a text says who speaks, and what they get for it. */
  disclosed: string
  impersonal: string
  /** Forms that are wrong wherever they stand, with what is right. */
  misspelled: string
  /** Streets, postcodes; with capitals as written. */
  homes: string
  /** Places of ours, which anybody may know. */
  ourPlaces: string
  negation: string
  /** First and second person. */
  persons: string
}

export type Pattern = { regex: RegExp; instead: string | undefined }
export type LanguageTables = { lang: DraftLang } & {
  [list in Exclude<keyof LanguageWords, 'lang' | 'known' | 'jargon' | 'stiff' | 'misspelled'>]: RegExp
} & { jargon: Lexicon; stiff: Lexicon; misspelled: Lexicon; known: ReadonlySet<string> }

/** One expression that finds them all, and for what it found its line. */
export type Lexicon = { find: RegExp; insteadOf: (found: string) => string | undefined }

export function tablesOf(words: LanguageWords): LanguageTables {
  const { lang, known, jargon, stiff, misspelled, homes, ...plain } = words
  const lists = Object.fromEntries(
    Object.entries(plain).map(([name, list]) => [name, anyOf(linesOf(list).map(patternOf), 'giu')]),
    // The names of the lists above, each with its expression.
  ) as Record<keyof typeof plain, RegExp>
  return {
    ...lists,
    lang,
    homes: anyOf(linesOf(homes).map(patternOf), 'gu'),
    jargon: lexiconOf(jargon),
    stiff: lexiconOf(stiff),
    misspelled: lexiconOf(misspelled),
    known: new Set(known.split(/\s+/u)),
  }
}

function linesOf(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function lexiconOf(list: string): Lexicon {
  const lines = linesOf(list).map((line) => {
    const [pattern = '', instead] = line.split(' => ')
    return { source: patternOf(pattern), instead }
  })
  const whole = lines.map(({ source, instead }) => ({ regex: new RegExp(`^(?:${source})$`, 'iu'), instead }))
  return {
    find: anyOf(
      lines.map(({ source }) => source),
      'giu',
    ),
    insteadOf: (found) => whole.find(({ regex }) => regex.test(found))?.instead?.trim(),
  }
}

function patternOf(line: string): string {
  return line.trim().replaceAll(' … ', ' (?:[^\\s.!?]+ ){0,4}').replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')
}

function anyOf(sources: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, flags)
}
