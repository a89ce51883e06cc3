import { foldWord } from '#triage/fold.ts'

/** The rest of a long article says nothing new about whether it is a copy, and the work stays bounded. */
export const readMax = 2_000

const links = /(?:https?:\/\/|www\.)\S+/giu
const repostPrefix = /^\s*(?:rt|mt|qt|via)\s+@?[\w.@-]+\s*:?\s*/iu
const names = /@[\w.-]+(?:@[\w.-]+)?/gu
const lastTags = /(?:\s*#[\p{L}\p{N}_]+)+\s*$/u
const notWords = /[^\p{L}\p{N}]+/gu

/**
 * A text as two of them are compared: without what people change when they pass it on, which is links, whom they address, the "RT" in
 * front, hashtags at the end, punctuation, capitals and accents.
 */
export function plainText(text: string): string {
  return text
    .slice(0, readMax)
    .replace(links, ' ')
    .replace(repostPrefix, ' ')
    .replace(names, ' ')
    .replace(lastTags, ' ')
    .replace(notWords, ' ')
    .trim()
    .split(' ')
    .map(foldWord)
    .join(' ')
}
