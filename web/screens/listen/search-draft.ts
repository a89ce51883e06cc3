import { emptyParts, type QueryParts, queryOfParts, termOf } from '#domain/query-parts.ts'
import type { Span } from '#domain/span.ts'

/** A search while it is written: as it was saved, as a sentence, or as the text of a query. One of them holds. */
export type Draft = { kind: 'saved' } | { kind: 'sentence'; parts: QueryParts } | { kind: 'text'; text: string }

/** What is asked now; `saved` is the query of the search that is changed, empty for a new one. */
export function queryOf(draft: Draft, saved: string): string {
  switch (draft.kind) {
    case 'saved':
      return saved
    case 'sentence':
      return queryOfParts(draft.parts)
    case 'text':
      return draft.text
  }
}

/**
 * What stands in the places of the sentence. `known` is what the server made of the saved query: undefined until it has
 * answered, null when no sentence says it.
 */
export function partsShown(draft: Draft, given: { saved: string; known: QueryParts | null | undefined }) {
  if (draft.kind === 'sentence') return draft.parts
  if (draft.kind === 'text') return null
  return given.saved === '' ? emptyParts : given.known
}

/** Leaves a word out, in whatever form the search is written. */
export function leaveOut(
  draft: Draft,
  given: { word: string; parts: QueryParts | null | undefined; query: string },
): Draft {
  const { word, parts, query } = given
  if (draft.kind === 'text' || !parts) return { kind: 'text', text: `${bracketed(query)} NOT ${termOf(word)}` }
  return { kind: 'sentence', parts: { ...parts, excluded: [...new Set([...parts.excluded, word])] } }
}

/**
 * Takes the clauses that let a message in out of the search. `without` is the query as the server wrote it; a sentence
 * loses the words instead, in the same first group that has others left, and so stays a sentence.
 */
export function takeOut(
  draft: Draft,
  given: { cuts: readonly string[]; without: string; parts: QueryParts | null | undefined },
): Draft {
  const { cuts, without, parts } = given
  if (draft.kind === 'text' || !parts) return { kind: 'text', text: without }
  const left = parts.groups.map((group) => group.filter((word) => !cuts.includes(termOf(word))))
  const at = left.findIndex((group, i) => group.length > 0 && group.length < (parts.groups[i]?.length ?? 0))
  if (at < 0) return { kind: 'text', text: without }
  return {
    kind: 'sentence',
    parts: { ...parts, groups: parts.groups.map((group, i) => (i === at ? (left[at] ?? group) : group)) },
  }
}

/** An OR binds looser than what comes after it. */
function bracketed(query: string): string {
  const trimmed = query.trim()
  return /\bOR\b/u.test(trimmed) ? `(${trimmed})` : trimmed
}

/** What stands at these places of a query, each text once. */
export function textsAt(query: string, spans: readonly Span[]): string[] {
  return [...new Set(spans.map(([start, end]) => query.slice(start, end)))]
}

/** The words that are looked for: never offered to be left out. */
export function namesIn(parts: QueryParts | null | undefined, query: string): string[] {
  return parts ? parts.groups.flat() : (query.match(/[\p{L}\p{N}]{2,}/gu) ?? [])
}

/** A name for a search that was given none: its first word or words between quotes. */
export function nameFor(query: string): string {
  const bare = query.replace(/\w+:(?:\([^)]*\)|"[^"]*"|\S+)/gu, '')
  const [, quoted, word] = /"([^"]+)"|([#@]?[\p{L}\p{N}][\p{L}\p{N}.&'’-]*)/u.exec(bare) ?? []
  return (quoted ?? word ?? '').trim().slice(0, 60)
}
