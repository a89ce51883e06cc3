/**
 * A search as a sentence with places to fill in: messages with one of these words (and one of those), but not with these,
 * in these languages, on these networks. Every sentence is a query; not every query is one.
 */
export type QueryParts = {
  /** Of every group at least one must be there. As people type them: a word, some words, #tag, @name, begin*. */
  groups: readonly (readonly string[])[]
  excluded: readonly string[]
  /** ISO 639-1; empty: any. */
  languages: readonly string[]
  /** Ids of networks; empty: everywhere. */
  networks: readonly string[]
}

export const emptyParts: QueryParts = { groups: [[]], excluded: [], languages: [], networks: [] }

/** The query that says what the sentence says; empty while nothing is asked for. */
export function queryOfParts({ groups, excluded, languages, networks }: QueryParts): string {
  const asked = groups.map((group) => group.map(termOf).filter(Boolean)).filter((group) => group.length > 0)
  if (asked.length === 0) return ''
  const not = excluded.map(termOf).filter(Boolean)
  return [
    ...asked.map((group) => (group.length > 1 ? `(${group.join(' OR ')})` : group[0])),
    ...not.map((term) => `NOT ${term}`),
    ...(languages.length > 0 ? [fieldOf('lang', languages)] : []),
    ...(networks.length > 0 ? [fieldOf('source', networks)] : []),
  ].join(' ')
}

/** A tag, a handle or a beginning stays one; everything else is taken to the letter, whatever operator or bracket may stand in it. */
export function termOf(words: string): string {
  const plain = words
    .trim()
    .replace(/["“”„]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (/^#[\p{L}\p{M}\p{N}_]+\*?$/u.test(plain) || /^@[\p{L}\p{N}_.@-]+$/u.test(plain)) return plain
  if (/^[\p{L}\p{M}\p{N}_]{3,}\*$/u.test(plain)) return plain
  if (/^[\p{L}\p{N}]+$/u.test(plain) && !/^(AND|OR|NOT|NEAR|ONEAR)$/u.test(plain)) return plain
  return plain ? `"${plain}"` : ''
}

function fieldOf(name: string, values: readonly string[]): string {
  return values.length === 1 ? `${name}:${values[0]}` : `${name}:(${values.join(' OR ')})`
}
