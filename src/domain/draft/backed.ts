import type { Span } from '#domain/span.ts'
import { plain } from './greeting.ts'

/** Something we know to be so, and where it is from. */
export type KnownFact = { texts: readonly string[]; source: string }

const sharedLeast = 0.5
const longWord = 4

/** Whether a claim in an answer rests on a fact: the answer names its source, or the sentence says what the fact says, with the same figures. */
export function isBacked(text: string, span: Span, facts: readonly KnownFact[]): boolean {
  const whole = plain(text)
  const sentence = plain(sentenceAt(text, span))
  return facts.some(
    ({ texts, source }) =>
      (source.trim().length >= longWord && whole.includes(plain(source.trim()))) ||
      texts.some((fact) => saysTheSame(sentence, plain(fact))),
  )
}

function sentenceAt(text: string, [start, end]: Span): string {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const from = Math.max(...['. ', '! ', '? ', '\n'].map((sign) => before.lastIndexOf(sign)))
  return before.slice(from + 1) + text.slice(start, end) + after.slice(0, after.search(/[.!?](?:\s|$)|\n|$/u))
}

function saysTheSame(sentence: string, fact: string): boolean {
  const figures = figuresIn(sentence)
  const known = figuresIn(fact)
  if (figures.some((figure) => !known.includes(figure))) return false
  const words = [...new Set(sentence.match(/\p{L}+/gu) ?? [])].filter((word) => word.length >= longWord)
  const shared = words.filter((word) => fact.includes(word)).length
  return words.length > 0 && shared >= words.length * sharedLeast
}

function figuresIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/gu) ?? []
}
