import { spelledLengthMax } from './draft/spelled-words.ts'

export const ownWordsMax = 5_000
export const ownWordLengthMax = spelledLengthMax

/** One word, without spaces and figures: nothing else is ever asked of a dictionary. */
export const ownWordPattern = /^\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*$/u
