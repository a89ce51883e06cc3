import type { Sample } from '#api/contract/shapes.ts'

export type Asked = { names: readonly string[]; excluded: readonly string[] }

/** What the networks are asked, as the search part of an address; nothing without a name. */
export function welcomeSearch({ names, excluded }: Asked): string {
  const query = new URLSearchParams()
  for (const name of names) query.append('names', name)
  for (const word of excluded) query.append('excluded', word)
  return names.length > 0 ? query.toString() : ''
}

/** A first sieve, so that an excluded word shows at once; the server's is the one that counts. */
export function stillMatches(hit: Sample, { names, excluded }: Asked): boolean {
  const text = hit.text.toLowerCase()
  const isIn = (word: string) => text.includes(word.replace(/^[#@]/u, '').toLowerCase())
  return names.some(isIn) && !excluded.some(isIn)
}
