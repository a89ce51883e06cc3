/** Shorter than this a part of a name is a word of the language, or nearly so. */
const namePartMin = 3

/**
 * What somebody is called in the words of others: the handle, the whole name and its first part, and what an address of theirs holds. The longest
 * first, so that no half of a longer one is left. Where a name needs escaping in JSON it stands here in that form as well.
 */
export function namesOf(author: { handle: string; name: string; nativeId: string; url: string | null }): string[] {
  const [first = '', ...rest] = author.name.trim().split(/\s+/u)
  const parts = [author.handle, author.name.trim(), author.nativeId, author.url ?? '', rest.length > 0 ? first : '']
  const names = parts.filter((one) => one.length >= namePartMin)
  const escaped = names.map((one) => JSON.stringify(one).slice(1, -1))
  return [...new Set([...names, ...escaped])].toSorted((a, b) => b.length - a.length)
}
