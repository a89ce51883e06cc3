import { addressOf, linksIn } from './links-in.ts'

/**
 * The fingerprint of a text: the smallest hashes of its pairs of neighbouring words ("shingles", Broder 1997). Of a short text that is all of
 * them, so that likeness is exact; of a long one a fair sample. It holds no words, and the words cannot be read from it.
 */
export type Sketch = number[]

export const sketchMax = 64
/** Two answers with so many pairs in common, of all they have, read as one text. */
export const nearLikeness = 0.55
/** Below so many words everybody says the same: "Dank je wel!" */
const wordsLeast = 6

export function sketchOf(text: string): Sketch {
  const words = plainWords(text)
  if (words.length < wordsLeast) return []
  const hashes = new Set(words.slice(1).map((word, at) => hashOf(`${words[at]} ${word}`)))
  return [...hashes].sort((a, b) => a - b).slice(0, sketchMax)
}

/** Shingles in common of all, from 0 to 1: over what both sketches can tell of. */
export function likeness(one: Sketch, other: Sketch): number {
  if (one.length === 0 || other.length === 0) return 0
  const [a, b] = [new Set(one), new Set(other)]
  const all = [...a.union(b)].sort((x, y) => x - y).slice(0, sketchMax)
  return all.filter((hash) => a.has(hash) && b.has(hash)).length / all.length
}

export function isNearSame(one: Sketch, other: Sketch): boolean {
  return likeness(one, other) >= nearLikeness
}

/** Names that are answered, where a link leads exactly, signs and capitals are the first things people change. */
function plainWords(text: string): string[] {
  let plain = text
  for (const { span, host } of linksIn(text).toReversed())
    plain = `${plain.slice(0, span[0])} ${addressOf(host).host.replace(/[^a-z0-9]/gu, '')} ${plain.slice(span[1])}`
  return (
    plain
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/@[\w.-]+/gu, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** FNV-1a, as a signed number of 32 bits: what PostgreSQL calls an integer. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
