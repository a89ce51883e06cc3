/** Wordings that were thought about once: to begin an answer with, never to send unread. */

/** One wording, for a language and, where it says so, for one network; several ways of saying it. */
export type SnippetWording = {
  lang: string
  /** Null is any network. */
  network: string | null
  texts: string[]
}
/** What a version keeps. */
export type SnippetContent = { name: string; tags: string[]; wordings: SnippetWording[] }

/** A draft is not offered yet, a retired one not any more. */
export const snippetStates = ['draft', 'live', 'retired'] as const
export type SnippetState = (typeof snippetStates)[number]

export const snippetLimits = { count: 500, name: 80, tags: 20, tag: 40, wordings: 40, texts: 10, text: 4_000 }
/** Of one answer. */
export const snippetsUsedMax = 10
export const inARowDefault = 3
export const inARowMax = 20
/** Who wrote it is told so long before it is not offered any more. */
export const toldBeforeMs = 7 * 24 * 3_600_000

/** Who may write them, at the least. */
export const snippetWriters = ['member', 'lead', 'admin'] as const
export type SnippetWriters = (typeof snippetWriters)[number]
export type SnippetSettings = { inARowMax: number; writers: SnippetWriters }
export const usualSnippetSettings: SnippetSettings = { inARowMax: inARowDefault, writers: 'lead' }

export function isOffered({ state, expiresAt }: { state: SnippetState; expiresAt: Date | null }, now: Date): boolean {
  return state === 'live' && (expiresAt === null || expiresAt > now)
}

/** Whether an answer still says what this wording says: most of its words stand there, whatever was filled in and changed. */
export function stillHolds(wording: string, text: string): boolean {
  const words = wordsOf(wording.replaceAll(/\{[^{}]*\}/gu, ' '))
  if (words.length === 0) return text.includes(wording)
  const there = new Set(wordsOf(text))
  return words.filter((word) => there.has(word)).length >= words.length * heldShare
}
const heldShare = 0.6

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
