export const spellingLangs = ['nl', 'en'] as const
export type SpellingLang = (typeof spellingLangs)[number]

export const suggestionsMax = 5

/** `dictionaries` are given when the thread has said that it needs them. */
export type SpellingJob = { lang: SpellingLang; words: readonly string[]; dictionaries?: readonly Uint8Array[] }
/** `suggestions` null: there was no time to look for any; asked again, there is. */
export type UnknownWord = { word: string; suggestions: string[] | null }
export type SpellingAnswer = { kind: 'spelled'; unknown: UnknownWord[] } | { kind: 'needs-dictionary' }
